import {
  ConfigReload, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, OpenTelemetryExporter,
  OpenTelemetryLogsOptions, OpenTelemetryReceiver, WhenFull,
} from '../../src';
import { chartOf } from '../core/testing';

const OTLP = LogSink.otlp({ host: 'gateway' });

const define = (props: Partial<LogCollectorProps>, options: OpenTelemetryLogsOptions = {}) => () =>
  new LogCollector(chartOf('logging'), 'logs', { name: 'logs', agent: LogAgent.openTelemetry(options), sinks: [OTLP], ...props });

const able = (...programs: string[]) => `these can: ${programs.join(', ')}`;

test.each<[string, () => unknown, string]>([
  ['the kubelet asked', define({ kubernetesMetadata: KubernetesMetadata.kubelet() }),
    `kubernetesMetadata must be something that the OpenTelemetry Collector can do, got 'labels of pods, from the kubelet': ${able('LogAgent.fluentBit()', 'LogAgent.alloy()')}`],
  ['HTTP of any kind', define({ sinks: [LogSink.http({ host: 'a' })] }),
    `the sink 'http' must be something that the OpenTelemetry Collector can do, got 'HTTP': ${able('LogAgent.fluentBit()', 'LogAgent.fluentd()', 'LogAgent.vector()', 'LogAgent.logstash()')}`],
  ['the forward protocol', define({ sinks: [LogSink.forward({ host: 'a' })] }),
    `the sink 'forward' must be something that the OpenTelemetry Collector can do, got 'forward': ${able('LogAgent.fluentBit()', 'LogAgent.fluentd()')}`],
  ['a number of attempts', define({ sinks: [LogSink.otlp({ host: 'a', retry: { attempts: 3 } })] }),
    `retry of the sink 'otlp' must be something that the OpenTelemetry Collector can do, got 'a number of attempts': ${able('LogAgent.fluentBit()', 'LogAgent.fluentd()', 'LogAgent.vector()', 'LogAgent.alloy()')}`],
  ['the oldest dropped', define({ buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_OLDEST }) }),
    "whenFull of the sink 'otlp' must be something that the OpenTelemetry Collector can do, got 'the oldest lines dropped from a full disk buffer': "
    + able('LogAgent.fluentBit()', 'LogAgent.fluentd()')],
  ['a new configuration without new pods', define({ configReload: ConfigReload.HOT_RELOAD }),
    "configReload must be something that the OpenTelemetry Collector can do, got 'a new configuration without new pods': " + able('LogAgent.fluentBit()', 'LogAgent.vector()', 'LogAgent.alloy()', 'LogAgent.logstash()')],
  ['the journal without an image that can read it', define({ sources: [LogSource.journal()] }),
    "the source 'journal' must be read by an image with journalctl, which those of the OpenTelemetry Collector lack, got 'no image': "
    + "write container: { image: 'example.com/otelcol-with-journalctl:1' }"],
  ['a field of the journal that it does not take', define({ sources: [LogSource.journal({ matches: { FIELD2: ['a'] } })] }, { container: { image: 'a:1' } }),
    "matches of the source journal must be fields of letters and '_' for the OpenTelemetry Collector, got 'FIELD2'"],
  ['sinks of which only one waits', define({
    sinks: [OTLP, LogSink.otlp({ id: 'b', host: 'b', buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_NEWEST }) })],
  }),
  "whenFull of the sinks of the source 'containers' must be the same for all, for the OpenTelemetry Collector, got {\"otlp\":\"pause\",\"b\":\"dropNewest\"}"],
  ['labels of Loki', define({ sinks: [LogSink.loki({ host: 'a', labels: { cluster: 'b' } })] }),
    "labels of the sink 'loki' must be left out for the OpenTelemetry Collector: Loki itself chooses which attributes are labels, got {\"cluster\":\"b\"}: "
    + 'give its distributor the attributes, in limits_config.otlp_config, and add them with resourceAttributes'],
  ['a log group that it may not make', define({ sinks: [LogSink.cloudWatch({ region: 'a', logGroup: 'b' })] }),
    "createLogGroup of the sink 'cloud-watch' must be true for the OpenTelemetry Collector, which makes a group that is missing, got false"],
  ['an ingest pipeline of OpenSearch', define({ sinks: [LogSink.openSearch({ host: 'a', pipeline: 'b' })] }),
    "pipeline of the sink 'open-search' must be left out for the OpenTelemetry Collector, which cannot name one, got 'b': "
    + 'make it the default of the index: index.default_pipeline'],
  ['a time for Elasticsearch', define({ sinks: [LogSink.elasticsearch({ host: 'a', retry: { giveUpAfterSeconds: 60 } })] }),
    "giveUpAfterSeconds of the sink 'elasticsearch' must be left out for the OpenTelemetry Collector, which has no such limit for Elasticsearch, got 60"],
  ['a label that no line has', define({ kubernetesMetadata: KubernetesMetadata.none(), filters: [LogFilter.keep(LogField.podLabel('app'), 'a')] }),
    "field of the filter 'keep' must be one that lines have; they have no labels of pods, got 'app': write kubernetesMetadata: KubernetesMetadata.apiServer()"],
  ['two ports of its health', define({ health: { port: 1 } }, { healthCheck: { port: 2 } }),
    'health.port must be left out where the agent has healthCheck.port, which says the same, got 1: write one of the two'],
  ['two ports of its metrics', define({ health: { metricsPort: 1 } }, { telemetry: { metricsPort: 2 } }),
    'health.metricsPort must be left out where the agent has telemetry.metricsPort, which says the same, got 1: write one of the two'],
  ['one port for both', define({ health: { port: 8888 } }),
    "port of the collector must be used once, got 8888: 'health' and 'own-metrics' listen on it: give one of the two another port"],
  ['traces that go nowhere', define({}, { receivers: [OpenTelemetryReceiver.zipkin()] }),
    'the receiver zipkin must be followed by an exporter of traces, got []: add such an exporter, or leave the receiver out'],
  ['an exporter of nothing', define({}, { exporters: [OpenTelemetryExporter.debug()] }),
    'the exporter debug must be preceded by a receiver of metrics or traces or logs, got []: add such a receiver, or leave the exporter out'],
  ['text in a language that it does not have', define({ filters: [LogFilter.raw({ text: 'a' })] }),
    "the filter 'raw' must be given settings, in the language of the OpenTelemetry Collector, got 'text'"],
  ['settings of its own without the name of a part', define({ sinks: [LogSink.raw({ settings: { endpoint: 'a:4317' } })] }),
    "settings of the sink 'raw' must be given by the name of the exporter, got {\"endpoint\":\"a:4317\"}: write settings: { 'debug/mine': { … } }"],
  ['a name of its own that is taken', define({ sinks: [OTLP, LogSink.raw({ settings: { 'otlphttp/otlp': {} } })] }),
    "'otlphttp/otlp' of the collector must be given once, got 'otlphttp/otlp': give one of the two an id where it takes one, or write all of its details in one"],
  ['a variable that nobody sets', define({ sinks: [LogSink.raw({ settings: { 'otlp/mine': { endpoint: '${env:WHERE}' } } })] }),
    "'${env:WHERE}' in the configuration must be a variable that is set; the pod has 'MY_POD_IP', 'OTEL_K8S_NODE_NAME', 'OTEL_K8S_NODE_IP', 'OTEL_K8S_NAMESPACE', "
    + "'OTEL_K8S_POD_NAME', 'OTEL_K8S_POD_IP', got 'WHERE': set it: container: { env: { WHERE: EnvValue.text('…') } }"],
  ['an image without the exporter', define({ sinks: [LogSink.kafka({ brokers: ['a:9092'], topic: 'b' })] },
    { container: { image: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0' } }),
  'image of the collector must be one that has the exporter kafka/kafka, which the collector for Kubernetes lacks, '
    + "got 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0': "
    + "leave the image out, or write 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.158.0'"],
  ['a pattern that RE2 lacks', define({ filters: [LogFilter.redact('(?<=card )\\d+')] }),
    "pattern of the filter 'redact' must be a regular expression of the OpenTelemetry Collector (RE2), which has no lookaround, got '(?<=card )\\d+'"],
])('fails with %s', (_what, attempt, message) => {
  let thrown = '';
  try { attempt(); } catch (error) { thrown = (error as Error).message; }
  expect(thrown.replace(/^platform\/logs: /, '')).toBe(message);
});
