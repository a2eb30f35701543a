import { ApiObject, Testing } from 'cdk8s';
import { OWN } from './csi';
import {
  CsiDriver, CsiDriverObject, CsiHostAccess, CsiNodePlugin, CsiNodePluginProps, CsiTokenRequest, CustomCsiDriverOptions, DaemonProfile, HostPath,
  LifecycleHook, MountPropagation, NodePlatform, SecurityContext, UpdateStrategy,
} from '../../src';
import { chartOf } from '../core/testing';

function define(options: Partial<CustomCsiDriverOptions>, props: Partial<CsiNodePluginProps> = {}): () => void {
  return () => {
    const chart = chartOf('kube-system');
    new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.custom({ ...OWN, ...options }), ...props });
    Testing.synth(chart);
  };
}

const HOST_NETWORK = { hostNamespaces: { network: true } };
const ON_1_34 = { platform: NodePlatform.standard({ kubernetes: '1.34' }) };
const RESTRICTED = SecurityContext.of({ runAsUser: 1000 });

test.each<[string, () => unknown, string]>([
  ['a name with a blank', define({ name: 'my driver' }),
    "name of a CSI driver must be at most 63 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got 'my driver': write one such as 'nfs.csi.k8s.io'"],
  ['a name in capitals, of which no CSIDriver can be made', () => CsiDriver.nfs({ name: 'NFS.csi.k8s.io' }),
    "name of a CSI driver must be at most 63 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got 'NFS.csi.k8s.io': write one such as 'nfs.csi.k8s.io'"],
  ['a name of 64 characters', () => CsiDriver.hostPath({ name: 'a'.repeat(64) }),
    `name of a CSI driver must be at most 63 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got '${'a'.repeat(64)}': write one such as 'nfs.csi.k8s.io'`],
  ['no container', () => CsiDriver.custom({ name: 'own.example.com' } as never),
    "container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
  ['no driver', () => new CsiNodePlugin(chartOf(), 'csi', {} as never),
    'platform/csi: driver must be a program such as CsiDriver.hostPath(), got undefined'],

  ['fields of Kubernetes for its CSIDriver', define({}, { driverObject: { attachRequired: false } as never }),
    'platform/csi: driverObject must be a value such as CsiDriverObject.create(), got {"attachRequired":false}'],
  ['a word for its access', define({ access: 'pods' as never }), "access must be a value such as CsiHostAccess.pods(), got 'pods'"],

  ['a plugin directory outside of the root of the kubelet', define({ pluginDirectory: '/var/lib/own' }),
    "platform/csi: pluginDirectory must be a directory below '/var/lib/kubelet/plugins', where the kubelet of this platform keeps plugins, got '/var/lib/own': write 'own'"],
  ['the plugin directory of another layout', define({ pluginDirectory: '/var/lib/kubelet/plugins/own' }, { platform: NodePlatform.microk8s() }),
    "platform/csi: pluginDirectory must be a directory below '/var/snap/microk8s/common/var/lib/kubelet/plugins', where the kubelet of this platform keeps plugins, "
      + "got '/var/lib/kubelet/plugins/own': write 'own'"],
  ['a plugin directory among the directories of pods', define({ pluginDirectory: '/var/lib/kubelet/pods' }),
    "platform/csi: pluginDirectory must be a directory below '/var/lib/kubelet/plugins', where the kubelet of this platform keeps plugins, got '/var/lib/kubelet/pods': write 'pods'"],
  ['a plugin directory that climbs', define({ pluginDirectory: '/var/lib/kubelet/plugins/../../own' }),
    "platform/csi: pluginDirectory must be a directory below '/var/lib/kubelet/plugins', where the kubelet of this platform keeps plugins, "
      + "got '/var/lib/kubelet/plugins/../../own': write 'own'"],
  ['a relative plugin directory', define({ pluginDirectory: 'plugins/own' }),
    "platform/csi: pluginDirectory must be a directory below '/var/lib/kubelet/plugins', where the kubelet of this platform keeps plugins, got 'plugins/own': write 'own'"],
  ['a layout with a relative path', () => NodePlatform.of({ kubeletRoot: 'var/lib/kubelet' }),
    "kubeletRoot must be absolute, got 'var/lib/kubelet': write '/var/lib/kubelet'"],
  ['a socket that the kernel does not know by so long a path', define({ name: 'a'.repeat(63) }, { platform: NodePlatform.microk8s() }),
    `platform/csi: path of a socket must be at most 107 bytes, as the kernel knows no longer one, got '/var/snap/microk8s/common/var/lib/kubelet/plugins/${'a'.repeat(63)}`
      + '/cs...: it has 122: shorten the name of the driver or its pluginDirectory'],
  ['a registrar that the kernel does not know by so long a path', define({ name: 'a'.repeat(60), pluginDirectory: 'a' }, { platform: NodePlatform.microk8s() }),
    `platform/csi: path of a socket must be at most 107 bytes, as the kernel knows no longer one, got '/var/snap/microk8s/common/var/lib/kubelet/plugins_registry/${'a'.repeat(57)}`
      + '...: it has 128: shorten the name of the driver or its pluginDirectory'],

  ['two probes on one port', define({ registrar: { port: 9808 } }),
    'platform/csi: ports of registrar and livenessProbe must be two, as the containers of a pod share its network, got 9808: give one of them another port'],
  ['two probes on one port of the node', define({ registrar: { port: 19808 }, livenessProbe: { port: 19808 } }, HOST_NETWORK),
    'platform/csi: ports of registrar and livenessProbe must be two, as the containers of a pod share its network, got 19808: give one of them another port'],
  ['the network of the node without ports of its own', define({}, HOST_NETWORK),
    'platform/csi: ports of a CSI plugin must be given for registrar and livenessProbe under the network of the node, where all drivers share the ports, got {}: '
      + 'write registrar: { port: 19809 } and livenessProbe: { port: 19808 }, or two that no other driver has'],
  ['the network of the node with one port of its own', define({ registrar: { port: 19809 } }, HOST_NETWORK),
    'platform/csi: ports of a CSI plugin must be given for registrar and livenessProbe under the network of the node, where all drivers share the ports, '
      + 'got {"registrar":19809}: write registrar: { port: 19809 } and livenessProbe: { port: 19808 }, or two that no other driver has'],
  ['a port that is none', define({ registrar: { port: 70000 } }),
    'port of the registrar must be a whole number from 1 to 65535, got 70000'],

  ['a shared mount in a container that is not privileged', define({ container: { ...OWN.container, securityContext: RESTRICTED } }),
    "platform/csi: securityContext of container 'own' must be privileged with '/var/lib/kubelet/pods', whose mounts it shares with the node, got "
      + '{"runAsUser":1000}: leave securityContext out with HARDENED, or write SecurityContext.privileged()'],
  ['a shared mount with BARE and no security context', define({ access: CsiHostAccess.pods() }, { profile: DaemonProfile.BARE }),
    "platform/csi: securityContext of container 'own' must be privileged with '/var/lib/kubelet/pods', whose mounts it shares with the node, got undefined: "
      + 'leave securityContext out with HARDENED, or write SecurityContext.privileged()'],
  ['a shared mount in the registrar',
    define({ registrar: { container: { hostPaths: [HostPath.readWrite('/mnt', { propagation: MountPropagation.BIDIRECTIONAL })], securityContext: SecurityContext.of({}) } } }),
    "platform/csi: securityContext of container 'node-driver-registrar' must be privileged with '/mnt', whose mounts it shares with the node, got {}: "
      + 'leave securityContext out with HARDENED, or write SecurityContext.privileged()'],

  ['a surge', define({}, { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '25%' }) }),
    'platform/csi: updateStrategy of a CSI plugin must be without maxSurge, as the old pod removes the socket of the new one when it ends, got {"maxSurge":"25%"}: '
      + 'use maxUnavailable: old and new pod have one socket'],
  ['arguments in place of those of the registrar', define({ registrar: { container: { args: ['--v=5'] } } }),
    "platform/csi: args of container 'node-driver-registrar' must be all that it needs, with --csi-address, got [\"--v=5\"]: "
      + 'write extraArgs, which come behind ours, instead of args of the container'],
  ['a registrar that tells the kubelet no socket', define({ registrar: { container: { args: ['--csi-address=/csi/csi.sock', '--http-endpoint=:9809'] } } }),
    "platform/csi: args of container 'node-driver-registrar' must be all that it needs, with --kubelet-registration-path, "
      + 'got ["--csi-address=/csi/csi.sock","--http-endpoint=:9809"]: write extraArgs, which come behind ours, instead of args of the container'],
  ['a registrar that does not answer the kubelet', define({ registrar: { container: { name: 'reg', args: ['--csi-address=/csi/csi.sock', '--kubelet-registration-path=$(SOCKET)'] } } }),
    "platform/csi: args of container 'reg' must be all that it needs, with --http-endpoint=:9809, where the kubelet asks, "
      + 'got ["--csi-address=/csi/csi.sock","--kubelet-registration-path=$(SOCKET)"]: write extraArgs, which come behind ours, instead of args of the container'],
  ['a liveness probe that asks a port that nobody has', define({ livenessProbe: { container: { args: ['--csi-address=/csi/csi.sock', '--health-port=9898'] } } }),
    "platform/csi: args of container 'liveness-probe' must be all that it needs, with --http-endpoint=:9808, where the kubelet asks, "
      + 'got ["--csi-address=/csi/csi.sock","--health-port=9898"]: write extraArgs, which come behind ours, instead of args of the container'],
  ['volumes where the nodes cannot write',
    () => new CsiNodePlugin(chartOf(), 'csi', { driver: CsiDriver.hostPath({ stateDirectory: '/srv/data' }), platform: NodePlatform.talos() }),
    "platform/csi: stateDirectory must be a directory that the nodes of the platform 'talos' can write, got '/srv/data': write one below '/var', or leave it out"],
  ['a hook that has no time', define({ preStop: ['/own', 'drain'] }, { terminationGracePeriodSeconds: 0 }),
    'platform/csi: terminationGracePeriodSeconds must be above what preStop of the driver takes, got 0: leave it out for half a minute with HARDENED, or take preStop out'],
  ['a hook of the container that has no time',
    define({ container: { ...OWN.container, lifecycle: { preStop: LifecycleHook.exec('/b') } } }, { terminationGracePeriodSeconds: 0 }),
    'platform/csi: terminationGracePeriodSeconds must be above what preStop of the driver takes, got 0: leave it out for half a minute with HARDENED, or take preStop out'],
  ['two hooks before the end', define({ preStop: ['/a'], container: { ...OWN.container, lifecycle: { preStop: LifecycleHook.exec('/b') } } }),
    'preStop must be given once, got ["/a"]: take it out, or the one in lifecycle of the container'],
  ['a capacity that is no quantity', () => CsiDriver.hostPath({ capacity: { fast: '10 GB' } }),
    "capacity must be of kinds and quantities, such as { fast: '10Gi' }, got {\"fast\":\"10 GB\"}"],
  ['a relative directory of volumes', () => CsiDriver.hostPath({ stateDirectory: 'data' }),
    "stateDirectory must be absolute, got 'data': write '/data'"],
  ['permissions that are none', () => CsiDriver.nfs({ mountPermissions: 0o10000 }),
    'mountPermissions must be a whole number from 0 to 4095, got 4096'],

  ['a field that the cluster does not know', define({}, { ...ON_1_34, driverObject: CsiDriverObject.create({ nodeAllocatableUpdatePeriodSeconds: 10 }) }),
    'platform/csi: nodeAllocatableUpdatePeriodSeconds of the CSIDriver must be left out before Kubernetes 1.35, which drops it, got 10: '
      + 'the platform has 1.34: leave it out, or name the version that the cluster has in NodePlatform'],
  ['tokens in secrets in a cluster that does not know them',
    define({}, { ...ON_1_34, driverObject: CsiDriverObject.create({ tokenRequests: [{ audience: '' }], serviceAccountTokenInSecrets: true }) }),
    'platform/csi: serviceAccountTokenInSecrets of the CSIDriver must be left out before Kubernetes 1.35, which drops it, got true: '
      + 'the platform has 1.34: leave it out, or name the version that the cluster has in NodePlatform'],
  ['tokens in secrets without tokens', () => CsiDriverObject.create({ serviceAccountTokenInSecrets: true }),
    "serviceAccountTokenInSecrets must be given with tokenRequests, got true: write tokenRequests: [{ audience: '…' }], or leave it out"],
  ['two tokens for one audience', () => CsiDriverObject.create({ tokenRequests: [{ audience: 'a' }, { audience: 'a' }] }),
    "audience of tokenRequests must be each for another audience, got 'a': take one of the two out"],
  ['a token without an audience', () => CsiDriverObject.create({ tokenRequests: [{} as CsiTokenRequest] }),
    "audience of tokenRequests must be text, '' for the API server, got undefined"],
  ['a token for a minute', () => CsiDriverObject.create({ tokenRequests: [{ audience: '', expirationSeconds: 60 }] }),
    'expirationSeconds of tokenRequests must be a whole number from 600 to 4294967296, got 60'],
  ['a question every second', () => CsiDriverObject.create({ nodeAllocatableUpdatePeriodSeconds: 1 }),
    'nodeAllocatableUpdatePeriodSeconds must be a whole number of at least 10, got 1'],
  ['a label that Kubernetes refuses', define({}, { driverObject: CsiDriverObject.create({ labels: { 'a b': 'c' } }) }),
    "platform/csi: key among the labels of the CSIDriver must be a label key such as 'example.com/name', got 'a b'"],
])('fails on %s', (_, run, message) => {
  expect(run).toThrow(message);
});

test('arguments that are all that a container beside the driver needs are taken', () => {
  expect(define({
    registrar: { container: { args: ['--csi-address=/csi/csi.sock', '--kubelet-registration-path=/var/lib/kubelet/plugins/own.example.com/csi.sock', '--http-endpoint', ':9809'] } },
    livenessProbe: { container: { args: ['--csi-address=/csi/csi.sock'] } },
  })).not.toThrow();
});

describe('one CSIDriver in a cluster', () => {
  const two = (first: NodePlatform, second: NodePlatform, driverObject?: CsiDriverObject) => () => {
    const chart = chartOf('kube-system');
    new CsiNodePlugin(chart, 'one', { driver: CsiDriver.nfs(), platform: first });
    new CsiNodePlugin(chart, 'two', { driver: CsiDriver.nfs(), platform: second, driverObject });
  };
  const [STANDARD, EAST, WEST] = [NodePlatform.standard(), NodePlatform.standard({ cluster: 'east' }), NodePlatform.standard({ cluster: 'west' })];

  test('a second plugin that makes it once more is refused', () => {
    expect(two(STANDARD, STANDARD)).toThrow(new Error("platform/two: CSIDriver 'nfs.csi.k8s.io' must be made once in a cluster, got 'platform/one/CSIDriver': "
      + 'write driverObject: CsiDriverObject.existing() for the second one, or the clusters in NodePlatform where there are two'));
  });

  test('a second plugin that leaves it to the first one, or is for another cluster, is not', () => {
    expect(two(STANDARD, STANDARD, CsiDriverObject.existing())).not.toThrow();
    expect(two(EAST, WEST)).not.toThrow();
  });

  test('one that somebody wrote counts, too', () => {
    const chart = chartOf('kube-system');
    new ApiObject(chart, 'theirs', { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'nfs.csi.k8s.io' } });
    expect(() => new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.nfs(), platform: EAST })).toThrow(new Error(
      "platform/csi: CSIDriver 'nfs.csi.k8s.io' must be made once in a cluster, got 'platform/theirs': "
      + 'write driverObject: CsiDriverObject.existing() for the second one, or the clusters in NodePlatform where there are two'));
  });
});

test('what fails leaves nothing in the tree', () => {
  const chart = chartOf('kube-system');
  const driverObject = CsiDriverObject.create({ nodeAllocatableUpdatePeriodSeconds: 10 });
  expect(() => new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.nfs(), driverObject, ...ON_1_34 })).toThrow();
  expect(chart.node.children).toEqual([]);
});
