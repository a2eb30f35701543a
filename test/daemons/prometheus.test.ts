import { Testing } from 'cdk8s';
import {
  CollectorName, ContainerPort, DaemonProfile, EnvValue, ListenOn, MetricsAgent, MetricsAuth, MountPropagation, Monitor, NodeCollector, NodeExporter,
  NodeExporterProps, NodePlatform, PrometheusOptions, SecretValue, SecurityContext, TextfileDirectory,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

function manifests(agent: PrometheusOptions, props: NodeExporterProps = {}, kind = 'DaemonSet'): any[] {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { name: 'node-exporter', ...props, agent: MetricsAgent.prometheus(agent) });
  return manifestsOf(chart, kind);
}

function podOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): any {
  return manifests(agent, props)[0].spec.template.spec;
}

function containerOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): any {
  return podOf(agent, props).containers[0];
}

function argsOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): string[] {
  return containerOf(agent, props).args;
}

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

describe('collectors', () => {
  test('pain 21: what a collector is asked is one argument with its value', () => {
    expect(argsOf({ collectors: [NodeCollector.systemd({ unitInclude: '(docker|ssh)\\.service', restarts: true })] })).toEqual(expect.arrayContaining([
      '--collector.systemd', '--collector.systemd.unit-include=(docker|ssh)\\.service', '--collector.systemd.enable-restarts-metrics',
    ]));
  });

  test('those that are on by default are set up without being switched on', () => {
    const args = argsOf({ collectors: [NodeCollector.netdev({ include: '^eth0$' })] });
    expect(args).toContain('--collector.netdev.device-include=^eth0$');
    expect(args.filter(arg => /^--collector\.netdev(=|$)|netdev\.device-exclude/.test(arg))).toEqual([]);
  });

  test('the defaults of a collector stay where its other settings are written', () => {
    expect(argsOf({ collectors: [NodeCollector.netdev({ addressInfo: true })] }).filter(arg => arg.includes('netdev')))
      .toEqual([expect.stringMatching(/^--collector\.netdev\.device-exclude=/), '--collector.netdev.address-info']);
  });

  test('those that are off are switched off, in place of those of the default', () => {
    expect(argsOf({ without: [CollectorName.ZFS] }).filter(arg => arg.startsWith('--no-'))).toEqual(['--no-collector.zfs']);
    expect(argsOf({ collectors: [NodeCollector.hwmon({ chipInclude: 'coretemp' })] }).filter(arg => arg.startsWith('--no-'))).toEqual(['--no-collector.btrfs']);
  });

  test('only those that are named run where that is asked for', () => {
    expect(argsOf({ onlyTheseCollectors: true, collectors: [NodeCollector.named(CollectorName.CPU)] }).filter(arg => arg.includes('collector')))
      .toEqual(['--collector.disable-defaults', '--collector.cpu']);
  });

  test.each([[NodeCollector.systemd()], [NodeCollector.named(CollectorName.LOGIND)]])('pain 24: %o finds the D-Bus of the node, and no AppArmor in its way', collector => {
    const { containers: [{ volumeMounts, securityContext }], volumes } = podOf({ collectors: [collector] });
    expect(volumes).toContainEqual({ name: 'dbus', hostPath: { path: '/run/dbus/system_bus_socket', type: 'Socket' } });
    expect(volumeMounts).toContainEqual({ name: 'dbus', mountPath: '/var/run/dbus/system_bus_socket', readOnly: true });
    expect(securityContext.appArmorProfile).toEqual({ type: 'Unconfined' });
  });

  test('AppArmor is switched off by an annotation where the Kubernetes version has no field for it', () => {
    const [{ spec: { template } }] = manifests({ collectors: [NodeCollector.systemd()] }, {
      platform: NodePlatform.standard({ kubernetes: '1.29' }), podMetadata: { annotations: { team: 'a' } },
    });
    expect(template.metadata.annotations).toEqual({ 'container.apparmor.security.beta.kubernetes.io/node-exporter': 'unconfined', 'team': 'a' });
    expect(template.spec.containers[0].securityContext.appArmorProfile).toBeUndefined();
  });

  test('pain 24: those of root run as root, with no capability but that which they need', () => {
    expect(containerOf({ collectors: [NodeCollector.slabinfo({ include: 'dentry' })] }).securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] } });
    expect(containerOf({ collectors: [NodeCollector.perf({ cpus: '0-1' })] }).securityContext)
      .toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'], add: ['PERFMON'] } });
  });
});

test.each(['veth1a2b3c4d', 'cali0123456789a', 'lxc_health', 'lxc0123456789ab', 'eni0123456789a', 'gke0123456789a', 'azv0123456789a'])('an interface of a pod is left out: %s', name => {
  const patterns = argsOf().filter(arg => /device-exclude|ignored-devices/.test(arg)).map(arg => new RegExp(arg.replace(/^.*?=/, '')));
  expect(patterns.map(pattern => [pattern.test(name), pattern.test('eth0'), pattern.test('enp0s3'), pattern.test('eno1')])).toEqual(Array(2).fill([true, false, false, false]));
});

describe('text files', () => {
  test('pain 24: a directory of the node is mounted where the flag says', () => {
    const { containers: [{ args, volumeMounts }], volumes } = podOf({ textfiles: [TextfileDirectory.host('/var/lib/metrics')] });
    expect(args).toContain('--collector.textfile.directory=/host/textfile');
    expect(volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/host/textfile', readOnly: true });
    expect(volumes).toContainEqual({ name: 'textfile', hostPath: { path: '/var/lib/metrics', type: 'DirectoryOrCreate' } });
  });

  test('its type is not checked where the kubelet does not see it, as it would be made in another place', () => {
    const { volumes } = podOf({ textfiles: [TextfileDirectory.host('/var/lib/metrics')] }, { platform: NodePlatform.talos() });
    expect(volumes).toContainEqual({ name: 'textfile', hostPath: { path: '/var/lib/metrics' } });
  });

  test('a container beside it writes what it reads', () => {
    const { containers: [exporter, writer] } = podOf({ textfiles: [TextfileDirectory.sidecar({ image: 'example.com/smart:1' }, '/out')] });
    expect(exporter.volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/host/textfile', readOnly: true });
    expect(writer.volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/out' });
  });

  test('two directories are two mounts', () => {
    expect(argsOf({ textfiles: [TextfileDirectory.host('/a'), TextfileDirectory.host('/b')] }).slice(-2))
      .toEqual(['--collector.textfile.directory=/host/textfile', '--collector.textfile.directory=/host/textfile-2']);
  });
});

describe('authentication', () => {
  const PROXY: PrometheusOptions = { auth: MetricsAuth.kubeRbacProxy() };

  test('pain 18: behind kube-rbac-proxy the exporter listens on loopback alone', () => {
    const { containers: [exporter, proxy] } = podOf(PROXY);
    expect(exporter.args[0]).toBe('--web.listen-address=127.0.0.1:9101');
    expect(exporter.ports).toEqual([{ containerPort: 9101, hostPort: 9101, hostIP: '127.0.0.1' }]);
    expect(exporter.readinessProbe.httpGet).toEqual({ host: '127.0.0.1', path: '/', port: 9101 });
    expect(proxy.args).toEqual(['--secure-listen-address=[$(IP)]:9100', '--upstream=http://127.0.0.1:9101/']);
    expect(proxy.ports).toEqual([{ name: 'https', containerPort: 9100 }]);
  });

  test('kube-rbac-proxy listens on every address where that is asked for', () => {
    const { containers: [, proxy] } = podOf({ auth: MetricsAuth.kubeRbacProxy(), listenOn: ListenOn.ALL });
    expect(proxy.args[0]).toBe('--secure-listen-address=:9100');
    expect(proxy.env).toBeUndefined();
  });

  test('pain 20: the monitor asks where the program answers', () => {
    const [monitor] = manifests({ extraArgs: ['--web.telemetry-path=/node'] }, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor');
    expect(monitor.spec.endpoints[0].path).toBe('/node');
  });

  test('kube-rbac-proxy may ask the API server who asks it, and nothing else', () => {
    expect(manifests(PROXY, {}, 'ClusterRole')[0].rules).toEqual([
      { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
      { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ]);
    expect(podOf(PROXY).automountServiceAccountToken).toBe(true);
  });

  test('the monitor of a proxy brings the token of Prometheus, and trusts its own certificate', () => {
    expect(manifests(PROXY, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor')[0].spec.endpoints[0]).toMatchObject({
      port: 'https', scheme: 'https', bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token', tlsConfig: { insecureSkipVerify: true },
    });
  });

  test('with a certificate of a Secret, the proxy and the exporter use it, and the monitor checks it', () => {
    const auth = MetricsAuth.kubeRbacProxy({ tlsSecretName: 'exporter-tls' });
    const [, proxy] = podOf({ auth }).containers;
    expect(proxy.args).toEqual(expect.arrayContaining(['--tls-cert-file=/etc/kube-rbac-proxy/tls/tls.crt', '--tls-private-key-file=/etc/kube-rbac-proxy/tls/tls.key']));
    expect(manifests({ auth }, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor')[0].spec.endpoints[0].tlsConfig).toBeUndefined();
  });

  test('the proxy asks for a right on a resource where one is given', () => {
    const auth = MetricsAuth.kubeRbacProxy({ resource: { resource: 'nodes', subresource: 'metrics' } });
    const [{ data }] = manifests({ auth }, {}, 'ConfigMap');
    expect(JSON.parse(data['kube-rbac-proxy.json'])).toEqual({ authorization: { resourceAttributes: { apiVersion: 'v1', resource: 'nodes', subresource: 'metrics' } } });
    const [exporter, proxy] = podOf({ auth }).containers;
    expect(proxy.args).toContain('--config-file=/etc/kube-rbac-proxy/config/config.json');
    expect(proxy.volumeMounts).toHaveLength(1);
    expect(exporter.volumeMounts).toHaveLength(1);
  });

  test('TLS of the exporter itself is that of its probes', () => {
    const { args, readinessProbe, volumeMounts } = containerOf({ auth: MetricsAuth.tls('exporter-tls') });
    expect(args).toContain('--web.config.file=/etc/node-exporter/web/web-config.yaml');
    expect(readinessProbe.httpGet).toEqual({ path: '/', port: 'https', scheme: 'HTTPS' });
    expect(volumeMounts).toContainEqual({ name: 'web-tls', mountPath: '/etc/node-exporter/tls', readOnly: true });
    expect(manifests({ auth: MetricsAuth.tls('exporter-tls') }, {}, 'ConfigMap')[0].data['web-config.yaml'])
      .toBe('tls_server_config:\n  cert_file: /etc/node-exporter/tls/tls.crt\n  key_file: /etc/node-exporter/tls/tls.key\n');
  });

  test('where a certificate or a password is asked for, probes only try the port', () => {
    expect(containerOf({ auth: MetricsAuth.tls('exporter-tls', { clientCertificates: true }) }).livenessProbe).toEqual({ tcpSocket: { port: 'https' } });
    expect(containerOf({ auth: MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml')) }).livenessProbe).toEqual({ tcpSocket: { port: 'metrics' } });
  });

  test('the monitor brings the name and password of a web configuration', () => {
    const auth = MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml'), { username: SecretValue.key('scraper', 'user'), password: SecretValue.key('scraper', 'password') });
    expect(manifests({ auth }, { monitor: Monitor.podMonitor() }, 'PodMonitor')[0].spec.podMetricsEndpoints[0].basicAuth)
      .toEqual({ username: { name: 'scraper', key: 'user' }, password: { name: 'scraper', key: 'password' } });
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
