import { Testing } from 'cdk8s';
import { argsOf, containerOf, manifests, podOf } from './rendered-prometheus';
import {
  CollectorName, ContainerPort, DaemonProfile, EnvValue, ListenOn, MetricsAgent, Monitor, MountPropagation, NodeCollector, NodeExporter, NodePlatform,
  SecurityContext,
} from '../../src';
import { chartOf } from '../core/testing';

test('defaults', () => {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics');
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('by default', () => {
  test('it is nobody, without any capability, and cannot write', () => {
    expect(containerOf().securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsUser: 65534,
      runAsGroup: 65534,
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('it shares the network of the node and no other namespace, and gets no token', () => {
    const { hostNetwork, hostPID, hostIPC, automountServiceAccountToken } = podOf();
    expect({ hostNetwork, hostPID, hostIPC, automountServiceAccountToken })
      .toEqual({ hostNetwork: true, hostPID: undefined, hostIPC: undefined, automountServiceAccountToken: false });
  });

  test('it sees the root directory of the node read-only, with what is mounted later', () => {
    const { containers: [{ volumeMounts }], volumes } = podOf();
    expect(volumeMounts).toEqual([{ name: 'root', mountPath: '/host/root', readOnly: true, mountPropagation: 'HostToContainer' }]);
    expect(volumes).toEqual([{ name: 'root', hostPath: { path: '/', type: 'Directory' } }]);
  });

  test('it reads /proc, /sys and the names of disks below that directory', () => {
    expect(argsOf()).toEqual(expect.arrayContaining([
      '--path.procfs=/host/root/proc', '--path.sysfs=/host/root/sys', '--path.rootfs=/host/root', '--path.udev.data=/host/root/run/udev/data',
    ]));
  });

  test('pain 14: it asks the API server for nothing', () => {
    expect(manifests({}, {}, 'ClusterRole')).toEqual([]);
    expect(manifests({}, {}, 'ServiceAccount')).toEqual([]);
  });

  test('pain 17: a second exporter on the same port is an error, and on another is none', () => {
    const two = (port: number) => () => {
      const chart = chartOf('monitoring');
      new NodeExporter(chart, 'metrics');
      new NodeExporter(chart, 'more', { agent: MetricsAgent.prometheus({ port }) });
      Testing.synth(chart);
    };
    expect(two(9100)).toThrow(/\[platform\/more\] ND301 port TCP 9100 of the node is taken by 'platform\/metrics' on the same nodes/);
    expect(two(9200)).not.toThrow();
  });

  test("pain 18: it is not open on the node's public addresses", () => {
    const { args, env } = containerOf();
    expect(args[0]).toBe('--web.listen-address=[$(HOST_IP)]:9100');
    expect(env).toEqual([{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }]);
  });

  test('pain 20: one port is that of listener, probes, Service and monitor', () => {
    const { args, ports, readinessProbe, livenessProbe } = containerOf({ port: 9796 });
    expect(args[0]).toBe('--web.listen-address=[$(HOST_IP)]:9796');
    expect(ports).toEqual([{ name: 'metrics', containerPort: 9796 }]);
    expect([readinessProbe.httpGet, livenessProbe.httpGet]).toEqual([{ path: '/', port: 'metrics' }, { path: '/', port: 'metrics' }]);
    expect(manifests({ port: 9796 }, {}, 'Service')[0].spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9796 }] });
    expect(manifests({ port: 9796 }, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor')[0].spec.endpoints[0].port).toBe('metrics');
    expect(manifests({ port: 9796 }, { monitor: Monitor.serviceAnnotations() }, 'Service')[0].metadata.annotations['prometheus.io/port']).toBe('9796');
  });

  test('pain 22: a rollout takes a tenth of the nodes at a time', () => {
    expect(manifests({})[0].spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
  });

  test('pain 23: it runs on nodes with any taint, and on no virtual node', () => {
    const { tolerations, affinity } = podOf();
    expect(tolerations).toEqual([{ operator: 'Exists' }]);
    expect(JSON.stringify(affinity)).toContain('virtual-kubelet');
  });

  test('pain 25: a new version of the image changes nothing of the selector', () => {
    const selectorOf = (image: string) => manifests({ container: { image } })[0].spec.selector;
    expect(selectorOf('quay.io/prometheus/node-exporter:v1.11.0')).toEqual(selectorOf('quay.io/prometheus/node-exporter:v1.12.1'));
  });

  test('it leaves out mounts, file systems and interfaces that belong to pods, wherever the kubelet keeps them', () => {
    const args = argsOf({}, { platform: NodePlatform.microk8s() });
    const mounts = new RegExp(valueOf(args, 'collector.filesystem.mount-points-exclude'));
    expect(mounts.test('/var/snap/microk8s/common/var/lib/kubelet/pods/x/volumes/y')).toBe(true);
    expect(['/', '/home', '/var', '/boot/efi'].filter(mount => mounts.test(mount))).toEqual([]);
    const types = new RegExp(valueOf(args, 'collector.filesystem.fs-types-exclude'));
    expect(['nfs4', 'fuse.sshfs', 'overlay'].every(type => types.test(type))).toBe(true);
    expect(['ext4', 'xfs', 'tmpfs', 'btrfs', 'vfat'].filter(type => types.test(type))).toEqual([]);
    const devices = new RegExp(valueOf(args, 'collector.netdev.device-exclude'));
    expect(['veth1234', 'cali0123456789a', 'lxc0123456789ab', 'lxc_health'].every(device => devices.test(device))).toBe(true);
    expect(['eth0', 'ens5', 'bond0', 'lxcbr0', 'cilium_host', 'enp0s31f6'].filter(device => devices.test(device))).toEqual([]);
  });
});

describe('what is written', () => {
  test('wins over the defaults, and is added to them', () => {
    const { args, env, resources, securityContext } = containerOf({
      container: { args: ['--web.listen-address=:9100'], env: { HOST_IP: EnvValue.text('0.0.0.0') }, resources: { limits: { memory: '1Gi' } }, securityContext: SecurityContext.restricted() },
    });
    expect(args).toEqual(['--web.listen-address=:9100']);
    expect(env).toEqual([{ name: 'HOST_IP', value: '0.0.0.0' }]);
    expect(resources).toEqual({ limits: { memory: '1Gi' } });
    expect(securityContext.runAsUser).toBeUndefined();
  });

  test('the name of its port is kept', () => {
    const { ports, readinessProbe } = containerOf({ container: { ports: [ContainerPort.tcp(9100, { name: 'web' })] } });
    expect(ports).toEqual([{ name: 'web', containerPort: 9100 }]);
    expect(readinessProbe.httpGet.port).toBe('web');
  });

  test('host network off needs the network collectors off', () => {
    const { args, env, hostNetwork } = {
      ...containerOf({ onlyTheseCollectors: true, collectors: [NodeCollector.cpu({ info: true })] }, { hostNamespaces: { network: false } }),
      ...podOf({ onlyTheseCollectors: true, collectors: [NodeCollector.cpu({ info: true })] }, { hostNamespaces: { network: false } }),
    };
    expect(hostNetwork).toBeFalsy();
    expect(env).toBeUndefined();
    expect(args[0]).toBe('--web.listen-address=:9100');
  });

  test('the root directory is not mounted where it is not wanted', () => {
    const options = { nodeFiles: { root: false }, without: [CollectorName.FILESYSTEM, CollectorName.OS] };
    expect(podOf(options).volumes.map((volume: any) => volume.hostPath.path)).toEqual(['/proc', '/sys']);
    expect(argsOf(options).filter(arg => arg.startsWith('--path'))).toEqual(['--path.procfs=/host/proc', '--path.sysfs=/host/sys']);
    expect(podOf({ nodeFiles: { propagation: MountPropagation.NONE } }).containers[0].volumeMounts[0].mountPropagation).toBe('None');
  });
});

describe('with BARE', () => {
  const BARE = { profile: DaemonProfile.BARE, hostNamespaces: { network: true } };

  test('nothing is added to the image', () => {
    expect(podOf({}, BARE)).toEqual({ hostNetwork: true, containers: [{ name: 'node-exporter', image: 'quay.io/prometheus/node-exporter:v1.12.1' }] });
    expect(manifests({}, BARE, 'Service')).toEqual([]);
  });

  test('what is written is said, and nothing else', () => {
    expect(containerOf({ listenOn: ListenOn.ALL, collectors: [NodeCollector.netdev({ exclude: '^veth' })], without: [CollectorName.WIFI] }, BARE)).toEqual({
      name: 'node-exporter',
      image: 'quay.io/prometheus/node-exporter:v1.12.1',
      args: ['--web.listen-address=:9100', '--no-collector.wifi', '--collector.netdev.device-exclude=^veth'],
      ports: [{ name: 'metrics', containerPort: 9100 }],
    });
  });
});

function valueOf(args: readonly string[], flag: string): string {
  return args.find(arg => arg.startsWith(`--${flag}=`))!.slice(flag.length + 3);
}
