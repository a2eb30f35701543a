import { refuses, withPod } from '../refusals';

describe('volume sources', () => {
  refuses('a host path with a step back', withPod({ volumes: [{ name: 'a', hostPath: { path: '/a/../b' } }] }), [
    "FieldValueInvalid spec.template.spec.volumes[0].hostPath.path: must not contain '..'",
  ]);
  refuses('no host path', withPod({ volumes: [{ name: 'a', hostPath: { path: '' } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].hostPath.path',
  ]);
  refuses('an unknown type of host path', withPod({ volumes: [{ name: 'a', hostPath: { path: '/a', type: 'Fifo' } }] }), [
    'FieldValueNotSupported spec.template.spec.volumes[0].hostPath.type: supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
  ]);
  refuses('a negative size of an empty directory', withPod({ volumes: [{ name: 'a', emptyDir: { sizeLimit: '-1' } }] }), [
    'FieldValueForbidden spec.template.spec.volumes[0].emptyDir.sizeLimit: SizeLimit field must be a valid resource quantity',
  ]);
  refuses('a secret without a name', withPod({ volumes: [{ name: 'a', secret: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].secret.secretName',
  ]);
  refuses('a ConfigMap without a name', withPod({ volumes: [{ name: 'a', configMap: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].configMap.name',
  ]);
  refuses('permissions above 0777', withPod({ volumes: [{ name: 'a', configMap: { name: 'c', defaultMode: 512 } }] }), [
    'FieldValueInvalid spec.template.spec.volumes[0].configMap.defaultMode: must be a number between 0 and 0777 (octal), both inclusive',
  ]);
  refuses('a claim without a name', withPod({ volumes: [{ name: 'a', persistentVolumeClaim: { claimName: '' } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
  ]);
  refuses('a CSI volume without a driver', withPod({ volumes: [{ name: 'a', csi: { driver: '' } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].csi.driver',
  ]);
  refuses('an image volume without an image', withPod({ volumes: [{ name: 'a', image: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].image.reference',
  ]);
});
