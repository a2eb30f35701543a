import { parse } from 'yaml';
import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  DaemonProfile, HostPath, KubernetesMetadata, LogAgent, LogCollector, LogSink, LogSource, OpenTelemetryExporter, OpenTelemetryReceiver, Probe, ReadFrom,
  SecurityContext,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const KINDS = ['DaemonSet', 'ConfigMap', 'ServiceAccount'];

/** The chart's collector for logs, written with our own words. */
function ours(): any[] {
  const chart = chartOf('default');
  new LogCollector(chart, 'collector', {
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
    podMetadata: {
      labels: { 'app.kubernetes.io/name': 'opentelemetry-collector', 'app.kubernetes.io/instance': 'example', 'component': 'agent-collector' },
    },
    agent: LogAgent.openTelemetry({
      container: {
        command: ['/otelcol-k8s'],
        securityContext: SecurityContext.of({}),
        livenessProbe: Probe.httpGet('/', { port: 13133 }),
        readinessProbe: Probe.httpGet('/', { port: 13133 }),
        hostPaths: [HostPath.readOnly('/var/log/pods'), HostPath.readOnly('/var/lib/docker/containers')],
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
    sources: [LogSource.containers({ excludeSelf: false, readFrom: ReadFrom.END })],
    kubernetesMetadata: KubernetesMetadata.none(),
    sinks: [LogSink.stdout()],
    maxLineSize: '100Ki',
  });
  return KINDS.map(kind => manifestsOf(chart, kind)[0]);
}

const config = parse(ofKind(ours(), 'ConfigMap').data.relay);
const theirs = upstream('LogCollector/otel-collector-logs.yaml');

(theirs === undefined ? describe.skip : describe)('the collector of the official chart', () => {
  test('does the same', () => {
    expect(daemonSetDifferences(ofKind(ours(), 'DaemonSet'), ofKind(theirs!, 'DaemonSet'))).toEqual([]);
  });

  test('has the same configuration', () => {
    // Names differ: theirs of the receiver is one that only newer collectors know, and ours has the id of the source, under which it would keep its position.
    const text = ofKind(theirs!, 'ConfigMap').data.relay.replaceAll('file_log', 'filelog/containers').replace('container-parser', 'container');
    expect(config).toEqual(withMaps(parse(text)));
  });

  test.each(KINDS)('has the %s with the same names and labels', kind => {
    expect(ofKind(ours(), kind).metadata).toEqual(ofKind(theirs!, kind).metadata);
  });
});

/** A component without settings is a key all the same, with nothing or an empty map behind it. */
function withMaps(value: any): any {
  return Array.isArray(value) ? value.map(withMaps) : value === null ? {} : typeof value !== 'object' ? value
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMaps(inner)]));
}

describe('what is known of it', () => {
  const { containers: [container], volumes } = ofKind(ours(), 'DaemonSet').spec.template.spec;

  test('it begins with new lines, knows containers by the paths of their files, and keeps no position', () => {
    expect(config.receivers['filelog/containers']).toMatchObject({ include: ['/var/log/pods/*/*/*.log'], include_file_path: true, start_at: 'end' });
    expect(config.receivers['filelog/containers'].storage).toBeUndefined();
  });

  test('it sees the files of pods, and where Docker has them, read-only', () => {
    expect(container.volumeMounts.filter(({ readOnly }: any) => readOnly).map(({ mountPath }: any) => mountPath))
      .toEqual(expect.arrayContaining(['/var/log/pods', '/var/lib/docker/containers']));
    expect(volumes.flatMap(({ hostPath }: any) => hostPath ?? [])).toEqual([{ path: '/var/log/pods' }, { path: '/var/lib/docker/containers' }]);
  });

  test('one pipeline of logs takes lines of files and what others send', () => {
    expect(config.service.pipelines.logs).toEqual({ receivers: ['otlp', 'filelog/containers'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] });
  });
});
