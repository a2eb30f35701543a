import { DaemonDefaults, LogAgent, LogCollector, LogCollectorProps, NodePlatform } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** What a LogCollector comes out as, the parts that tests ask for. */
export interface Collected {
  readonly pod: any;
  /** The first container. */
  readonly main: any;
  /** The others, by their names. */
  readonly sidecars: { readonly [name: string]: any };
  /** Variables of the first container: their text, or where it comes from. */
  readonly env: { readonly [name: string]: any };
  /** The configuration. */
  readonly text: string;
  readonly rules: readonly any[];
  /** Where the first container mounts something; `rw` where it may write. */
  readonly mounts: readonly string[];
}

/** A LogCollector in a chart of its own. */
export function collected(agent: LogAgent, props: Omit<LogCollectorProps, 'agent'>, platform = NodePlatform.standard()): Collected {
  const chart = chartOf('logging');
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', { agent, ...props });
  const pod = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
  const [main, ...others] = pod.containers;
  return {
    pod,
    main,
    sidecars: Object.fromEntries(others.map((container: any) => [container.name, container])),
    env: Object.fromEntries((main.env ?? []).map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom])),
    text: Object.values(manifestsOf(chart, 'ConfigMap')[0].data)[0] as string,
    rules: manifestsOf(chart, 'ClusterRole')[0]?.rules ?? [],
    mounts: (main.volumeMounts ?? []).map(({ mountPath, readOnly }: any) => `${mountPath}${readOnly === true ? '' : ' rw'}`),
  };
}
