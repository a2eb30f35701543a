import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { DaemonDefaults, FluentBitOptions, LogAgent, LogCollector, LogCollectorProps, LogSink, NodePlatform } from '../../src';
import { chartOf } from '../core/testing';

export const STDOUT = LogSink.stdout();
export const LOGS = { host: 'logs.example.com' };
export const AWS = { region: 'eu-central-1' };

/** A collector of Fluent Bit that writes to its own log, unless the props say otherwise. */
export function collector(props: LogCollectorProps = {}, options: FluentBitOptions = {}, platform = NodePlatform.standard()) {
  const chart = chartOf('logging');
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', { name: 'logs', sinks: [STDOUT], agent: LogAgent.fluentBit(options), ...props });
  const manifests = Testing.synth(chart);
  const kindOf = (kind: string): any[] => manifests.filter(manifest => manifest.kind === kind);
  const [daemonSet] = kindOf('DaemonSet');
  const pod = daemonSet.spec.template.spec;
  const [main, ...sidecars] = pod.containers;
  const text: string = kindOf('ConfigMap')[0].data['fluent-bit.yaml'];
  const config = parse(text);
  return {
    manifests,
    daemonSet,
    pod,
    main,
    sidecars,
    text,
    config,
    service: config.service,
    inputs: config.pipeline.inputs as any[],
    filters: (config.pipeline.filters ?? []) as any[],
    outputs: config.pipeline.outputs as any[],
    parsers: (config.parsers ?? []) as any[],
    multilineParsers: (config.multiline_parsers ?? []) as any[],
    rules: kindOf('ClusterRole').flatMap(({ rules }) => rules),
    env: Object.fromEntries((main.env ?? []).map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom])),
    mounts: (main.volumeMounts ?? []).map(({ mountPath, readOnly }: any) => `${mountPath}${readOnly ? '' : ' rw'}`) as string[],
  };
}
