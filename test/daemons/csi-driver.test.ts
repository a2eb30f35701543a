import { nodePlugin, OWN } from './csi';
import { CsiDriver, CsiDriverObject, CsiFsGroupPolicy, CsiNodePlugin, CsiVolumeLifecycleMode } from '../../src';
import { chartOf } from '../core/testing';

describe('ready drivers', () => {
  test('the host-path driver keeps volumes on its node, and tells how much it has', () => {
    const { containers, hostPaths } = nodePlugin(CsiDriver.hostPath({ capacity: { slow: '10Gi', fast: '100Gi' }, maxVolumesPerNode: 5, stateDirectory: '/srv/csi', extraArgs: ['--v=5'] }));
    expect(containers.hostpath.args).toEqual([
      '--drivername=hostpath.csi.k8s.io', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(NODE_ID)', '--capacity=slow=10Gi', '--capacity=fast=100Gi', '--maxvolumespernode=5', '--v=5',
    ]);
    expect(hostPaths['csi-data-dir']).toBe('/srv/csi DirectoryOrCreate');
  });

  test('the NFS driver may write to its image and has the permissions that are asked for', () => {
    const { nfs } = nodePlugin(CsiDriver.nfs({ mountPermissions: 0o777, extraArgs: ['--v=5'] })).containers;
    expect(nfs.securityContext).toEqual({ privileged: true, runAsUser: 0 });
    expect(nfs.args).toEqual(['--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)', '--mount-permissions=0777', '--v=5']);
  });

  test('a second one has another name', () => {
    expect(nodePlugin(CsiDriver.nfs({ name: 'nfs2.csi.k8s.io' })).containers.nfs.args[0]).toBe('--drivername=nfs2.csi.k8s.io');
    expect(nodePlugin(CsiDriver.hostPath({ name: 'b.example.com' })).csiDriver.metadata.name).toBe('b.example.com');
  });

  test('a second one has its own socket and volumes', () => {
    expect(nodePlugin(CsiDriver.hostPath({ name: 'b.example.com' })).hostPaths).toMatchObject({
      'plugin-dir': '/var/lib/kubelet/plugins/b.example.com DirectoryOrCreate', 'csi-data-dir': '/var/lib/csi-hostpath-data-b.example.com DirectoryOrCreate',
    });
    expect(nodePlugin(CsiDriver.nfs({ name: 'nfs2.csi.k8s.io' })).hostPaths['plugin-dir']).toBe('/var/lib/kubelet/plugins/nfs2.csi.k8s.io DirectoryOrCreate');
  });

  test('one that writes the name that it has anyway is the first one', () => {
    expect(nodePlugin(CsiDriver.hostPath({ name: 'hostpath.csi.k8s.io' })).pod).toEqual(nodePlugin(CsiDriver.hostPath()).pod);
    expect(nodePlugin(CsiDriver.nfs({ name: 'nfs.csi.k8s.io' })).hostPaths).toEqual(nodePlugin(CsiDriver.nfs()).hostPaths);
  });
});

describe('the CSIDriver', () => {
  test.each<[string, CsiDriver, object]>([
    ['host-path', CsiDriver.hostPath(), { attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: ['Persistent', 'Ephemeral'], storageCapacity: true, fsGroupPolicy: 'File' }],
    ['NFS', CsiDriver.nfs(), { attachRequired: false, volumeLifecycleModes: ['Persistent'], fsGroupPolicy: 'File' }],
    ['own', CsiDriver.custom(OWN), { attachRequired: false, fsGroupPolicy: 'File' }],
  ])('of the %s driver is its own', (_, driver, spec) => {
    expect(nodePlugin(driver).csiDriver.spec).toEqual(spec);
  });

  test('belongs to no namespace', () => {
    expect(nodePlugin().csiDriver.metadata).toEqual({
      name: 'hostpath.csi.k8s.io',
      labels: {
        'app.kubernetes.io/component': 'csi-node-plugin', 'app.kubernetes.io/instance': 'csi-node', 'app.kubernetes.io/managed-by': 'cdk8s-node-daemons', 'app.kubernetes.io/name': 'hostpath',
      },
    });
  });

  test('says what is written, over what the driver says', () => {
    const driverObject = CsiDriverObject.create({
      volumeLifecycleModes: [CsiVolumeLifecycleMode.PERSISTENT],
      fsGroupPolicy: CsiFsGroupPolicy.NONE,
      storageCapacity: false,
      requiresRepublish: true,
      tokenRequests: [{ audience: 'vault', expirationSeconds: 600 }],
      serviceAccountTokenInSecrets: true,
      nodeAllocatableUpdatePeriodSeconds: 60,
      labels: { 'security.openshift.io/csi-ephemeral-volume-profile': 'restricted' },
      annotations: { 'example.com/team': 'storage' },
    });
    const { spec, metadata } = nodePlugin(CsiDriver.hostPath(), { driverObject }).csiDriver;
    expect(spec).toEqual({
      attachRequired: false,
      podInfoOnMount: true,
      volumeLifecycleModes: ['Persistent'],
      fsGroupPolicy: 'None',
      storageCapacity: false,
      requiresRepublish: true,
      tokenRequests: [{ audience: 'vault', expirationSeconds: 600 }],
      serviceAccountTokenInSecrets: true,
      nodeAllocatableUpdatePeriodSeconds: 60,
    });
    expect(metadata.labels['security.openshift.io/csi-ephemeral-volume-profile']).toBe('restricted');
    expect(metadata.annotations).toEqual({ 'example.com/team': 'storage' });
  });

  test('can be somebody else\'s', () => {
    expect(nodePlugin(undefined, { driverObject: CsiDriverObject.existing() }).csiDriver).toBeUndefined();
  });

  test('is known to the construct', () => {
    const plugin = new CsiNodePlugin(chartOf(), 'csi', { driver: CsiDriver.nfs() });
    expect([plugin.driverName, plugin.csiDriver?.name, plugin.daemon.platform.kubeletRoot]).toEqual(['nfs.csi.k8s.io', 'nfs.csi.k8s.io', '/var/lib/kubelet']);
  });
});
