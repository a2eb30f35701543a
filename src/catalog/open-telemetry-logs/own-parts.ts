import { invalid } from '../../host/invalid';
import { RawModel } from '../../host/log/model';
import { Component } from '../open-telemetry/component';

/**
 * Types that the collector for Kubernetes has; it has all that we write ourselves but the exporters of which we know.
 * @see https://github.com/open-telemetry/opentelemetry-collector-releases/blob/main/distributions/otelcol-k8s/manifest.yaml
 */
const FOR_KUBERNETES = {
  receiver: [
    'filelog', 'file_log', 'fluentforward', 'fluent_forward', 'hostmetrics', 'host_metrics', 'httpcheck', 'jaeger', 'journald', 'k8s_cluster', 'k8s_events',
    'k8sobjects', 'kubeletstats', 'otlp', 'prometheus', 'receiver_creator', 'zipkin',
  ],
  processor: [
    'attributes', 'batch', 'cumulativetodelta', 'deltatorate', 'filter', 'groupbyattrs', 'groupbytrace', 'k8sattributes', 'k8s_attributes', 'logdedup',
    'memory_limiter', 'metricstransform', 'probabilistic_sampler', 'redaction', 'remotetap', 'resource', 'resourcedetection', 'tail_sampling', 'transform',
  ],
  exporter: ['debug', 'file', 'loadbalancing', 'nop', 'otelarrow', 'otlp', 'otlp_grpc', 'otlphttp', 'otlp_http'],
} as const;

/** Parts in the collector's own language: their settings by name, in this order. */
export function ownParts(what: string, kind: keyof typeof FOR_KUBERNETES, { settings = {} }: RawModel): Component[] {
  const entries = Object.entries(settings);
  const wrong = entries.find(([name, config]) => !/^[a-z][a-z0-9_]*(\/[^\s/]+)?$/.test(name) || typeof config !== 'object' || config === null || Array.isArray(config));
  if (entries.length === 0 || wrong !== undefined) {
    throw invalid(`settings of ${what}`, `given by the name of the ${kind}`, wrong === undefined ? settings : { [wrong[0]]: wrong[1] },
      `write settings: { '${FOR_KUBERNETES[kind][0]}/mine': { … } }`);
  }
  return entries.map(([name, config]) => ({
    name,
    config: config as object,
    signals: ['logs'],
    isContribOnly: !(FOR_KUBERNETES[kind] as readonly string[]).includes(name.split('/')[0]),
  }));
}
