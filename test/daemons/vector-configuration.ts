import { parse } from 'yaml';
import { DaemonDefaults, LogAgent, LogCollector, LogCollectorProps, NodePlatform, VectorOptions } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** What a collector with Vector becomes: its pod, its configuration as text and as Vector reads it, what it may ask. */
export function vector(props: Omit<LogCollectorProps, 'agent'>, options?: VectorOptions, platform = NodePlatform.standard()) {
  const chart = chartOf('logging');
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', { ...props, agent: LogAgent.vector(options) });
  const { metadata, spec: pod } = manifestsOf(chart, 'DaemonSet')[0].spec.template;
  const text: string = manifestsOf(chart, 'ConfigMap')[0].data['vector.yaml'];
  return {
    metadata,
    pod,
    main: pod.containers[0],
    env: Object.fromEntries(pod.containers[0].env?.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom]) ?? []),
    mounts: (pod.containers[0].volumeMounts ?? []).map(({ mountPath, readOnly }: any) => `${mountPath}${readOnly ? '' : ' rw'}`) as string[],
    text,
    configuration: parse(text) as any,
    rules: manifestsOf(chart, 'ClusterRole')[0]?.rules ?? [],
  };
}
