import { refuses, withContainer, withPod } from '../refusals';

describe('restart policy', () => {
  refuses('an unknown restart policy of a container', withContainer({ restartPolicy: 'Sometimes' }), [
    'FieldValueNotSupported spec.template.spec.containers[0].restartPolicy: supported values: "Always", "Never", "OnFailure"',
  ]);
  refuses('an unknown restart policy of an init container', withPod({
    initContainers: [{ name: 'i0', image: 'i', restartPolicy: 'Sometimes' }],
  }), [
    'FieldValueNotSupported spec.template.spec.initContainers[0].restartPolicy: supported values: "Always", "Never", "OnFailure"',
  ]);
  refuses('restart rules without a restart policy', withContainer({
    restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
  }), [
    'FieldValueRequired spec.template.spec.containers[0].restartPolicy: must specify restartPolicy when restart rules are used',
  ]);
  refuses('restart rules of an init container without a restart policy, and does not look at the rules', withPod({
    initContainers: [{ name: 'i0', image: 'i', restartPolicyRules: [{ action: 'Stop' }] }],
  }), [
    'FieldValueRequired spec.template.spec.initContainers[0].restartPolicy: must specify restartPolicy when restart rules are used',
  ]);
  refuses('ephemeral containers, and does not look at their restart rules', withPod({
    ephemeralContainers: [{ name: 'e', image: 'a', restartPolicy: 'Never', restartPolicyRules: [{ action: 'Stop' }] }],
  }), [
    'FieldValueForbidden spec.template.spec.ephemeralContainers[0].restartPolicy: cannot be set for an Ephemeral Container',
    'FieldValueForbidden spec.template.spec.ephemeralContainers[0].restartPolicyRules: cannot be set for an Ephemeral Container',
    'FieldValueForbidden spec.template.spec.ephemeralContainers: ephemeral containers not allowed in pod template',
  ]);
  refuses('a restart rule with an unknown action', withContainer({
    restartPolicy: 'Never',
    restartPolicyRules: [{ action: 'Stop', exitCodes: { operator: 'In', values: [1] } }],
  }), [
    'FieldValueNotSupported spec.template.spec.containers[0].restartPolicyRules[0].action: supported values: "Restart", "RestartAllContainers"',
  ]);
  refuses('a restart rule without exit codes', withContainer({ restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart' }] }), [
    'FieldValueRequired spec.template.spec.containers[0].restartPolicyRules[0].exitCodes: must be specified',
  ]);
  refuses('a restart rule with an unknown operator', withContainer({
    restartPolicy: 'Never',
    restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'Is', values: [1] } }],
  }), [
    'FieldValueNotSupported spec.template.spec.containers[0].restartPolicyRules[0].exitCodes.operator: supported values: "In", "NotIn"',
  ]);
});
