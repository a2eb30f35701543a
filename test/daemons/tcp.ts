import { Chart, Testing } from 'cdk8s';
import { NodeLocalExposure, TcpNodeDaemon, TcpNodeDaemonProps } from '../../src';
import { chartOf } from '../core/testing';

type Props = Partial<TcpNodeDaemonProps>;

/** A cache behind a Service of its own node, unless props say otherwise. */
export function cacheIn(chart: Chart, props: Props = {}, id = 'cache'): TcpNodeDaemon {
  return new TcpNodeDaemon(chart, id, {
    container: { image: 'valkey/valkey:8.1' }, ...props.ports === undefined ? { port: 6379 } : {}, exposure: NodeLocalExposure.localService(), ...props,
  });
}

/** What a TcpNodeDaemon comes out as. */
export function tcp(props: Props = {}, namespace: string | undefined = 'agents'): { manifests: any[]; spec: any; pod: any; main: any; service: any; policy: any } {
  const chart = chartOf(namespace);
  cacheIn(chart, props);
  const manifests: any[] = Testing.synth(chart);
  const of = (kind: string) => manifests.find(manifest => manifest.kind === kind);
  const { spec } = of('DaemonSet');
  const pod = spec.template.spec;
  return { manifests, spec, pod, main: pod.containers[0], service: of('Service'), policy: of('NetworkPolicy') };
}
