import { parse } from 'yaml';
import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  DaemonProfile, HostScraper, MetricsAgent, NodeExporter, OpenTelemetryExporter, OpenTelemetryReceiver, Probe, ScraperFilter, SecurityContext,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const KINDS = ['DaemonSet', 'ConfigMap', 'ServiceAccount'];
const SELECTED = {
  'app.kubernetes.io/name': 'opentelemetry-collector', 'app.kubernetes.io/instance': 'example', 'component': 'agent-collector',
};

/** The chart's collector for host metrics, written with our own words. */
function ours(): any[] {
  const chart = chartOf('default');
  new NodeExporter(chart, 'collector', {
    profile: DaemonProfile.BARE,
    name: 'example-opentelemetry-collector-agent',
    configMapName: 'example-opentelemetry-collector-agent',
    serviceAccountName: 'example-opentelemetry-collector',
    createServiceAccount: true,
    automountServiceAccountToken: true,
    labels: {
      'helm.sh/chart': 'opentelemetry-collector-0.170.0',
      'app.kubernetes.io/name': 'opentelemetry-collector',
      'app.kubernetes.io/instance': 'example',
      'app.kubernetes.io/version': '0.158.0',
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/part-of': 'opentelemetry-collector',
      'app.kubernetes.io/component': 'agent-collector',
    },
    podMetadata: { labels: SELECTED },
    agent: MetricsAgent.openTelemetry({
      container: {
        command: ['/otelcol-k8s'],
        securityContext: SecurityContext.of({}),
        livenessProbe: Probe.httpGet('/', { port: 13133 }),
        readinessProbe: Probe.httpGet('/', { port: 13133 }),
      },
      hostMetrics: {
        collectionInterval: '10s',
        scrapers: [
          HostScraper.cpu(), HostScraper.disk(), HostScraper.load(), HostScraper.memory(), HostScraper.network(),
          HostScraper.filesystem({
            excludeFsTypes: ScraperFilter.exactly('autofs', 'binfmt_misc', 'bpf', 'cgroup2', 'configfs', 'debugfs', 'devpts', 'devtmpfs', 'fusectl',
              'hugetlbfs', 'iso9660', 'mqueue', 'nsfs', 'overlay', 'proc', 'procfs', 'pstore', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'squashfs',
              'sysfs', 'tracefs'),
            excludeMountPoints: ScraperFilter.matching(...['dev', 'proc', 'sys', 'run/k3s/containerd', 'var/lib/docker', 'var/lib/kubelet', 'snap']
              .map(directory => `^/${directory}($|/)`)),
          }),
        ],
      },
      receivers: [
        OpenTelemetryReceiver.otlp({ grpc: { hostPort: 4317 }, http: { hostPort: 4318 } }),
        OpenTelemetryReceiver.jaeger({ grpc: { hostPort: 14250 }, thriftHttp: { hostPort: 14268 }, thriftCompact: { hostPort: 6831 } }),
        OpenTelemetryReceiver.zipkin({ hostPort: 9411 }),
        OpenTelemetryReceiver.ownMetrics({ interval: '10s' }),
      ],
      exporters: [OpenTelemetryExporter.debug()],
      memoryLimiter: { checkInterval: '5s', limitPercentage: 80, spikeLimitPercentage: 25 },
      batch: {},
      healthCheck: {},
      telemetry: {
        metricsPort: 8888,
        resource: {
          'host.name': '${env:OTEL_K8S_NODE_NAME}',
          'k8s.node.name': '${env:OTEL_K8S_NODE_NAME}',
          'k8s.node.ip': '${env:OTEL_K8S_NODE_IP}',
          'k8s.namespace.name': '${env:OTEL_K8S_NAMESPACE}',
          'k8s.pod.name': '${env:OTEL_K8S_POD_NAME}',
          'k8s.pod.ip': '${env:OTEL_K8S_POD_IP}',
        },
      },
    }),
  });
  return KINDS.map(kind => manifestsOf(chart, kind)[0]);
}

const config = parse(ofKind(ours(), 'ConfigMap').data.relay);
const theirs = upstream('NodeExporter/otel-hostmetrics.yaml');

(theirs === undefined ? describe.skip : describe)('the collector of the official chart', () => {
  test('does the same', () => {
    expect(daemonSetDifferences(ofKind(ours(), 'DaemonSet'), ofKind(theirs!, 'DaemonSet'))).toEqual([]);
  });

  test('has the same configuration', () => {
    // A component without settings is a key all the same, with nothing or an empty map behind it.
    expect(config).toEqual(withMaps(parse(ofKind(theirs!, 'ConfigMap').data.relay)));
  });

  test.each(KINDS)('has the %s with the same names and labels', kind => {
    expect(ofKind(ours(), kind).metadata).toEqual(ofKind(theirs!, kind).metadata);
  });
});

function withMaps(value: any): any {
  return Array.isArray(value) ? value.map(withMaps) : value === null ? {} : typeof value !== 'object' ? value
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMaps(inner)]));
}

describe('what is known of it', () => {
  const { hostNetwork, containers: [container], volumes } = ofKind(ours(), 'DaemonSet').spec.template.spec;

  test('every variable that the configuration names comes from the pod', () => {
    expect(container.env.map(({ name }: any) => name)).toEqual([
      'MY_POD_IP', 'OTEL_K8S_NODE_NAME', 'OTEL_K8S_NODE_IP', 'OTEL_K8S_NAMESPACE', 'OTEL_K8S_POD_NAME', 'OTEL_K8S_POD_IP',
    ]);
  });

  test('six ports of the node lead to its receivers, one of them by UDP', () => {
    expect(container.ports.map(({ hostPort, protocol }: any) => [hostPort, protocol])).toEqual(
      [[4317, undefined], [4318, undefined], [14250, undefined], [14268, undefined], [6831, 'UDP'], [9411, undefined]]);
  });

  test("it sees the node's root read-only, and asks for nothing else", () => {
    expect(container.volumeMounts[0]).toEqual({ name: 'hostfs', mountPath: '/hostfs', readOnly: true, mountPropagation: 'HostToContainer' });
    expect(volumes[0]).toEqual({ name: 'hostfs', hostPath: { path: '/' } });
    expect(hostNetwork).toBeUndefined();
  });

  test('a pipeline for each signal refuses data before it batches them', () => {
    expect(config.service.pipelines).toEqual({
      metrics: { receivers: ['otlp', 'prometheus', 'hostmetrics'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] },
      traces: { receivers: ['otlp', 'jaeger', 'zipkin'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] },
      logs: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] },
    });
  });
});
