import { parse } from 'yaml';
import { MetricsAgent, NodeExporter, NodeExporterProps, OpenTelemetryExporter, OpenTelemetryMetricsOptions } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

export const OTLP = OpenTelemetryExporter.otlp({ endpoint: 'gateway.monitoring:4317', tls: { insecure: true } });

export type Options = Partial<OpenTelemetryMetricsOptions>;
export type Props = Partial<NodeExporterProps>;

/** A chart with a NodeExporter of the OpenTelemetry Collector. */
export function chartWith(options: Options = {}, props: Props = {}) {
  const chart = chartOf('monitoring');
  const agent = MetricsAgent.openTelemetry({ exporters: [OTLP], ...options });
  new NodeExporter(chart, 'metrics', { name: 'otel', agent, ...props });
  return chart;
}

export const podOf = (options?: Options, props?: Props): any => manifestsOf(chartWith(options, props), 'DaemonSet')[0].spec.template.spec;
export const containerOf = (options?: Options, props?: Props): any => podOf(options, props).containers[0];
export const configOf = (options?: Options, props?: Props): any => parse(manifestsOf(chartWith(options, props), 'ConfigMap')[0].data.relay);
export const envOf = (options?: Options): any => Object.fromEntries(containerOf(options).env.map(({ name, ...source }: any) => [name, source]));
