import { Component, Surroundings, written } from './component';
import { OpenTelemetryOptions } from './options';
import { ContainerPort } from '../../host/container-port';
import { Probe } from '../../host/probe';

/** What a collector tells of itself: whether it is well, its own metrics and its log. */
export interface Self {
  readonly extensions: readonly Component[];
  readonly telemetry?: object;
  /** With `HARDENED` these are declared, which the official chart does not: with the node's network, others must know. */
  readonly ports: readonly ContainerPort[];
  /** With `HARDENED`, what the kubelet asks. */
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
}

/** Port of the collector's own metrics; undefined where nobody asked for them. */
export function ownMetricsPort({ telemetry, receivers = [] }: OpenTelemetryOptions): number | undefined {
  return telemetry?.metricsPort ?? (receivers.some(receiver => receiver._readsOwnMetrics) ? 8888 : undefined);
}

/**
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/extension/healthcheckextension
 * @see https://opentelemetry.io/docs/collector/internal-telemetry/
 */
export function self(options: OpenTelemetryOptions, { hardened, listenOn }: Surroundings): Self {
  const health = options.healthCheck ?? (hardened ? {} : undefined);
  const { port = 13133, path } = health ?? {};
  const metrics = ownMetricsPort(options);
  const { logLevel, resource = hardened && metrics !== undefined ? NAMES : undefined } = options.telemetry ?? {};
  const telemetry = written({
    logs: logLevel && { level: logLevel },
    // By itself it listens on a port that every other collector with the node's network wants too.
    metrics: metrics !== undefined ? { readers: [{ pull: { exporter: { prometheus: { host: '${env:MY_POD_IP}', port: metrics } } } }] }
      : hardened ? { level: 'none' } : undefined,
    resource,
  });
  return {
    extensions: health === undefined ? [] : [{ name: 'health_check', config: written({ endpoint: listenOn(port), path }), signals: [] }],
    telemetry: Object.keys(telemetry).length === 0 ? undefined : telemetry,
    ports: [
      ...health === undefined ? [] : [ContainerPort.tcp(port, { name: 'health' })],
      ...metrics === undefined ? [] : [ContainerPort.tcp(metrics, { name: 'own-metrics' })],
    ],
    livenessProbe: Probe.httpGet(path ?? '/', { port, initialDelaySeconds: 15, periodSeconds: 20, timeoutSeconds: 5 }),
    readinessProbe: Probe.httpGet(path ?? '/', { port }),
  };
}

const NAMES = {
  'host.name': '${env:OTEL_K8S_NODE_NAME}',
  'k8s.node.name': '${env:OTEL_K8S_NODE_NAME}',
  'k8s.namespace.name': '${env:OTEL_K8S_NAMESPACE}',
  'k8s.pod.name': '${env:OTEL_K8S_POD_NAME}',
};
