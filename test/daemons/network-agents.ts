import { Testing } from 'cdk8s';
import { CustomNetworkProgramOptions, NetworkAgent, NetworkAgentProps, NetworkProgram } from '../../src';
import { chartOf } from '../core/testing';

/** What a NetworkAgent comes out as, the parts that tests ask for. */
export interface Agent {
  readonly manifests: readonly any[];
  readonly spec: any;
  readonly pod: any;
  /** The first container. */
  readonly main: any;
  /** Init containers by their names, in their order. */
  readonly init: { readonly [name: string]: any };
  /** Variables of the first container: their text, or where it comes from. */
  readonly env: { readonly [name: string]: any };
  readonly files: { readonly [file: string]: string };
  readonly rules: readonly any[];
  /** Host paths of a container: `path -> mount path`, with `rw` where it may write. */
  hostPathsOf(container: any): string[];
  /** The type of a volume of the node. */
  typeOf(path: string): string | undefined;
}

type Props = Omit<NetworkAgentProps, 'agent'>;

/** A NetworkAgent in a chart of its own. */
export function networkAgent(agent: NetworkProgram, props: Props = {}, namespace = 'kube-system'): Agent {
  const chart = chartOf(namespace);
  new NetworkAgent(chart, 'net', { agent, ...props });
  const manifests: any[] = Testing.synth(chart);
  const of = (kind: string) => manifests.find(manifest => manifest.kind === kind);
  const { spec } = of('DaemonSet');
  const pod = spec.template.spec;
  const [main] = pod.containers;
  const pathOf = (name: string) => pod.volumes.find((volume: any) => volume.name === name).hostPath?.path;
  return {
    manifests,
    spec,
    pod,
    main,
    init: Object.fromEntries((pod.initContainers ?? []).map((container: any) => [container.name, container])),
    env: Object.fromEntries((main.env ?? []).map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom])),
    files: of('ConfigMap')?.data ?? {},
    rules: of('ClusterRole')?.rules ?? [],
    hostPathsOf: ({ volumeMounts = [] }) => volumeMounts.filter(({ name }: any) => pathOf(name) !== undefined)
      .map(({ name, mountPath, readOnly }: any) => `${pathOf(name)} -> ${mountPath}${readOnly === true ? '' : ' rw'}`),
    typeOf: path => (pod.volumes ?? []).find(({ hostPath }: any) => hostPath?.path === path)?.hostPath.type,
  };
}

/** A program of one's own in a chart of its own. */
export function custom(options: Partial<CustomNetworkProgramOptions> = {}, props: Props = {}, namespace?: string): Agent {
  return networkAgent(NetworkProgram.custom({ container: { image: 'example.com/agent:1' }, ...options }), props, namespace);
}

/** What synthesis of the whole app says. */
export function errorsOf(agent: NetworkProgram, props: Props = {}, namespace = 'kube-system'): string[] {
  const chart = chartOf(namespace);
  new NetworkAgent(chart, 'net', { agent, ...props });
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
}
