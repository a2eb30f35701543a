import { chartOf, daemonIn, manifestsOf } from './testing';
import { ContainerPort, DaemonContainer, DaemonProfile, Monitor, NodeDaemonOptions, SecretValue } from '../../src';

const METRICS = { image: 'example.com/exporter:1', ports: [ContainerPort.tcp(9400, { name: 'metrics' })] };

function manifests(options: NodeDaemonOptions, kind: string, container: DaemonContainer = METRICS): any[] {
  const chart = chartOf();
  daemonIn(chart, container, { name: 'exporter', ...options });
  return manifestsOf(chart, kind);
}

test('a ServiceMonitor selects the Service of the daemon, scrapes its metrics port and calls each instance by its node', () => {
  expect(manifests({ service: {}, monitor: Monitor.serviceMonitor({ labels: { release: 'prometheus' }, interval: '30s' }) }, 'ServiceMonitor')).toMatchObject([{
    apiVersion: 'monitoring.coreos.com/v1',
    metadata: { name: 'exporter', labels: { release: 'prometheus' } },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'exporter', 'app.kubernetes.io/instance': 'exporter' } },
      endpoints: [{ port: 'metrics', interval: '30s', relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' }] }],
    },
  }]);
});

test('a PodMonitor selects the pods and needs no Service', () => {
  const [{ spec }] = manifests({ monitor: Monitor.podMonitor({ instanceIsNode: false }) }, 'PodMonitor');
  expect(spec).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'exporter', 'app.kubernetes.io/instance': 'exporter' } },
    podMetricsEndpoints: [{ port: 'metrics' }],
  });
});

test('annotations stand on the Service or on the pods, with the port as text', () => {
  const annotations = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9400' };
  expect(manifests({ service: {}, monitor: Monitor.serviceAnnotations() }, 'Service')[0].metadata.annotations).toEqual(annotations);
  expect(manifests({ monitor: Monitor.podAnnotations() }, 'DaemonSet')[0].spec.template.metadata.annotations).toEqual(annotations);
});

test('credentials and certificates come from Secrets', () => {
  const monitor = Monitor.podMonitor({ scheme: 'https', tls: { ca: SecretValue.key('ca', 'ca.crt'), serverName: 'node' }, bearerToken: SecretValue.key('token', 'token') });
  expect(manifests({ monitor }, 'PodMonitor')[0].spec.podMetricsEndpoints[0]).toMatchObject({
    scheme: 'https',
    authorization: { type: 'Bearer', credentials: { name: 'token', key: 'token' } },
    tlsConfig: { ca: { secret: { name: 'ca', key: 'ca.crt' } }, serverName: 'node' },
  });
});

test.each<[string, () => unknown, string]>([
  ['a ServiceMonitor without a Service', () => manifests({ monitor: Monitor.serviceMonitor() }, ''),
    'platform/agent: monitor by a ServiceMonitor must be on a daemon with a Service, got undefined: give service: { headless: true }, or use Monitor.podMonitor()'],
  ['a port without a name', () => manifests({ monitor: Monitor.podMonitor() }, '', { image: 'a:1', ports: [ContainerPort.tcp(1)] }),
    "platform/agent: port of the monitor must be a named port of the container, got [1]: name one: ContainerPort.tcp(9100, { name: 'metrics' })"],
  ['a ServiceMonitor that finds its Service by nothing', () => manifests({ profile: DaemonProfile.BARE, service: {}, monitor: Monitor.serviceMonitor() }, ''),
    'Validation failed with the following errors:\n'
      + '  [platform/agent] a ServiceMonitor finds the Service by labels, and it has none: give service: { labels: { … } }'],
  ['a fraction of a second', () => Monitor.podMonitor({ interval: '1.5s' }),
    "interval of a monitor must be a duration of Prometheus such as '30s' or '1m30s', without fractions, got '1.5s'"],
  ['a timeout above the interval', () => Monitor.podMonitor({ interval: '30s', scrapeTimeout: '1m' }),
    "scrapeTimeout of a monitor must be at most the interval, '30s', got '1m'"],
  ['a scheme in capitals', () => Monitor.podMonitor({ scheme: 'HTTPS' }), "scheme of a monitor must be 'http' or 'https', got 'HTTPS'"],
  ['a relabeling that writes nowhere', () => Monitor.podMonitor({ relabelings: [{ replacement: 'x' }] }),
    "targetLabel of a relabeling with the action 'replace' must be given, got undefined"],
])('%s is an error', (_what, define, message) => {
  expect(define).toThrow(new Error(message));
});
