import { Testing } from 'cdk8s';
import { vector } from './vector-configuration';
import {
  ConfigReload, ContainerPort, DaemonProfile, EnvValue, IpFamily, KubernetesMetadata, LogAgent, LogCollector, LogField, LogFilter, LogSink, LogSource,
  LogState, NodePlatform, SecretValue,
} from '../../src';
import { chartOf } from '../core/testing';

const STDOUT = LogSink.stdout();
const SINKS = { sinks: [STDOUT] };
const NONE = { ...SINKS, kubernetesMetadata: KubernetesMetadata.none() };

test('defaults', () => {
  const chart = chartOf();
  new LogCollector(chart, 'logs', {
    agent: LogAgent.vector(), sinks: [LogSink.elasticsearch({ host: 'logs.example.com', password: SecretValue.key('elasticsearch', 'password') })],
  });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('what was handed in changes nothing when it changes later', () => {
  const settings = { timezone: 'Europe/Berlin' };
  const agent = LogAgent.vector({ settings });
  settings.timezone = 'UTC';
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent, ...SINKS });
  expect(JSON.stringify(Testing.synth(chart))).toContain('Europe/Berlin');
});

describe('the API server', () => {
  test('is asked for pods and nodes, and for no more than that', () => {
    expect(vector(SINKS).rules).toEqual([{ apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['list', 'watch'] }]);
    expect(vector(SINKS).env.VECTOR_SELF_NODE_NAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test('is asked for namespaces where their labels are wanted', () => {
    const { rules, configuration } = vector({ ...SINKS, kubernetesMetadata: KubernetesMetadata.apiServer({ namespaceLabels: true }) });
    expect(rules[0].resources).toEqual(['nodes', 'pods', 'namespaces']);
    expect(configuration.sources.containers.insert_namespace_fields).toBe(true);
  });

  test('is not asked without metadata: files are read, and names come from their paths', () => {
    const { rules, pod, configuration } = vector(NONE);
    expect([rules, pod.automountServiceAccountToken]).toEqual([[], false]);
    expect(configuration.sources.containers).toMatchObject({ type: 'file', include: ['/var/log/pods/*/*/*.log*'] });
    expect(Object.keys(configuration.transforms)).toEqual(['parse_containers', 'join_containers']);
  });

  test('is not asked where no container is read', () => {
    expect(vector({ ...SINKS, sources: [LogSource.audit()] }).rules).toEqual([]);
  });
});

describe('the way of lines', () => {
  const SOURCES = [LogSource.containers(), LogSource.audit(), LogSource.files({ paths: ['/var/log/nginx/*.log'] })];

  test('is one for all sources that nobody tells apart', () => {
    const { transforms } = vector({ ...SINKS, sources: SOURCES, filters: [LogFilter.drop(LogField.MESSAGE, 'x')] }).configuration;
    expect(transforms.filter_drop.inputs).toEqual(['containers', 'parse_audit', 'files']);
  });

  test('parts where a filter or a sink takes some of them', () => {
    const { transforms, sinks } = vector({
      sources: SOURCES,
      filters: [LogFilter.drop(LogField.MESSAGE, 'x', { sources: ['containers'] }), LogFilter.addFields({ a: 'b' })],
      sinks: [STDOUT, LogSink.loki({ host: 'loki', sources: ['audit'] })],
    }).configuration;
    expect(transforms.filter_drop.inputs).toEqual(['containers']);
    expect(transforms['filter_add-fields_containers'].inputs).toEqual(['filter_drop']);
    expect(sinks.sink_stdout.inputs).toEqual(['filter_add-fields_containers', 'filter_add-fields_audit', 'filter_add-fields_files']);
    expect(transforms.shape_loki.inputs).toEqual(['filter_add-fields_audit']);
  });

  test('has ids that cannot meet, whatever the user calls the parts', () => {
    const raw = { id: 'a', settings: { type: 'filter', condition: 'true' } };
    const { sources, transforms, sinks } = vector({
      sources: [LogSource.raw({ id: 'a', settings: { type: 'demo_logs', format: 'json' } })], filters: [LogFilter.raw(raw)], sinks: [LogSink.raw({ id: 'a', settings: { type: 'blackhole' } })],
    }).configuration;
    expect([Object.keys(sources), Object.keys(transforms), Object.keys(sinks)]).toEqual([['a', 'own_metrics'], ['filter_a'], ['sink_a', 'own_metrics_exporter']]);
    expect([transforms.filter_a.inputs, sinks.sink_a]).toEqual([['a'], { type: 'blackhole', inputs: ['filter_a'] }]);
  });
});

describe('probes and metrics', () => {
  test('are on one port, for the API of Vector would show everybody every line', () => {
    const { main, configuration } = vector(SINKS);
    expect(configuration.api).toBeUndefined();
    expect(configuration.sinks.own_metrics_exporter).toEqual({ type: 'prometheus_exporter', address: '0.0.0.0:9598', inputs: ['own_metrics'] });
    expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/metrics', port: 9598 }, { path: '/metrics', port: 9598 }]);
    expect(main.ports).toEqual([{ name: 'metrics', containerPort: 9598 }]);
  });

  test('are on the port that is said', () => {
    expect(vector({ ...SINKS, health: { port: 19598 } }).main.readinessProbe.httpGet.port).toBe(19598);
    expect(vector({ ...SINKS, health: { metricsPort: 19598 } }).configuration.sinks.own_metrics_exporter.address).toBe('0.0.0.0:19598');
  });

  test('are at an address that IPv6 reaches', () => {
    expect(vector(SINKS, {}, NodePlatform.standard({ ipFamily: IpFamily.IPV6 })).configuration.sinks.own_metrics_exporter.address).toBe('[::]:9598');
  });
});

describe('a new configuration', () => {
  test('replaces the pods', () => {
    expect(vector(SINKS).main.args).toEqual(['--config', '/etc/vector/vector.yaml']);
    expect(Object.keys(vector(SINKS).metadata.annotations ?? {})).toHaveLength(1);
  });

  test('is found by the program where it looks itself', () => {
    const { main, metadata } = vector({ ...SINKS, configReload: ConfigReload.HOT_RELOAD });
    expect(main.args).toEqual(['--config', '/etc/vector/vector.yaml', '--watch-config', '--watch-config-method', 'poll']);
    expect(Object.keys(metadata.annotations ?? {})).toEqual([]);
  });
});

describe('its container', () => {
  test('may do nothing but read as root, and write its state', () => {
    const { main, pod, mounts } = vector(SINKS);
    expect(main.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect(mounts.filter((mount: string) => mount.endsWith(' rw'))).toEqual(['/var/lib/vector rw']);
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/vector/logging-platform-logs-c8cecaaa', type: 'DirectoryOrCreate' } });
  });

  test('has threads that fit its memory, not one for each processor of the node', () => {
    expect(vector(SINKS).env.VECTOR_THREADS).toBe('2');
    expect(vector(SINKS, { container: { env: { VECTOR_THREADS: EnvValue.text('8') } } }).env.VECTOR_THREADS).toBe('8');
  });

  test('gives lines of files the name of the node as their host', () => {
    expect(vector({ ...SINKS, sources: [LogSource.audit()] }).env.VECTOR_HOSTNAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test('gives way to what is written of it', () => {
    const { main } = vector(SINKS, { container: { image: 'vector:1', args: ['-c', '/a'], ports: [ContainerPort.tcp(1234)] } });
    expect([main.image, main.args, main.ports]).toEqual(['vector:1', ['-c', '/a'], [{ name: 'metrics', containerPort: 9598 }, { containerPort: 1234 }]]);
  });

  test('has only what follows from what was written, with BARE', () => {
    const { main, metadata, pod, configuration, mounts } = vector({ ...SINKS, profile: DaemonProfile.BARE });
    expect(Object.keys(main).sort()).toEqual(['args', 'env', 'image', 'name', 'volumeMounts']);
    expect(metadata.labels).not.toHaveProperty('vector.dev/exclude');
    expect(mounts).toEqual(['/var/log/pods', '/etc/vector']);
    expect(pod.volumes).toHaveLength(2);
    expect([configuration.data_dir, Object.keys(configuration.sinks)]).toEqual([undefined, ['sink_stdout']]);
    expect(configuration.sinks.sink_stdout.buffer.type).toBe('memory');
  });

  test('has a state with BARE where one is given, and metrics where a port is', () => {
    const { configuration } = vector({ ...SINKS, profile: DaemonProfile.BARE, state: LogState.hostPath('/var/lib/logs'), health: { port: 9000 } });
    expect([configuration.data_dir, configuration.sinks.own_metrics_exporter.address]).toEqual(['/var/lib/vector', '0.0.0.0:9000']);
  });
});

test('further settings win, and maps are put together', () => {
  const transforms = { more: { type: 'filter', inputs: ['containers'], condition: 'true' } };
  const { configuration } = vector(SINKS, { settings: { data_dir: '/data', timezone: 'UTC', transforms } });
  expect(configuration).toMatchObject({ data_dir: '/data', timezone: 'UTC', transforms: { more: { type: 'filter' } }, sinks: { sink_stdout: { type: 'console' } } });
});
