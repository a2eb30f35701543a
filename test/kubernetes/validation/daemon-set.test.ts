import { refuses, withPod, withSpec } from '../refusals';

describe('daemon set', () => {
  refuses('a selector that does not select the template', withSpec({ selector: { matchLabels: { app: 'other' } } }), [
    'FieldValueInvalid spec.template.metadata.labels: `selector` does not match template `labels`',
  ]);
  refuses('an empty selector', withSpec({ selector: {} }), [
    'FieldValueInvalid spec.selector: empty selector is invalid for daemonset',
  ]);
  refuses('no selector', withSpec({ selector: null }), [
    'FieldValueInvalid spec.template.metadata.labels: `selector` does not match template `labels`',
  ]);
  refuses('a selector with an unknown operator', withSpec({
    selector: { matchExpressions: [{ key: 'app', operator: 'Is', values: ['x'] }] },
  }), [
    'FieldValueInvalid spec.selector.matchExpressions[0].operator: not a valid selector operator',
  ]);
  refuses('a selector that lists no values', withSpec({ selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } }), [
    'FieldValueRequired spec.selector.matchExpressions[0].values: must be specified when `operator` is \'In\' or \'NotIn\'',
  ]);
  refuses('a selector with values for existence', withSpec({
    selector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['x'] }] },
  }), [
    'FieldValueForbidden spec.selector.matchExpressions[0].values: may not be specified when `operator` is \'Exists\' or \'DoesNotExist\'',
  ]);
  refuses('a restart policy other than Always', withPod({ restartPolicy: 'OnFailure' }), [
    'FieldValueNotSupported spec.template.spec.restartPolicy: supported values: "Always"',
  ]);
  refuses('an active deadline', withPod({ activeDeadlineSeconds: 10 }), [
    'FieldValueForbidden spec.template.spec.activeDeadlineSeconds: activeDeadlineSeconds in DaemonSet is not Supported',
  ]);
  refuses('a negative minReadySeconds', withSpec({ minReadySeconds: -1 }), [
    'FieldValueInvalid spec.minReadySeconds: must be greater than or equal to 0',
  ]);
  refuses('a negative revisionHistoryLimit', withSpec({ revisionHistoryLimit: -1 }), [
    'FieldValueInvalid spec.revisionHistoryLimit: must be greater than or equal to 0',
  ]);
  refuses('an unknown update strategy', withSpec({ updateStrategy: { type: 'Recreate' } }), [
    'FieldValueNotSupported spec.updateStrategy: supported values: "RollingUpdate", "OnDelete"',
  ]);
  refuses('neither unavailability nor surge', withSpec({ updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 0 } } }), [
    'FieldValueRequired spec.updateStrategy.rollingUpdate.maxUnavailable: cannot be 0 when maxSurge is 0',
  ]);
  refuses('both unavailability and surge', withSpec({ updateStrategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } } }), [
    'FieldValueInvalid spec.updateStrategy.rollingUpdate.maxSurge: may not be set when maxUnavailable is non-zero',
  ]);
  refuses('more than all unavailable', withSpec({ updateStrategy: { rollingUpdate: { maxUnavailable: '101%' } } }), [
    'FieldValueInvalid spec.updateStrategy.rollingUpdate.maxUnavailable: must not be greater than 100%',
  ]);
  refuses('a part that is no percentage', withSpec({ updateStrategy: { rollingUpdate: { maxUnavailable: 'half' } } }), [
    "FieldValueInvalid spec.updateStrategy.rollingUpdate.maxUnavailable: a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    'FieldValueRequired spec.updateStrategy.rollingUpdate.maxUnavailable: cannot be 0 when maxSurge is 0',
  ]);
  refuses('ephemeral containers', withPod({
    ephemeralContainers: [{ name: 'e', image: 'a', terminationMessagePolicy: 'File', imagePullPolicy: 'Always' }],
  }), [
    'FieldValueForbidden spec.template.spec.ephemeralContainers: ephemeral containers not allowed in pod template',
  ]);
});
