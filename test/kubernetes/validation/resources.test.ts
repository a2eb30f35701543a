import { refuses, takes, withContainer } from '../refusals';

describe('resources', () => {
  refuses('a negative limit', withContainer({ resources: { limits: { cpu: '-1' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.limits[cpu]: must be greater than or equal to 0',
  ]);
  refuses('a request above the limit', withContainer({ resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.requests: must be less than or equal to cpu limit of 1',
  ]);
  refuses('a resource without a domain', withContainer({ resources: { limits: { gpu: '1' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.limits[gpu]: must be a standard resource type or fully qualified',
    'FieldValueInvalid spec.template.spec.containers[0].resources.limits[gpu]: must be a standard resource for containers',
  ]);
  refuses('a part of an extended resource', withContainer({ resources: { limits: { 'example.com/gpu': '500m' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.limits[example.com/gpu]: must be an integer',
  ]);
  refuses('a request for an extended resource without a limit', withContainer({ resources: { requests: { 'example.com/gpu': '1' } } }), [
    'FieldValueRequired spec.template.spec.containers[0].resources.limits: Limit must be set for non overcommitable resources',
  ]);
  refuses('an extended resource whose request is not its limit', withContainer({
    resources: { limits: { 'example.com/gpu': '2' }, requests: { 'example.com/gpu': '1' } },
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.requests: must be equal to example.com/gpu limit of 2',
  ]);
  refuses('huge pages without memory or CPU', withContainer({ resources: { limits: { 'hugepages-2Mi': '2Mi' } } }), [
    'FieldValueForbidden spec.template.spec.containers[0].resources: HugePages require cpu or memory',
  ]);
  refuses('huge pages that are not whole', withContainer({ resources: { limits: { 'hugepages-2Mi': '3Mi', 'memory': '1Gi' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].resources.limits[hugepages-2Mi]: 3Mi is not positive integer multiple of hugepages-2Mi',
  ]);
  takes("a native resource that is no container's", withContainer({ resources: { limits: { 'kubernetes.io/x': '1' } } }));
});
