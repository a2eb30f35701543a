import { App, Chart, Testing } from 'cdk8s';
import { DaemonContainer, NodeDaemon, NodeDaemonOptions } from '../../src';

/** A chart with a namespace, in an app of its own. */
export function chartOf(namespace: string | undefined = 'agents'): Chart {
  return new Chart(new App(), 'platform', { namespace });
}

/** A daemon whose container has an image. */
export function daemonIn(chart: Chart, container: DaemonContainer = {}, options: NodeDaemonOptions = {}, id = 'agent'): NodeDaemon {
  return new NodeDaemon(chart, id, { ...options, container: { image: 'example.com/agent:1', ...container } });
}

/** The manifests of a chart, by kind. */
export function manifestsOf(chart: Chart, kind: string): any[] {
  return Testing.synth(chart).filter(manifest => manifest.kind === kind);
}

/** The one DaemonSet of a daemon with these props. */
export function daemonSetOf(container: DaemonContainer = {}, options: NodeDaemonOptions = {}): any {
  const chart = chartOf();
  daemonIn(chart, container, options);
  return manifestsOf(chart, 'DaemonSet')[0];
}

/** The pod of a daemon with these props. */
export function podOf(container: DaemonContainer = {}, options: NodeDaemonOptions = {}): any {
  return daemonSetOf(container, options).spec.template.spec;
}

/** The first container of a daemon with these props. */
export function containerOf(container: DaemonContainer = {}, options: NodeDaemonOptions = {}): any {
  return podOf(container, options).containers[0];
}
