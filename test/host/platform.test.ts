import { HostPathType, IpFamily, NodePlatform } from '../../src';
import { likelyType } from '../../src/host/likely-type';

describe('the platform', () => {
  test.each<[string, () => NodePlatform, string, string, string]>([
    ['standard', NodePlatform.standard, '/var/lib/kubelet', '/etc/cni/net.d', '/opt/cni/bin'],
    ['GKE', NodePlatform.gke, '/var/lib/kubelet', '/etc/cni/net.d', '/home/kubernetes/bin'],
    ['K3s', NodePlatform.k3s, '/var/lib/kubelet', '/var/lib/rancher/k3s/agent/etc/cni/net.d', '/var/lib/rancher/k3s/data/cni'],
    ['MicroK8s', NodePlatform.microk8s, '/var/snap/microk8s/common/var/lib/kubelet', '/var/snap/microk8s/current/args/cni-network', '/var/snap/microk8s/current/opt/cni/bin'],
    ['k0s', NodePlatform.k0s, '/var/lib/k0s/kubelet', '/etc/cni/net.d', '/opt/cni/bin'],
    ['OpenShift', NodePlatform.openshift, '/var/lib/kubelet', '/etc/kubernetes/cni/net.d', '/var/lib/cni/bin'],
  ])('%s has its own directories', (_name, platform, kubeletRoot, cniConfigDirectory, cniBinaryDirectory) => {
    expect(platform()).toMatchObject({ kubeletRoot, cniConfigDirectory, cniBinaryDirectory });
  });

  test('a fact that is given wins', () => {
    const platform = NodePlatform.eks({ kubeletRoot: '/data/kubelet', ipFamily: IpFamily.IPV6, kubernetes: 'v1.35.2-eks-1' });
    expect([platform.kubeletRoot, platform.ipFamily, platform.kubernetesMinor]).toEqual(['/data/kubelet', 'IPv6', 35]);
  });

  test('without a version, nothing is known of it', () => {
    expect(NodePlatform.standard().kubernetesMinor).toBeUndefined();
  });

  test.each([['/usr/bin', true], ['/etc/machine-id', true], ['/etc/cni/net.d', false], ['/var/lib/agent', false]])('on Talos %s is read-only: %s', (path, readOnly) => {
    expect(NodePlatform.talos().isReadOnly(path)).toBe(readOnly);
  });

  test('on OpenShift all is read-only but what is kept over upgrades', () => {
    const paths = ['/', '/data', '/usr/share', '/usr/local/share', '/opt/share', '/srv/share', '/etc/share', '/var/lib/share'];
    expect(paths.filter(path => NodePlatform.openshift().isReadOnly(path))).toEqual(['/', '/data', '/usr/share']);
  });

  test('on Flatcar the links into /usr are read-only too', () => {
    const paths = ['/usr/share', '/bin', '/lib/modules', '/lib64', '/sbin', '/opt/bin', '/srv'];
    expect(paths.filter(path => NodePlatform.flatcar().isReadOnly(path))).toEqual(['/usr/share', '/bin', '/lib/modules', '/lib64', '/sbin']);
  });

  test('the kubelet of Talos sees some paths, those of the others all', () => {
    const paths = ['/var/log/pods', '/var/log/podsy', '/etc/agent'];
    expect(paths.map(path => NodePlatform.talos().kubeletSees(path))).toEqual([true, false, false]);
    expect(paths.map(path => NodePlatform.rke2().kubeletSees(path))).toEqual([true, true, true]);
  });

  test('a path is seen and read-only however it is spelled', () => {
    const paths = ['/var/run/x', '//run//x/', '/./run/x'];
    expect(paths.map(path => NodePlatform.talos().kubeletSees(path))).toEqual([true, true, true]);
    expect(paths.map(path => NodePlatform.talos().isReadOnly(path))).toEqual([false, false, false]);
  });

  test('critical pods need a quota on GKE', () => {
    expect([NodePlatform.gke().criticalPodsQuota, NodePlatform.aks().criticalPodsQuota]).toEqual([true, false]);
  });

  test('a list comes out as a copy', () => {
    const platform = NodePlatform.standard();
    platform.logRoots.push('/more');
    expect(platform.logRoots).toEqual(['/var/log/pods']);
  });
});

test.each([
  ['/var/log', true, HostPathType.DIRECTORY],
  ['/var/lib/agent', false, HostPathType.DIRECTORY_OR_CREATE],
  ['/run/agent.sock', false, HostPathType.SOCKET],
  ['/run/xtables.lock', false, HostPathType.FILE_OR_CREATE],
  ['/etc/os-release', true, HostPathType.FILE],
  ...['/', '/dev', '/etc', '/proc', '/run', '/sys', '/var/lib', '/var/log', '/var/run', '/var/run/'].map((path): [string, boolean, HostPathType] => [path, false, HostPathType.DIRECTORY]),
  ['/dev', true, HostPathType.DIRECTORY],
  ['/dev/kmsg', true, HostPathType.UNCHECKED],
])('%s, read-only %s, is most likely of type %j', (path, readOnly, type) => {
  expect(likelyType(path, readOnly)).toBe(type);
});
