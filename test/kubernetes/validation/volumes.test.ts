import { refuses, withPod } from '../refusals';

describe('volumes', () => {
  refuses('a volume without a name', withPod({ volumes: [{ name: '', emptyDir: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].name',
  ]);
  refuses('a volume name that is no DNS label', withPod({ volumes: [{ name: 'a.b', emptyDir: {} }] }), [
    'FieldValueInvalid spec.template.spec.volumes[0].name: must not contain dots',
  ]);
  refuses('two volumes of one name', withPod({ volumes: [{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }] }), [
    'FieldValueDuplicate spec.template.spec.volumes[1].name',
  ]);
  refuses('a volume of two sources', withPod({ volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/' } }] }), [
    'FieldValueForbidden spec.template.spec.volumes[0].hostPath: may not specify more than 1 volume type',
  ]);
});
