import { certificate } from './harness/certificate';
import { directory } from './harness/directory';
import { checkOtelcol } from './harness/otelcol';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import {
  KafkaCompression, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline,
  OpenTelemetryExporter, OpenTelemetryLogsOptions, OpenTelemetryReceiver, OtlpProtocol, ReadFrom, SaslMechanism, SecretValue, WhenFull,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const KEY = SecretValue.key('a-secret', 'a-key');
const OTLP = LogSink.otlp({ host: 'gateway' });

/** The configuration as it stands in the ConfigMap. */
function configOf(props: Partial<LogCollectorProps>, options: OpenTelemetryLogsOptions = {}): string {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { name: 'logs', agent: LogAgent.openTelemetry(options), sinks: [OTLP], ...props });
  return manifestsOf(chart, 'ConfigMap')[0].data.relay;
}

const login = { username: "o'brien $1", password: KEY };
const tls = { ca: KEY, cert: KEY, key: KEY, serverName: 'logs.example.com' };
const AWS = {
  region: 'eu-central-1', endpoint: 'https://aws.example.com', roleArn: 'arn:aws:iam::123456789012:role/logs', accessKeyId: KEY, secretAccessKey: KEY,
};

test.each<[string, Partial<LogCollectorProps>, OpenTelemetryLogsOptions?]>([
  ['its defaults', {}],
  ['containers by name, from the end', {
    sources: [LogSource.containers({
      namespaces: ['shop', 'team-*'],
      pods: ['a.b-*'],
      containers: ['app'],
      excludeNamespaces: ['kube-system'],
      excludePods: ['x-*'],
      excludeContainers: ['proxy'],
      readFrom: ReadFrom.END,
    })],
    rotation: { refreshSeconds: 2 },
    maxLineSize: '64Ki',
  }],
  ['every kind of entry of several lines', {
    sources: [
      LogSource.containers({
        multiline: [
          Multiline.java({ namespaces: ['shop'] }), Multiline.python({ namespaces: ['shop'] }), Multiline.go({ pods: ['a.b-*', 'c'] }), Multiline.dotnet({ containers: ['net'] }),
          Multiline.pattern({ firstLine: '^\\d{4}-"\'\\\\$', namespaces: ['quoted'], flushSeconds: 0.5 }), Multiline.pattern({ continuation: '^\\s' }),
        ],
      }),
      LogSource.files({ paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/debug*.log'], multiline: Multiline.pattern({ firstLine: '^\\[' }) }),
      LogSource.audit(),
    ],
  }],
  ['all that the API server says of pods', { kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true, namespaceLabels: true }) }],
  ['nothing of it', { kubernetesMetadata: KubernetesMetadata.none() }],
  ['the journal', { sources: [LogSource.journal({ units: ['kubelet', 'a.socket'], matches: { _TRANSPORT: ['kernel', 'audit'], PRIORITY: ['3'] } })] },
    { container: { image: 'example.com/otelcol:1' } }],
  ['two directories of it', { sources: [LogSource.journal({ directories: ['/var/log/journal', '/run/log/journal'], readFrom: ReadFrom.BEGINNING })] },
    { container: { image: 'example.com/otelcol:1' } }],
  ['every filter', {
    sources: [LogSource.containers(), LogSource.files({ paths: ['/var/log/x/*.log'] })],
    filters: [
      LogFilter.parseJson({ sources: ['containers'] }),
      LogFilter.addFields({ cluster: 'a $5 "b" \\c {{d}} ${e} $(NODE_NAME)', number: '5' }),
      LogFilter.drop(LogField.MESSAGE, '^\\s*$|"\\\\\'|\\$\\{HOME\\}'),
      LogFilter.drop(LogField.podLabel('app.kubernetes.io/name'), '^debug', { id: 'by-label' }),
      LogFilter.keep(LogField.named('level'), '^(warn|error)$', { sources: ['containers'] }),
      LogFilter.keep(LogField.STREAM, 'std', { id: 'stream' }),
      LogFilter.drop(LogField.NAMESPACE, '^kube-', { id: 'namespace' }),
      LogFilter.drop(LogField.POD, '^x', { id: 'pod' }),
      LogFilter.drop(LogField.CONTAINER, '^y', { id: 'container' }),
      LogFilter.redact('\\b\\d{4}(-\\d{4}){3}\\b', { replacement: '<card & more>' }),
      LogFilter.raw({ settings: { 'transform/upper': { log_statements: ['set(log.severity_text, ConvertCase(log.severity_text, "upper"))'] } } }),
    ],
  }],
  ['a server of OTLP with all that can be said of it', {
    sinks: [
      LogSink.otlp({ host: 'gateway', tls, ...login, headers: { 'x-tenant': 'a $5' }, secretHeaders: { 'x-key': KEY } }),
      LogSink.otlp({ id: 'grpc', host: '2001:db8::1', protocol: OtlpProtocol.GRPC, bearerToken: KEY, tls: { insecureSkipVerify: true } }),
      LogSink.otlp({ id: 'plain', host: '$(HOST_IP)', protocol: OtlpProtocol.GRPC, tls: { enabled: false }, retry: { giveUpAfterSeconds: 10 } }),
      LogSink.loki({ host: 'loki', tls: { enabled: false }, tenant: 'a', ...login }),
    ],
  }],
  ['a topic of Kafka', {
    sinks: [
      LogSink.kafka({ brokers: ['a:9092', 'b:9092'], topic: 'logs', compression: KafkaCompression.ZSTD, ...login, saslMechanism: SaslMechanism.SCRAM_SHA_256, tls }),
      LogSink.kafka({ id: 'trusting', brokers: ['a:9092'], topic: 'logs' }),
      LogSink.kafka({ id: 'plain', brokers: ['a:9092'], topic: 'logs', tls: { enabled: false } }),
    ],
  }],
  ['Elasticsearch', {
    sinks: [
      LogSink.elasticsearch({ host: '2001:db8::1', ...login, pipeline: 'p', index: 'a-b', tls, retry: { maxIntervalSeconds: 5 }, buffer: LogBuffer.memory() }),
      LogSink.elasticsearch({ id: 'key', host: 'es', apiKey: KEY, indexPerDay: false, tls: { insecureSkipVerify: true }, buffer: LogBuffer.disk() }),
      LogSink.elasticsearch({ id: 'plain', host: '$(HOST_IP)', tls: { enabled: false } }),
    ],
  }],
  ["Splunk's HTTP Event Collector", {
    sinks: [
      LogSink.splunkHec({ host: 'splunk', token: KEY, index: 'i', source: 's', sourcetype: 't', tls, retry: { giveUpAfterSeconds: 10 }, buffer: LogBuffer.memory() }),
      LogSink.splunkHec({ id: 'plain', host: '$(HOST_IP)', token: KEY, tls: { enabled: false } }),
    ],
  }],
  ['CloudWatch', {
    sinks: [
      LogSink.cloudWatch({ ...AWS, logGroup: 'g', logStreamPrefix: '$(NODE_NAME)/', createLogGroup: true, retentionDays: 7, retry: { giveUpAfterSeconds: 10 } }),
      LogSink.cloudWatch({ ...AWS, endpoint: undefined, roleArn: undefined, id: 'short', logGroup: '/g', createLogGroup: true, buffer: LogBuffer.memory() }),
    ],
  }],
  ['a bucket of S3', {
    sinks: [
      LogSink.s3({ ...AWS, bucket: 'my-bucket', prefix: 'a/$(NODE_NAME)', uploadSeconds: 60, retry: { giveUpAfterSeconds: 10 } }),
      LogSink.s3({ ...AWS, endpoint: undefined, roleArn: undefined, id: 'short', bucket: 'my-bucket', compress: false, buffer: LogBuffer.memory() }),
    ],
  }],
  ['its own log, and a sink of its own', {
    sinks: [LogSink.stdout(), LogSink.raw({ settings: { 'file/mine': { path: '/dev/null' } } })],
  }],
  ['buffers of every kind', {
    sources: [LogSource.containers(), LogSource.files({ paths: ['/var/log/x/*.log'] })],
    sinks: [
      LogSink.otlp({ host: 'a', sources: ['containers'], buffer: LogBuffer.memory({ maxSize: '1Mi', whenFull: WhenFull.PAUSE }) }),
      LogSink.otlp({ id: 'b', host: 'b', sources: ['files'], buffer: LogBuffer.disk({ maxSize: '1Gi', whenFull: WhenFull.DROP_NEWEST }) }),
    ],
  }],
  ['what others send, and where it goes', {}, {
    receivers: [OpenTelemetryReceiver.otlp()],
    exporters: [OpenTelemetryExporter.debug(), OpenTelemetryExporter.prometheus()],
    batch: { timeout: '1s' },
    healthCheck: { path: '/health' },
  }],
])('the collector takes %s', async (_what, props, options = {}) => {
  const config = configOf(props, options);
  const env = Object.fromEntries([...config.matchAll(/\$\{env:(\w+)\}/g)].map(([, name]) => [name, name.endsWith('_IP') ? '127.0.0.1' : 'made-up']));
  expect(await checkOtelcol(config, {
    env: { ...env, OTEL_K8S_NODE_NAME: 'made-up', KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '6443' },
    container: { mounts: { '/var/lib/otelcol': directory(), [SERVICE_ACCOUNT]: serviceAccount(certificate()) } },
  })).toEqual({ code: 0, output: '' });
});
