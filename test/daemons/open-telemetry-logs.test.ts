import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { OPTIONS } from './open-telemetry-logs-options';
import {
  ConfigReload, DaemonProfile, EnvValue, IpFamily, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter,
  LogSink, LogSource, LogState, Multiline, NodePlatform, OpenTelemetryExporter, OpenTelemetryLogsOptions, OpenTelemetryReceiver, OtlpProtocol,
  ReadFrom, SecretValue, WhenFull,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const OTLP = LogSink.otlp({ host: 'gateway' });
const KEY = SecretValue.key('logs', 'key');

type Props = Partial<LogCollectorProps>;

function chartWith(props: Props = {}, options: OpenTelemetryLogsOptions = {}) {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { name: 'logs', agent: LogAgent.openTelemetry(options), sinks: [OTLP], ...props });
  return chart;
}

const podOf = (props?: Props, options?: OpenTelemetryLogsOptions): any => manifestsOf(chartWith(props, options), 'DaemonSet')[0].spec.template.spec;
const containerOf = (props?: Props, options?: OpenTelemetryLogsOptions): any => podOf(props, options).containers[0];
const configOf = (props?: Props, options?: OpenTelemetryLogsOptions): any =>
  parse((chartWith(props, options).toJson() as any[]).find(({ kind }) => kind === 'ConfigMap').data.relay);
const filelogOf = (source: LogSource, props: Props = {}): any => configOf({ sources: [source], ...props }).receivers[`filelog/${source.id}`];
const exporterOf = (sink: LogSink): any => Object.values(configOf({ sinks: [sink] }).exporters)[0];
const filterOf = (filter: LogFilter): any => {
  const { processors, service } = configOf({ filters: [filter] });
  return processors[service.pipelines.logs.processors.at(-1)];
};

test('defaults', () => {
  expect(Testing.synth(chartWith())).toMatchSnapshot();
});

test('what was handed in changes nothing when it changes later', () => {
  const options = { receivers: [OpenTelemetryReceiver.otlp()], container: { args: ['--config=/a'] } };
  const agent = LogAgent.openTelemetry(options);
  options.receivers.push(OpenTelemetryReceiver.zipkin());
  options.container.args.push('--b');
  expect(containerOf({ agent }).args).toEqual(['--config=/a']);
  expect(Object.keys(configOf({ agent }).receivers)).toEqual(['otlp', 'filelog/containers']);
});

describe('lines of containers', () => {
  test('come from the files of the pods that were chosen, with those that the kubelet has put aside', () => {
    const { include, exclude } = filelogOf(LogSource.containers({ namespaces: ['shop'], containers: ['app', 'web'], excludePods: ['x-*'] }));
    expect(include).toEqual(['/var/log/pods/shop_*_*/app/*.log*', '/var/log/pods/shop_*_*/web/*.log*']);
    expect(exclude).toEqual([
      '/var/log/pods/*_x-*_*/*/*.log*', '/var/log/pods/logging_logs-?????_*/opentelemetry-collector/*.log*', '/var/log/pods/*/*/*.gz', '/var/log/pods/*/*/*.tmp',
    ]);
  });

  test('begin where they were, each source with a position of its own', () => {
    const { extensions, receivers } = configOf({ sources: [LogSource.containers({ excludeNamespaces: ['new'] }), LogSource.containers({ id: 'new', namespaces: ['new'], readFrom: ReadFrom.END })] });
    expect([receivers['filelog/containers'], receivers['filelog/new']]).toMatchObject([
      { start_at: 'beginning', storage: 'file_storage' }, { start_at: 'end', storage: 'file_storage' },
    ]);
    expect(extensions.file_storage).toMatchObject({ directory: '/var/lib/otelcol', create_directory: true, compaction: { directory: '/var/lib/otelcol' } });
  });

  test('wait where the pipeline does not take them, without an end', () => {
    expect(filelogOf(LogSource.containers()).retry_on_failure).toEqual({ enabled: true, max_elapsed_time: '0s' });
  });

  test('are looked for as often as it is written', () => {
    expect(filelogOf(LogSource.containers(), { rotation: { refreshSeconds: 5 } }).poll_interval).toBe('5s');
    expect(filelogOf(LogSource.containers()).poll_interval).toBeUndefined();
  });

  test('are joined for each container and stream, by the first kind that selects it', () => {
    const { operators } = filelogOf(LogSource.containers({ multiline: [Multiline.java({ namespaces: ['a', 'b-*'] }), Multiline.pattern({ firstLine: '^\\d+$' })] }));
    expect(operators.map(({ type }: any) => type)).toEqual(['container', 'add', 'recombine', 'recombine', 'remove']);
    expect(operators[2].if).toBe('(resource["k8s.namespace.name"] ?? "") matches "^(a|b-.*)$$"');
    expect(operators[3]).toMatchObject({
      if: 'not ((resource["k8s.namespace.name"] ?? "") matches "^(a|b-.*)$$")', is_first_entry: 'body matches "^\\\\d+$$"', source_identifier: operators[1].field,
    });
  });

  test('are as long as it is written, whole and joined', () => {
    const { operators } = filelogOf(LogSource.containers({ multiline: [Multiline.go()] }), { maxLineSize: '64Ki' });
    expect([operators[0].max_log_size, operators[2].max_log_size]).toEqual([65536, 65536]);
  });
});

describe('pods', () => {
  test('are asked for from the API server, those of the node alone', () => {
    const { processors: { k8sattributes } } = configOf();
    expect(k8sattributes.filter).toEqual({ node_from_env_var: 'OTEL_K8S_NODE_NAME' });
    expect(containerOf().env).toContainEqual({ name: 'OTEL_K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } });
  });

  test.each([
    [KubernetesMetadata.apiServer(), ['pods']],
    [KubernetesMetadata.apiServer({ namespaceLabels: true }), ['pods', 'namespaces']],
  ])('ask for no more rights than what is added needs', (kubernetesMetadata, resources) => {
    expect(manifestsOf(chartWith({ kubernetesMetadata }), 'ClusterRole')[0].rules).toEqual([{ apiGroups: [''], resources, verbs: ['get', 'list', 'watch'] }]);
  });

  test('ask for none where nobody is asked', () => {
    const chart = chartWith({ kubernetesMetadata: KubernetesMetadata.none() });
    expect([...manifestsOf(chart, 'ClusterRole'), ...manifestsOf(chart, 'Role')]).toEqual([]);
  });

  test('give labels and annotations under the names of the semantic conventions', () => {
    const { processors } = configOf({ kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true, namespaceLabels: true }) });
    const { labels, annotations } = processors.k8sattributes.extract;
    expect([...labels, ...annotations].map(({ tag_name }: any) => tag_name)).toEqual(['k8s.pod.label.$$1', 'k8s.namespace.label.$$1', 'k8s.pod.annotation.$$1']);
  });
});

describe('filters', () => {
  test('come in the order in which they are written, after the memory limiter and what is known of pods', () => {
    const { service } = configOf({ filters: [LogFilter.parseJson(), LogFilter.redact('\\d'), LogFilter.addFields({ a: 'b' })] });
    expect(service.pipelines.logs.processors).toEqual(['memory_limiter', 'k8sattributes', 'resource', 'transform/parse-json', 'transform/redact', 'attributes/add-fields']);
  });

  test.each([
    [LogField.MESSAGE, 'log.body'], [LogField.STREAM, 'log.attributes["log.iostream"]'], [LogField.NAMESPACE, 'resource.attributes["k8s.namespace.name"]'],
    [LogField.POD, 'resource.attributes["k8s.pod.name"]'], [LogField.CONTAINER, 'resource.attributes["k8s.container.name"]'],
    [LogField.podLabel('app'), 'resource.attributes["k8s.pod.label.app"]'], [LogField.named('level'), 'log.attributes["level"]'],
  ])('look at each field where the collector has it', (field, path) => {
    expect(filterOf(LogFilter.drop(field, 'x')).logs.log_record).toEqual([`IsMatch(${path}, "x")`]);
    expect(filterOf(LogFilter.keep(field, 'x')).logs.log_record).toEqual([`not IsMatch(${path}, "x")`]);
  });

  test('have patterns that the collector reads as they were written', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z\\$"'{} ]{1,12}$/), text => {
      const pattern = `x${text.replace(/[\\{}]/g, '\\$&')}`;
      const [condition] = filterOf(LogFilter.drop(LogField.MESSAGE, pattern)).logs.log_record;
      // What it does with a configuration, then with an expression: a dollar sign stands twice, and a text in quotes is one of Go.
      expect(JSON.parse(condition.replace(/\$\$/g, '$').slice('IsMatch(log.body, '.length, -1))).toBe(pattern);
    }));
  });

  test('add texts in which variables of the container stand', () => {
    expect(filterOf(LogFilter.addFields({ a: '$(NODE_NAME) ${b} $$(c)' })).actions).toEqual([{ key: 'a', value: '${env:NODE_NAME} $${b} $$(c)', action: 'upsert' }]);
  });

  test('of raw settings are processors by name', () => {
    expect(filterOf(LogFilter.raw({ settings: { 'transform/mine': { log_statements: [] } } }))).toEqual({ log_statements: [] });
  });
});

describe('pipelines', () => {
  const sources = [LogSource.containers(), LogSource.files({ paths: ['/var/log/a/*.log'] }), LogSource.files({ id: 'more', paths: ['/var/log/b/*.log'] })];

  test('are one for all sources whose lines go the same way', () => {
    const { service } = configOf({ sources, filters: [LogFilter.parseJson({ sources: ['containers'] })] });
    expect(service.pipelines).toEqual({
      'logs/containers': { receivers: ['filelog/containers'], processors: ['memory_limiter', 'k8sattributes', 'resource', 'transform/parse-json'], exporters: ['otlphttp/otlp'] },
      'logs/files_more': { receivers: ['filelog/files', 'filelog/more'], processors: ['memory_limiter', 'resource'], exporters: ['otlphttp/otlp'] },
    });
  });

  test('lead to the sinks of the source', () => {
    const sinks = [LogSink.otlp({ host: 'a', sources: ['containers', 'files'] }), LogSink.otlp({ id: 'b', host: 'b' })];
    const { service } = configOf({ sources, sinks });
    expect(Object.entries<any>(service.pipelines).map(([name, { exporters }]) => [name, exporters])).toEqual([
      ['logs/containers', ['otlphttp/otlp', 'otlphttp/b']], ['logs/files', ['otlphttp/otlp', 'otlphttp/b']], ['logs/more', ['otlphttp/b']],
    ]);
  });

  test('take what others send: logs to the sinks and through the filters of all, the rest to its exporters', () => {
    const options = { receivers: [OpenTelemetryReceiver.otlp(), OpenTelemetryReceiver.zipkin()], exporters: [OpenTelemetryExporter.debug()] };
    const filters = [LogFilter.parseJson({ sources: ['containers'] }), LogFilter.redact('\\d')];
    expect(configOf({ filters }, options).service.pipelines).toMatchObject({
      'traces': { receivers: ['otlp', 'zipkin'], exporters: ['debug'], processors: ['memory_limiter', 'resource', 'batch'] },
      'logs/_received': { receivers: ['otlp'], exporters: ['otlphttp/otlp'], processors: ['memory_limiter', 'resource', 'transform/redact'] },
    });
  });

  test('put nothing together in memory that is lost with the pod, unless it is asked for', () => {
    expect(configOf().processors.batch).toBeUndefined();
    expect(configOf({}, { batch: { timeout: '1s' } }).service.pipelines.logs.processors.at(-1)).toBe('batch');
  });
});

describe('sinks', () => {
  test('have a buffer on the disk with a cap in bytes, before which sources wait, and are tried without an end', () => {
    expect(exporterOf(OTLP)).toMatchObject({
      sending_queue: { enabled: true, sizer: 'bytes', queue_size: 512 * 1024 * 1024, block_on_overflow: true, storage: 'file_storage' },
      retry_on_failure: { enabled: true, max_interval: '30s', max_elapsed_time: '0s' },
    });
  });

  test('drop what is new where it is asked for, and then no source tries it again', () => {
    const { receivers, exporters } = configOf({ buffer: LogBuffer.memory({ maxSize: '8Mi', whenFull: WhenFull.DROP_NEWEST }) });
    expect(exporters['otlphttp/otlp'].sending_queue).toMatchObject({ queue_size: 8 * 1024 * 1024, block_on_overflow: false });
    expect(exporters['otlphttp/otlp'].sending_queue.storage).toBeUndefined();
    expect(receivers['filelog/containers'].retry_on_failure).toEqual({ enabled: false });
  });

  test('give up after a time, between two attempts of which never passes more', () => {
    expect(exporterOf(LogSink.otlp({ host: 'a', retry: { giveUpAfterSeconds: 10 } })).retry_on_failure).toMatchObject({ max_interval: '10s', max_elapsed_time: '10s' });
  });

  test('have addresses with a scheme, but for gRPC', () => {
    expect(exporterOf(LogSink.otlp({ host: '2001:db8::1' })).endpoint).toBe('https://[2001:db8::1]:4318');
    expect(exporterOf(LogSink.otlp({ host: 'a', protocol: OtlpProtocol.GRPC, tls: { enabled: false } }))).toMatchObject({ endpoint: 'a:4317', tls: { insecure: true } });
  });

  test('have credentials as variables, from Secrets', () => {
    const sinks = [LogSink.elasticsearch({ host: 'e', password: KEY }), LogSink.loki({ host: 'l', bearerToken: KEY }), LogSink.openSearch({ host: 'o', password: KEY })];
    const { exporters, extensions } = configOf({ sinks });
    expect(exporters['elasticsearch/elasticsearch']).toMatchObject({ user: 'elastic', password: '${env:ELASTICSEARCH_PASSWORD}' });
    expect(exporters['otlphttp/loki'].headers).toEqual({ authorization: 'Bearer ${env:LOKI_BEARER_TOKEN}' });
    expect(extensions['basicauth/open-search']).toEqual({ client_auth: { username: 'admin', password: '${env:OPEN_SEARCH_PASSWORD}' } });
    expect(containerOf({ sinks }).env).toContainEqual({ name: 'LOKI_BEARER_TOKEN', valueFrom: { secretKeyRef: { name: 'logs', key: 'key' } } });
  });

  test('write documents to Elasticsearch that any index takes', () => {
    expect(exporterOf(LogSink.elasticsearch({ host: 'e' })).mapping).toEqual({ mode: 'raw', allowed_modes: ['raw'] });
  });

  test('have certificates as files, read anew when they change', () => {
    const sink = LogSink.splunkHec({ host: 's', token: KEY, tls: { ca: KEY } });
    expect(exporterOf(sink).tls).toEqual({ ca_file: '/etc/log-collector/tls/splunk-hec/ca.crt', reload_interval: '5m' });
    expect(containerOf({ sinks: [sink] }).volumeMounts).toContainEqual({ name: 'tls-splunk-hec', mountPath: '/etc/log-collector/tls/splunk-hec', readOnly: true });
  });

  test('are in the image: the collector for Kubernetes where it has all of them', () => {
    expect(containerOf().image).toMatch(/collector-k8s:/);
    expect(containerOf({ filters: [LogFilter.raw({ settings: { 'transform/mine': {} } })] }).image).toMatch(/collector-k8s:/);
    expect(containerOf({ sinks: [LogSink.kafka({ brokers: ['a:9092'], topic: 'logs' })] }).image).toMatch(/collector-contrib:/);
    expect(containerOf({ sources: [LogSource.raw({ settings: { 'syslog/mine': {} } })] }).image).toMatch(/collector-contrib:/);
  });

  test.each(Object.entries(OPTIONS))('%s has only settings that its exporter knows', (type, { sinks, settings }) => {
    for (const sink of sinks) {
      const [[name, config]] = Object.entries<any>(configOf({ sinks: [sink] }).exporters);
      expect(name.split('/')[0]).toBe(type);
      expect(pathsOf(config).filter(path => !settings.includes(path))).toEqual([]);
    }
  });
});

/** The paths of all settings; those of what each exporter has of the collector itself are checked by the collector, for another one. */
function pathsOf(config: any, above = ''): string[] {
  return Object.entries(config).flatMap(([key, value]) => {
    const path = `${above}${key}`;
    const isShared = ['sending_queue', 'retry_on_failure', 'tls', 'http.tls', 'headers'].includes(path);
    return isShared || value === null || typeof value !== 'object' || Array.isArray(value) ? [path] : pathsOf(value, `${path}.`);
  });
}

describe('the pod', () => {
  test('is root without any capability, and writes to its state alone', () => {
    const { securityContext, volumeMounts } = containerOf();
    expect(securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect(volumeMounts.filter(({ readOnly }: any) => !readOnly)).toEqual([{ name: 'state', mountPath: '/var/lib/otelcol' }]);
  });

  test('tells of its health and its metrics on the ports that are written, of the pipeline or of the program', () => {
    for (const container of [
      containerOf({ health: { port: 1000, metricsPort: 2000 } }), containerOf({}, { healthCheck: { port: 1000 }, telemetry: { metricsPort: 2000 } }),
    ]) {
      expect(container.ports).toEqual([{ name: 'health', containerPort: 1000 }, { name: 'own-metrics', containerPort: 2000 }]);
      expect(container.readinessProbe.httpGet).toEqual({ path: '/', port: 1000 });
    }
  });

  test('listens on the address of the pod, in brackets where it is one of IPv6', () => {
    const platform = NodePlatform.standard({ ipFamily: IpFamily.IPV6 });
    expect(configOf({ platform }).extensions.health_check.endpoint).toBe('[${env:MY_POD_IP}]:13133');
  });

  test('stays below its memory limit', () => {
    const container = containerOf({}, { container: { resources: { limits: { memory: '1Gi' } } } });
    expect(container.env).toContainEqual({ name: 'GOMEMLIMIT', value: '819MiB' });
  });

  test('notes how far it has read when it is kept, in an image that is known to be able to', () => {
    const gate = '--feature-gates=stanza.synchronousLogEmitter';
    expect(containerOf().args).toEqual(['--config=/conf/relay.yaml', gate]);
    expect(containerOf({}, { container: { image: 'example.com/otelcol:1' } }).args).toEqual(['--config=/conf/relay.yaml']);
    expect(containerOf({ profile: DaemonProfile.BARE }).args).toEqual(['--config=/conf/relay.yaml']);
  });

  test('keeps its state elsewhere where it is told to', () => {
    expect(podOf({ state: LogState.none() }).volumes).toContainEqual({ name: 'state', emptyDir: {} });
  });
});

test('the journal is read with journalctl, in an image that has it', () => {
  const sources = [LogSource.journal({ units: ['kubelet'], matches: { _TRANSPORT: ['kernel', 'audit'], _UID: ['0'] } })];
  const { receivers } = configOf({ sources }, { container: { image: 'example.com/otelcol:1' } });
  expect(receivers['journald/journal']).toMatchObject({
    units: ['kubelet.service'], matches: [{ _TRANSPORT: 'kernel', _UID: '0' }, { _TRANSPORT: 'audit', _UID: '0' }], start_at: 'end', priority: 'debug', all: true,
  });
});

test('with BARE it is what was written', () => {
  const props = { profile: DaemonProfile.BARE, kubernetesMetadata: KubernetesMetadata.none(), sinks: [LogSink.stdout()] };
  expect(configOf(props)).toEqual({
    receivers: {
      'filelog/containers': {
        include: ['/var/log/pods/*/*/*.log'],
        exclude: ['/var/log/pods/logging_logs-?????_*/opentelemetry-collector/*.log'],
        include_file_name: false,
        include_file_path: true,
        start_at: 'beginning',
        retry_on_failure: { enabled: true },
        operators: [{ type: 'container', id: 'container' }],
      },
    },
    exporters: { debug: {} },
    service: { pipelines: { logs: { receivers: ['filelog/containers'], exporters: ['debug'] } } },
  });
  expect(Object.keys(containerOf(props))).toEqual(['args', 'image', 'name', 'volumeMounts']);
});

test('variables of the container may be named in its own language too', () => {
  const sinks = [LogSink.raw({ settings: { 'otlp/mine': { endpoint: '${env:WHERE}:4317' } }, env: { WHERE: EnvValue.text('a') } })];
  expect(containerOf({ sinks }).env).toContainEqual({ name: 'WHERE', value: 'a' });
});

test('a new configuration replaces the pods', () => {
  const hashOf = (props?: Props) => manifestsOf(chartWith(props), 'DaemonSet')[0].spec.template.metadata.annotations['cdk8s-node-daemons/config-hash'];
  expect(hashOf({ filters: [LogFilter.parseJson()] })).not.toBe(hashOf({ configReload: ConfigReload.ROLL_PODS }));
});
