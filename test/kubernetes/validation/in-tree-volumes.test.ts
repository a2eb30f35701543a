import { refuses, withPod } from '../refusals';

describe('in tree volumes', () => {
  refuses('an NFS path that is not absolute', withPod({ volumes: [{ name: 'a', nfs: { server: 's', path: 'p' } }] }), [
    'FieldValueInvalid spec.template.spec.volumes[0].nfs.path: must be an absolute path',
  ]);
  refuses('an iSCSI name of an unknown form', withPod({ volumes: [{ name: 'a', iscsi: { targetPortal: 'p', iqn: 'x', lun: 0 } }] }), [
    'FieldValueInvalid spec.template.spec.volumes[0].iscsi.iqn: must be valid format starting with iqn, eui, or naa',
  ]);
  refuses('fibre channel without targets', withPod({ volumes: [{ name: 'a', fc: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].fc.targetWWNs: must specify either targetWWNs or wwids, but not both',
  ]);
  refuses('a git directory with a step back', withPod({ volumes: [{ name: 'a', gitRepo: { repository: 'r', directory: '../x' } }] }), [
    "FieldValueInvalid spec.template.spec.volumes[0].gitRepo.directory: must not contain '..'",
  ]);
  refuses('a Quobyte registry without a port', withPod({ volumes: [{ name: 'a', quobyte: { registry: 'host', volume: 'v' } }] }), [
    'FieldValueInvalid spec.template.spec.volumes[0].quobyte.registry: must be a host:port pair or multiple pairs separated by commas',
  ]);
  refuses('an Azure disk of an unknown kind', withPod({
    volumes: [{ name: 'a', azureDisk: { diskName: 'd', diskURI: 'https://x', kind: 'Big' } }],
  }), [
    'FieldValueNotSupported spec.template.spec.volumes[0].azureDisk.kind: supported values: "Dedicated", "Managed", "Shared"',
  ]);
  refuses('a Ceph pool without monitors', withPod({ volumes: [{ name: 'a', rbd: { monitors: [], image: 'i' } }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].rbd.monitors',
  ]);
});
