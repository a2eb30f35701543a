import { Specimen } from './specimen';
import {
  DownwardApiFile, EmptyDirMedium, HostPath, HostPathType, ImagePullPolicy, InTreeVolume, LabelExpression, MountPropagation, ProjectedSource,
  RecursiveReadOnly, SecurityContext, VolumeAccessMode, VolumeMode, VolumeSource,
} from '../../src';

const KEYS = { items: [{ key: 'a', path: 'b', mode: 0o400 }], optional: true };
const DATA_SOURCE = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'seed' };
const FILES = [
  DownwardApiFile.field('labels', 'metadata.labels', { mode: 0o444 }),
  DownwardApiFile.resource('memory', 'main', 'limits.memory', { divisor: '1Mi' }),
];
const CEPH = { monitors: ['192.0.2.1:6789'], user: 'admin', readOnly: true, secretName: 'ceph' };
const DISK = { fsType: 'ext4', readOnly: true };

/** Uses of mounts and of every source of a volume. */
export const VOLUME_SPECIMENS: readonly Specimen[] = [
  {
    api: 'HostPath.readOnly',
    container: {
      hostPaths: [HostPath.readOnly('/var/log', {
        mountPath: '/logs', type: HostPathType.DIRECTORY, subPath: 'pods', propagation: MountPropagation.NONE, recursiveReadOnly: RecursiveReadOnly.ENABLED,
      })],
    },
  },
  {
    api: 'HostPath.readWrite',
    props: { acknowledge: [{ id: 'ND401', reason: 'it mounts' }] },
    container: { hostPaths: [HostPath.readWrite('/mnt', { propagation: MountPropagation.BIDIRECTIONAL })], securityContext: SecurityContext.privileged() },
  },
  {
    api: 'VolumeMount',
    container: { volumes: [{ mountPath: '/data', name: 'data', readOnly: true, subPathExpr: 'x', source: VolumeSource.emptyDir() }] },
  },
  {
    api: 'VolumeDevice',
    container: { volumeDevices: [{ devicePath: '/dev/data', name: 'data', source: VolumeSource.persistentVolumeClaim('data') }] },
  },
  source('VolumeSource.hostPath', VolumeSource.hostPath('/var/log', { type: HostPathType.DIRECTORY })),
  source('VolumeSource.emptyDir', VolumeSource.emptyDir({ medium: EmptyDirMedium.MEMORY, sizeLimit: '64Mi' })),
  source('VolumeSource.configMap', VolumeSource.configMap('agent', { ...KEYS, defaultMode: 0o444 })),
  source('VolumeSource.secret', VolumeSource.secret('agent', { ...KEYS, defaultMode: 0o400 })),
  source('VolumeSource.downwardApi', VolumeSource.downwardApi(FILES, { defaultMode: 0o444 })),
  source('VolumeSource.csi', VolumeSource.csi('secrets.example.com', {
    ...DISK, volumeAttributes: { provider: 'a' }, nodePublishSecretName: 'agent',
  })),
  source('VolumeSource.image', VolumeSource.image('example.com/models:1', { pullPolicy: ImagePullPolicy.IF_NOT_PRESENT })),
  source('VolumeSource.persistentVolumeClaim', VolumeSource.persistentVolumeClaim('shared', { readOnly: true })),
  source('VolumeSource.nfs', VolumeSource.nfs({ server: 'nfs.example.com', path: '/export', readOnly: true })),
  source('VolumeSource.iscsi', VolumeSource.iscsi({
    ...DISK,
    targetPortal: '192.0.2.1',
    iqn: 'iqn.2024-01.com.example:disk',
    lun: 0,
    portals: ['192.0.2.2'],
    iscsiInterface: 'default',
    initiatorName: 'iqn.2024-01.com.example:node',
    chapAuthDiscovery: true,
    chapAuthSession: true,
    secretName: 'chap',
  })),
  source('VolumeSource.fc', VolumeSource.fc({ ...DISK, targetWwns: ['500a0982991b8dc5'], lun: 0 })),
  source('VolumeSource.fc', VolumeSource.fc({ wwids: ['3600508b400105e21'] })),
  source('VolumeSource.ephemeral', VolumeSource.ephemeral({
    accessModes: [VolumeAccessMode.READ_WRITE_ONCE],
    storage: '1Gi',
    storageLimit: '2Gi',
    storageClassName: 'fast',
    volumeMode: VolumeMode.FILESYSTEM,
    volumeName: 'disk-1',
    volumeAttributesClassName: 'gold',
    selector: { matchLabels: { a: 'b' }, matchExpressions: [LabelExpression.in('c', 'd')] },
    dataSource: DATA_SOURCE,
    dataSourceRef: DATA_SOURCE,
    labels: { a: 'b' },
    annotations: { c: 'd' },
  })),
  source('VolumeSource.projected', VolumeSource.projected([
    ProjectedSource.configMap('agent', KEYS),
    ProjectedSource.secret('agent', { items: [{ key: 'a', path: 'c', mode: 0o400 }], optional: true }),
    ProjectedSource.downwardApi(...FILES),
    ProjectedSource.serviceAccountToken('token', { audience: 'vault', expirationSeconds: 7200 }),
    ProjectedSource.clusterTrustBundle('ca.pem', {
      signerName: 'example.com/ca', labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [LabelExpression.in('c', 'd')] }, optional: true,
    }),
    ProjectedSource.clusterTrustBundle('root.pem', { name: 'root' }),
    ProjectedSource.podCertificate({
      signerName: 'example.com/signer',
      keyType: 'ED25519',
      maxExpirationSeconds: 86400,
      keyPath: 'key.pem',
      certificateChainPath: 'cert.pem',
      userAnnotations: { 'example.com/a': 'b' },
    }),
    ProjectedSource.podCertificate({ signerName: 'example.com/signer', keyType: 'ED25519', credentialBundlePath: 'bundle.pem' }),
  ], { defaultMode: 0o444 })),
  source('InTreeVolume.awsElasticBlockStore', InTreeVolume.awsElasticBlockStore({ ...DISK, volumeId: 'vol-1', partition: 1 })),
  source('InTreeVolume.azureDisk', InTreeVolume.azureDisk({ ...DISK, diskName: 'd', diskUri: 'https://example.com/d', cachingMode: 'None', kind: 'Dedicated' })),
  source('InTreeVolume.azureFile', InTreeVolume.azureFile({ secretName: 'azure', shareName: 'share', readOnly: true })),
  source('InTreeVolume.cephfs', InTreeVolume.cephfs({ ...CEPH, path: '/a', secretFile: '/etc/ceph/user.secret' })),
  source('InTreeVolume.rbd', InTreeVolume.rbd({ ...CEPH, image: 'i', pool: 'p', keyring: '/etc/ceph/keyring', fsType: 'ext4' })),
  source('InTreeVolume.cinder', InTreeVolume.cinder({ ...DISK, volumeId: 'v', secretName: 's' })),
  source('InTreeVolume.flexVolume', InTreeVolume.flexVolume({ ...DISK, driver: 'example.com/driver', secretName: 's', options: { a: 'b' } })),
  source('InTreeVolume.flocker', InTreeVolume.flocker({ datasetName: 'd' })),
  source('InTreeVolume.flocker', InTreeVolume.flocker({ datasetUuid: 'u' })),
  source('InTreeVolume.gcePersistentDisk', InTreeVolume.gcePersistentDisk({ ...DISK, pdName: 'd', partition: 1 })),
  source('InTreeVolume.gitRepo', InTreeVolume.gitRepo({ repository: 'https://example.com/r.git', revision: 'main', directory: 'r' })),
  source('InTreeVolume.glusterfs', InTreeVolume.glusterfs({ endpoints: 'gluster', path: 'v', readOnly: true })),
  source('InTreeVolume.photonPersistentDisk', InTreeVolume.photonPersistentDisk({ pdId: 'd', fsType: 'ext4' })),
  source('InTreeVolume.portworxVolume', InTreeVolume.portworxVolume({ ...DISK, volumeId: 'v' })),
  source('InTreeVolume.quobyte', InTreeVolume.quobyte({ registry: '192.0.2.1:7861', volume: 'v', user: 'u', group: 'g', tenant: 't', readOnly: true })),
  source('InTreeVolume.scaleIo', InTreeVolume.scaleIo({
    ...DISK,
    gateway: 'https://example.com',
    system: 's',
    secretName: 's',
    sslEnabled: true,
    protectionDomain: 'd',
    storagePool: 'p',
    storageMode: 'ThinProvisioned',
    volumeName: 'v',
  })),
  source('InTreeVolume.storageos', InTreeVolume.storageos({ ...DISK, volumeName: 'v', volumeNamespace: 'n', secretName: 's' })),
  source('InTreeVolume.vsphereVolume', InTreeVolume.vsphereVolume({ volumePath: '[d] v', fsType: 'ext4', storagePolicyName: 'p', storagePolicyId: 'i' })),
];

function source(api: string, volume: VolumeSource): Specimen {
  return { api, props: { volumes: { volume } } };
}
