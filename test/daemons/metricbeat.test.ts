import { Testing } from 'cdk8s';
import { exporter } from './agents';
import { ELASTICSEARCH, metricbeat } from './rendered-metricbeat';
import { DaemonProfile, EnvValue, HostPath, MetricbeatModule, MetricbeatOutput, MetricsAgent, NodeExporter, SystemMetricset } from '../../src';
import { chartOf } from '../core/testing';

const system = (...metricsets: SystemMetricset[]) => metricbeat({ modules: [MetricbeatModule.system({ metricsets })] });

test('defaults', () => {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', { agent: MetricsAgent.metricbeat({ output: ELASTICSEARCH }) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('what is mounted of the node', () => {
  test.each<[string, SystemMetricset[], string[]]>([
    ['cpu', [SystemMetricset.CPU], ['/proc -> /hostfs/proc']],
    ['process', [SystemMetricset.PROCESS], ['/proc -> /hostfs/proc', '/sys/fs/cgroup -> /hostfs/sys/fs/cgroup']],
    ['raid', [SystemMetricset.RAID, SystemMetricset.PROCESS], ['/proc -> /hostfs/proc', '/sys -> /hostfs/sys']],
    ['service', [SystemMetricset.SERVICE], ['/proc -> /hostfs/proc', '/run/dbus -> /hostfs/run/dbus']],
    ['users', [SystemMetricset.USERS], ['/proc -> /hostfs/proc', '/run/dbus -> /hostfs/run/dbus']],
    ['filesystem, which holds the others', [SystemMetricset.FILESYSTEM, SystemMetricset.PROCESS, SystemMetricset.USERS], ['/ -> /hostfs']],
    ['fsstat', [SystemMetricset.FSSTAT], ['/ -> /hostfs']],
  ])('follows from %s, and is read-only', (_what, metricsets, paths) => {
    expect(system(...metricsets).hostPaths).toEqual([...paths, '/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw']);
  });

  test('is nothing for the kubelet alone', () => {
    expect(metricbeat({ modules: [MetricbeatModule.kubelet()] }).hostPaths).toEqual(['/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw']);
  });

  test('shows what is mounted later', () => {
    expect(system(SystemMetricset.FILESYSTEM).main.volumeMounts[0]).toMatchObject({ mountPath: '/hostfs', mountPropagation: 'HostToContainer' });
  });

  test.each([SystemMetricset.SERVICE, SystemMetricset.USERS])('%s asks the D-Bus of the node, not that of its container', metricset => {
    expect(system(metricset).env.DBUS_SYSTEM_BUS_ADDRESS).toBe('unix:path=/hostfs/run/dbus/system_bus_socket');
    expect(system(metricset, SystemMetricset.FILESYSTEM).env.DBUS_SYSTEM_BUS_ADDRESS).toBe('unix:path=/hostfs/run/dbus/system_bus_socket');
    expect(system(metricset).main.securityContext.appArmorProfile).toEqual({ type: 'Unconfined' });
  });
});

describe('where the node is', () => {
  test('is said by each system module, as the flag is deprecated', () => {
    const { main, files } = metricbeat();
    expect(main.args).toEqual(['-c', '/etc/metricbeat/metricbeat.yml', '-e']);
    expect(files['metricbeat.yml']['metricbeat.modules'].map(({ hostfs }: any) => hostfs)).toEqual(['/hostfs', '/hostfs']);
  });

  test.each(['docker.elastic.co/beats/metricbeat:7.17.29', 'metricbeat:7.17.29@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'])(
    'is said by the flag for version 7: %s', image => {
      const { main, files } = metricbeat({ container: { image } });
      expect(main.args).toEqual(['-c', '/etc/metricbeat/metricbeat.yml', '-e', '--system.hostfs=/hostfs']);
      expect(files['metricbeat.yml']['metricbeat.modules'].map(({ hostfs }: any) => hostfs)).toEqual([undefined, undefined]);
    });

  test('is version 8 or later for a tag that only looks like 7', () => {
    expect(metricbeat({ container: { image: 'registry.example.com:7000/metricbeat:9.7.0' } }).main.args).toHaveLength(3);
  });
});

describe('the network of the node', () => {
  test.each([SystemMetricset.NETWORK, SystemMetricset.NETWORK_SUMMARY, SystemMetricset.SOCKET, SystemMetricset.SOCKET_SUMMARY])(
    'is shared for %s, or it would measure the pod', metricset => {
      expect(system(metricset).pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    });

  test('is left alone where nothing needs it', () => {
    expect(system(SystemMetricset.CPU).pod.hostNetwork).toBeUndefined();
    expect(metricbeat({ modules: [MetricbeatModule.kubelet()] }).pod.hostNetwork).toBeUndefined();
  });

  test('is not measured by default where its props refuse it', () => {
    const { pod, files } = metricbeat({}, { hostNamespaces: { network: false } });
    expect(pod.hostNetwork).toBeFalsy();
    expect(files['metricbeat.yml']['metricbeat.modules'][0].metricsets).toEqual(['cpu', 'load', 'memory', 'process', 'process_summary', 'uptime']);
  });

  test('is no place for a port that tells everybody how it is', () => {
    const { main, files } = metricbeat();
    expect(files['metricbeat.yml']).toMatchObject({ 'http.host': '127.0.0.1', 'http.port': 5066 });
    expect(main.livenessProbe.httpGet).toEqual({ path: '/', port: 5066, host: '127.0.0.1' });
  });
});

test('one port is the listener, the probes and what is declared', () => {
  const { main, files } = metricbeat({ httpPort: 15066, modules: [MetricbeatModule.kubelet()] });
  expect(files['metricbeat.yml']).toMatchObject({ 'http.enabled': true, 'http.host': '0.0.0.0', 'http.port': 15066 });
  expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/', port: 15066 }, { path: '/', port: 15066 }]);
  expect(main.ports).toEqual([{ name: 'http', containerPort: 15066 }]);
});

describe('privileges', () => {
  test('are those of root without any capability', () => {
    expect(metricbeat().main.securityContext).toMatchObject({
      runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(metricbeat().main.securityContext.capabilities.add).toBeUndefined();
  });

  test('are two capabilities more for the sockets of other users', () => {
    expect(system(SystemMetricset.SOCKET).main.securityContext.capabilities.add).toEqual(['SYS_PTRACE', 'DAC_READ_SEARCH']);
  });

  test('hold no token without the kubelet', () => {
    expect(metricbeat().pod.automountServiceAccountToken).toBe(false);
    expect(metricbeat().rules).toEqual([]);
  });
});

describe('its state', () => {
  test('survives a restart, in a directory that is named after the daemon', () => {
    const { pod, hostPaths } = metricbeat({}, { name: 'edge' });
    expect(hostPaths).toContain('/var/lib/edge-data -> /usr/share/metricbeat/data rw');
    expect(pod.volumes).toContainEqual({ name: 'data', hostPath: { path: '/var/lib/edge-data', type: 'DirectoryOrCreate' } });
  });

  test('stands where it is told', () => {
    expect(metricbeat({ stateDirectory: '/mnt/state' }).hostPaths).toContain('/mnt/state -> /usr/share/metricbeat/data rw');
  });
});

describe('with BARE', () => {
  const bare = { profile: DaemonProfile.BARE };

  test('it is the container as it is written, with the output', () => {
    const { main, files, pod } = metricbeat({ container: { image: 'metricbeat:9.0.0' } }, bare);
    expect(main).toEqual({
      name: 'metricbeat',
      image: 'metricbeat:9.0.0',
      args: ['-c', '/etc/metricbeat/metricbeat.yml', '-e'],
      volumeMounts: [{ name: 'config', mountPath: '/etc/metricbeat', readOnly: true }],
    });
    expect(files).toEqual({ 'metricbeat.yml': { 'output.console': { pretty: true } } });
    expect(pod.hostNetwork).toBeUndefined();
  });

  test('what is written brings what it needs', () => {
    const modules = [MetricbeatModule.system({ metricsets: [SystemMetricset.CPU] }), MetricbeatModule.kubelet({ addMetadata: false })];
    const { main, files, hostPaths, rules } = metricbeat({ modules, httpPort: 5067, stateDirectory: '/var/lib/beat' }, bare);
    expect(hostPaths).toEqual(['/proc -> /hostfs/proc', '/var/lib/beat -> /usr/share/metricbeat/data rw']);
    expect(files['metricbeat.yml']).toMatchObject({ 'metricbeat.modules': [{ module: 'system', metricsets: ['cpu'], hostfs: '/hostfs' }, { module: 'kubernetes' }], 'http.port': 5067 });
    expect(rules).toHaveLength(1);
    expect([main.securityContext, main.livenessProbe, main.resources]).toEqual([undefined, undefined, undefined]);
  });
});

test('what is written of the container wins, and adds', () => {
  const { main, hostPaths, env } = metricbeat({
    container: { env: { MORE: EnvValue.text('1') }, hostPaths: [HostPath.readOnly('/srv/proc', { mountPath: '/hostfs' })], resources: { requests: { cpu: '1' } } },
  });
  expect(hostPaths).toEqual(['/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw', '/srv/proc -> /hostfs']);
  expect([env.MORE, main.resources]).toEqual(['1', { requests: { cpu: '1' } }]);
});

test('what was handed in changes nothing when it changes later', () => {
  const metricsets = [SystemMetricset.CPU];
  const hosts = ['http://a:9200'];
  const options = { output: MetricbeatOutput.elasticsearch({ hosts }), modules: [MetricbeatModule.system({ metricsets })], settings: { tags: ['a'] } };
  const agent = MetricsAgent.metricbeat(options);
  const before = exporter(agent);
  metricsets.push(SystemMetricset.NETWORK);
  hosts.push('http://b:9200');
  options.modules.push(MetricbeatModule.kubelet());
  options.settings.tags.push('b');
  expect(exporter(agent)).toEqual(before);
});
