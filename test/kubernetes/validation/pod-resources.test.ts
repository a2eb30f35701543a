import { refuses, withPod } from '../refusals';

describe('pod resources', () => {
  refuses('resources of the pod that only containers can have', withPod({ resources: { limits: { 'ephemeral-storage': '1Gi' } } }), [
    'FieldValueNotSupported spec.template.spec.resources.limits[ephemeral-storage]: supported values: "cpu", "hugepages-", "memory"',
  ]);
  refuses('a pod limit below what its containers request', withPod({
    resources: { requests: { cpu: '1' } },
    containers: [{ name: 'c0', image: 'i', resources: { requests: { cpu: '2' } } }],
  }), [
    'FieldValueInvalid spec.template.spec.resources.requests[cpu]: must be greater than or equal to aggregate container requests of 2',
  ]);
  refuses("a container limit above the pod's", withPod({
    resources: { limits: { cpu: '1' } },
    containers: [{ name: 'c0', image: 'i', resources: { limits: { cpu: '2' } } }],
  }), [
    'FieldValueInvalid spec.template.spec.resources.containers[0][cpu].limits: must be less than or equal to pod limits of 1',
  ]);
  refuses('claims of the pod', withPod({ resources: { claims: [{ name: 'a' }] } }), [
    'FieldValueForbidden spec.template.spec.resources.claims: claims may not be set for Resources at pod-level',
    'FieldValueNotFound spec.template.spec.resources.claims[0]: must be one of the names in pod.spec.resourceClaims which is empty',
  ]);
});
