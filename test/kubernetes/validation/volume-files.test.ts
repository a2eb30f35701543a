import { refuses, withPod } from '../refusals';

describe('volume files', () => {
  refuses('a file without a key', withPod({ volumes: [{ name: 'a', configMap: { name: 'c', items: [{ key: '', path: 'p' }] } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].configMap.items[0].key',
  ]);
  refuses('a file above its volume', withPod({
    volumes: [{ name: 'a', configMap: { name: 'c', items: [{ key: 'k', path: '../p' }] } }],
  }), [
    "FieldValueInvalid spec.template.spec.volumes[0].configMap.items[0].path: must not contain '..'",
  ]);
  refuses('a file whose name begins with two dots', withPod({
    volumes: [{ name: 'a', configMap: { name: 'c', items: [{ key: 'k', path: '..p' }] } }],
  }), [
    "FieldValueInvalid spec.template.spec.volumes[0].configMap.items[0].path: must not start with '..'",
  ]);
  refuses('an absolute path in the volume', withPod({
    volumes: [{ name: 'a', downwardAPI: { items: [{ path: '/p', fieldRef: { fieldPath: 'metadata.labels' } }] } }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].downwardAPI.path: must be a relative path',
  ]);
  refuses('a file about nothing', withPod({ volumes: [{ name: 'a', downwardAPI: { items: [{ path: 'p' }] } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].downwardAPI: one of fieldRef and resourceFieldRef is required',
  ]);
  refuses('a file about two things', withPod({
    volumes: [{
      name: 'a',
      downwardAPI: {
        items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name' }, resourceFieldRef: { containerName: 'c0', resource: 'limits.cpu' } }],
      },
    }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].downwardAPI: fieldRef and resourceFieldRef can not be specified simultaneously',
  ]);
  refuses('a resource of no container', withPod({
    volumes: [{ name: 'a', downwardAPI: { items: [{ path: 'p', resourceFieldRef: { resource: 'limits.cpu' } }] } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].downwardAPI.resourceFieldRef.containerName',
  ]);
});
