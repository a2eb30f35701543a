import { refuses, takes, withContainer, withPod } from '../refusals';

describe('containers', () => {
  refuses('a container without a name', withContainer({ name: '' }), [
    'FieldValueRequired spec.template.spec.containers[0].name',
  ]);
  refuses('a container name that is no DNS label', withContainer({ name: 'a.b' }), [
    'FieldValueInvalid spec.template.spec.containers[0].name: must not contain dots',
  ]);
  refuses('two containers of one name', withPod({ containers: [{ name: 'a', image: 'i' }, { name: 'a', image: 'i' }] }), [
    'FieldValueDuplicate spec.template.spec.containers[1].name',
  ]);
  refuses('an init container and a container of one name', withPod({ initContainers: [{ name: 'c0', image: 'i' }] }), [
    'FieldValueDuplicate spec.template.spec.initContainers[0].name',
  ]);
  refuses('a container without an image', withContainer({ image: '' }), [
    'FieldValueRequired spec.template.spec.containers[0].image',
  ]);
  refuses('an unknown pull policy', withContainer({ imagePullPolicy: 'Sometimes' }), [
    'FieldValueNotSupported spec.template.spec.containers[0].imagePullPolicy: supported values: "Always", "IfNotPresent", "Never"',
  ]);
  refuses('an unknown termination message policy', withContainer({ terminationMessagePolicy: 'Log' }), [
    'FieldValueNotSupported spec.template.spec.containers[0].terminationMessagePolicy: supported values: "File", "FallbackToLogsOnError"',
  ]);
  refuses('a readiness probe on an init container that ends', withPod({
    initContainers: [{ name: 'i0', image: 'i', readinessProbe: { exec: { command: ['true'] } } }],
  }), [
    'FieldValueForbidden spec.template.spec.initContainers[0].readinessProbe: may not be set for init containers without restartPolicy=Always',
  ]);
  refuses('a lifecycle on an init container that ends', withPod({
    initContainers: [{ name: 'i0', image: 'i', lifecycle: { preStop: { exec: { command: ['true'] } } } }],
  }), [
    'FieldValueForbidden spec.template.spec.initContainers[0].lifecycle: may not be set for init containers without restartPolicy=Always',
  ]);
  takes('a resize policy on an init container that ends', withPod({
    initContainers: [{ name: 'i0', image: 'i', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }],
  }));
  refuses('a resize policy for two times the same resource', withContainer({
    resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }, { resourceName: 'cpu', restartPolicy: 'NotRequired' }],
  }), [
    'FieldValueDuplicate spec.template.spec.containers[0].resizePolicy[1]',
  ]);
  refuses('a resize policy for storage', withContainer({
    resizePolicy: [{ resourceName: 'ephemeral-storage', restartPolicy: 'NotRequired' }],
  }), [
    'FieldValueNotSupported spec.template.spec.containers[0].resizePolicy: supported values: "cpu", "memory"',
  ]);
});
