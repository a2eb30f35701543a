import {
  ApiAccess, HostScraper, KubeletMetadata, MetricsAgent, NodeExporter, NodeExporterProps, NodePlatform, OpenTelemetryExporter,
  OpenTelemetryMetricsOptions, OpenTelemetryReceiver, ScraperFilter, SecretValue,
} from '../../src';
import { chartOf } from '../core/testing';

const OTLP = OpenTelemetryExporter.otlp({ endpoint: 'gateway.monitoring:4317', tls: { insecure: true } });

type Options = Partial<OpenTelemetryMetricsOptions>;
type Props = Partial<NodeExporterProps>;

function chartWith(options: Options, props: Props = {}) {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { name: 'otel', agent: MetricsAgent.openTelemetry({ exporters: [OTLP], ...options }), ...props });
  return chart;
}

const define = (options: Options, props?: Props) => () => chartWith(options, props);
const limited = { container: { resources: { limits: { memory: '256Mi' } } } };

test.each<[string, () => unknown, string]>([
  ['without an exporter', define({ exporters: [] }),
    'exporters of the collector must be given at least one, got []: '
    + "write OpenTelemetryExporter.otlp({ endpoint: 'gateway.example.com:4317' }), or OpenTelemetryExporter.prometheus() to be scraped"],
  ['with two exporters of one name', define({ exporters: [OTLP, OTLP] }),
    "'otlp' of the collector must be given once, got 'otlp': give one of the two an id where it takes one, or write all of its details in one"],
  ['with one scraper twice', define({ hostMetrics: { scrapers: [HostScraper.cpu(), HostScraper.cpu()] } }),
    "a scraper must be given once, got 'cpu': write all of its details in one"],
  ['where its network was taken away and its traffic is counted', define({}, { hostNamespaces: { network: false } }),
    'platform/metrics: hostNamespaces.network must be true with the network scraper, which counts the traffic of the network that it is in, got false: '
    + 'leave HostScraper.network() out of hostMetrics.scrapers, or hostNamespaces.network'],
  ['with a root that nothing mounts', define({ hostMetrics: { mountRoot: false, rootPath: '/host' } }),
    "rootPath of the host metrics must be mounted; the container mounts none, got '/host': "
    + "leave mountRoot out, or mount the node's root: HostPath.readOnly('/', { mountPath: '…' })"],
  ['with the node\'s root over its own', define({ hostMetrics: { rootPath: '/' } }),
    "rootPath of the host metrics must be a directory in which the node's root is mounted, got '/': leave it out: it is '/hostfs'"],
  ['with a percentage of no memory limit', define({ memoryLimiter: { limitPercentage: 70 }, container: { resources: {} } }),
    'platform/metrics: limitPercentage of the memory limiter must be of a memory limit, and the container has none, got 70: '
    + "give container: { resources: { limits: { memory: '256Mi' } } }, or limitMebibytes"],
  ['with more memory than the kernel gives it', define({ ...limited, memoryLimiter: { limitMebibytes: 256 } }),
    "platform/metrics: limitMebibytes of the memory limiter must be below the container's memory limit, 256 MiB, at which the kernel kills it, got 256"],
  ['with both measures of memory', define({ memoryLimiter: { limitMebibytes: 100, limitPercentage: 50 } }),
    'the memory limiter must be given a percentage or mebibytes, one of the two, got {"limitMebibytes":100,"limitPercentage":50}'],
  ['with batches that are too large for themselves', define({ batch: { sendBatchSize: 100, sendBatchMaxSize: 10 } }),
    'sendBatchMaxSize of the batch must be at least sendBatchSize, 100, got 10'],
  ['with what is both taken and left out', () => HostScraper.network({ include: ScraperFilter.exactly('eth0'), exclude: ScraperFilter.matching('^eth') }),
    'include and exclude of the network scraper must be about different names, got ["eth0"]: '
    + 'what is both taken and left out is left out: take it out of one of the two'],
  ['with a metric that no scraper has', () => HostScraper.load({ metrics: { 'system.load': true } }),
    "metric of the load scraper must be one of system.cpu.load_average.1m, system.cpu.load_average.5m, system.cpu.load_average.15m, got 'system.load'"],
  ['with a pattern that RE2 lacks', () => ScraperFilter.matching('^(?!veth)'),
    "pattern of a scraper must be a regular expression of Go (RE2), which has no lookaround and no references to groups, got '^(?!veth)'"],
  ['with a pattern that is none', () => ScraperFilter.matching('veth['),
    "pattern of a scraper must be a regular expression of Go (RE2), which has no lookaround and no references to groups, got 'veth['"],
  ['with a filter of nothing', () => ScraperFilter.exactly(),
    'a filter of a scraper must be given at least one name, got []: leave the filter out to take all'],
  ['with a number as a duration', define({ hostMetrics: { collectionInterval: '30' } }),
    "collectionInterval of the host metrics must be a duration with its unit, such as '30s' or '1m30s', got '30'"],
  ['with a credential as text', () => OpenTelemetryExporter.otlpHttp({ endpoint: 'https://gateway', headers: { Authorization: 'Bearer abc' } }),
    "headers of the exporter otlphttp must be no credentials, which everybody reads in the manifest, got 'Authorization': move 'Authorization' to secretHeaders"],
  ['with the path of a signal twice', () => OpenTelemetryExporter.otlpHttp({ endpoint: 'https://gateway:4318/v1/metrics' }),
    "endpoint of the exporter otlphttp must be without the path of a signal, which the exporter adds, got 'https://gateway:4318/v1/metrics': "
    + "write 'https://gateway:4318'"],
  ['with OTLP over gRPC to no port', () => OpenTelemetryExporter.otlp({ endpoint: 'https://gateway/otlp' }),
    "endpoint of the exporter otlp must be a host with a port, such as 'gateway.example.com:4317', got 'https://gateway/otlp': "
    + 'OTLP over HTTP is OpenTelemetryExporter.otlpHttp'],
  ['with a certificate without its key', () => OpenTelemetryExporter.otlp({ endpoint: 'a:1', tls: { cert: SecretValue.key('a', 'tls.crt') } }),
    'tls of the exporter otlp must be given cert and key, or neither, got {"cert":"tls.crt"}'],
  ['with an authority of what is not encrypted', () => OpenTelemetryExporter.otlp({ endpoint: 'a:1', tls: { insecure: true, ca: SecretValue.key('a', 'ca') } }),
    "tls of the exporter otlp must be left out where nothing is encrypted, got 'ca': leave out insecure, or write https://"],
  ['with two credentials', () => OpenTelemetryExporter.otlp({
    endpoint: 'a:1', bearerToken: SecretValue.key('a', 'b'), secretHeaders: { Authorization: SecretValue.key('a', 'c') },
  }), 'credentials of the exporter otlp must be bearerToken, basicAuth or a header of its own, one of them, got ["bearerToken","Authorization"]'],
  ['with traces for Prometheus', define({ exporters: [OpenTelemetryExporter.prometheus()], receivers: [OpenTelemetryReceiver.zipkin()] }),
    'platform/metrics: the receiver zipkin must be followed by an exporter of traces, got ["prometheus"]: add such an exporter, or leave the receiver out'],
  ['with metrics of which there are none',
    define({ exporters: [OTLP, OpenTelemetryExporter.prometheus()], receivers: [OpenTelemetryReceiver.zipkin()], hostMetrics: { scrapers: [] } }),
    'platform/metrics: the exporter prometheus must be preceded by a receiver of metrics, got ["zipkin"]: add such a receiver, or leave the exporter out'],
  ['with one port for two', define({ exporters: [OpenTelemetryExporter.prometheus({ port: 4317 })], receivers: [OpenTelemetryReceiver.otlp()] }),
    "platform/metrics: port of the collector must be used once, got 4317: 'otlp' and 'metrics' listen on it: give one of the two another port"],
  ['with an image that lacks its exporter', define({ exporters: [OpenTelemetryExporter.prometheus()], container: { image: 'a/opentelemetry-collector-k8s:0.158.0' } }),
    'platform/metrics: image of the collector must be one that has the exporter prometheus, which the collector for Kubernetes lacks, '
    + "got 'a/opentelemetry-collector-k8s:0.158.0': leave the image out, or write "
    + "'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.158.0'"],
  ['with a variable that nobody sets', define({ resourceAttributes: { cluster: '${env:CLUSTER}' } }),
    "platform/metrics: '${env:CLUSTER}' in the configuration must be a variable that is set; the pod has 'MY_POD_IP', 'OTEL_K8S_NODE_NAME', "
    + "'OTEL_K8S_NODE_IP', 'OTEL_K8S_NAMESPACE', 'OTEL_K8S_POD_NAME', 'OTEL_K8S_POD_IP', got 'CLUSTER': "
    + "set it: container: { env: { CLUSTER: EnvValue.text('…') } }"],
  ['with an authority and no look at certificates', define({ kubeletStats: { caFile: '/etc/ca.crt', insecureSkipVerify: true } }),
    "caFile of the kubelet must be left out with insecureSkipVerify, which looks at no certificate, got '/etc/ca.crt'"],
  ['with pods of a kubelet that tells them only to who may do all', define({ kubeletStats: { extraMetadata: [KubeletMetadata.CONTAINER_ID] } },
    { platform: NodePlatform.standard({ kubernetes: '1.32' }) }),
  'platform/metrics: what the kubelet tells of pods must be asked for from Kubernetes 1.33 on, where nodes/pods suffices, got \'1.32\': leave out extraMetadata '
    + 'and the metrics of requests and limits, or grant nodes/proxy in apiAccess, with which one may run programs in every container'],
])('it fails %s', (_what, run, message) => {
  expect(run).toThrow(new Error(message));
});

test('it does not fail with pods of an old kubelet, where the right was given', () => {
  const props = { platform: NodePlatform.standard({ kubernetes: '1.32' }), apiAccess: [ApiAccess.rule({ verbs: ['get'], resources: ['nodes/proxy'] })] };
  expect(define({ kubeletStats: { extraMetadata: [KubeletMetadata.CONTAINER_ID] } }, props)).not.toThrow();
});
