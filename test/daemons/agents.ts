import { parse } from 'yaml';
import { MetricsAgent, NodeExporter, NodeExporterProps } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** What a NodeExporter comes out as, the parts that tests ask for. */
export interface Exporter {
  readonly pod: any;
  /** The containers by their names. */
  readonly containers: { readonly [name: string]: any };
  /** The first container. */
  readonly main: any;
  /** Variables of the first container: their text, or where it comes from. */
  readonly env: { readonly [name: string]: any };
  /** Files of the ConfigMap, read as YAML. */
  readonly files: { readonly [file: string]: any };
  readonly rules: readonly any[];
  /** Host paths of the first container: `path -> mount path`, with `rw` where it may write. */
  readonly hostPaths: readonly string[];
}

/** A NodeExporter in a chart of its own. */
export function exporter(agent: MetricsAgent, props: Omit<NodeExporterProps, 'agent'> = {}): Exporter {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { agent, ...props });
  const pod = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
  const [main] = pod.containers;
  return {
    pod,
    main,
    containers: Object.fromEntries(pod.containers.map((container: any) => [container.name, container])),
    env: Object.fromEntries((main.env ?? []).map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom])),
    files: Object.fromEntries(Object.entries(manifestsOf(chart, 'ConfigMap')[0]?.data ?? {}).map(([file, text]) => [file, parse(text as string)])),
    rules: manifestsOf(chart, 'ClusterRole')[0]?.rules ?? [],
    hostPaths: (main.volumeMounts ?? []).flatMap(({ name, mountPath, readOnly }: any) => {
      const path = pod.volumes.find((volume: any) => volume.name === name).hostPath?.path;
      return path === undefined ? [] : [`${path} -> ${mountPath}${readOnly === true ? '' : ' rw'}`];
    }),
  };
}
