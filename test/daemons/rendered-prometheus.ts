import { MetricsAgent, NodeExporter, NodeExporterProps, PrometheusOptions } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** The manifests of one kind of a NodeExporter with node_exporter. */
export function manifests(agent: PrometheusOptions, props: NodeExporterProps = {}, kind = 'DaemonSet'): any[] {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { name: 'node-exporter', ...props, agent: MetricsAgent.prometheus(agent) });
  return manifestsOf(chart, kind);
}

export function podOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): any {
  return manifests(agent, props)[0].spec.template.spec;
}

export function containerOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): any {
  return podOf(agent, props).containers[0];
}

export function argsOf(agent: PrometheusOptions = {}, props: NodeExporterProps = {}): string[] {
  return containerOf(agent, props).args;
}
