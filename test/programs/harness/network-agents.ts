import { Testing } from 'cdk8s';
import { NetworkAgent, NetworkAgentProps, NetworkProgram } from '../../../src';
import { chartOf } from '../../core/testing';

/** What a NetworkAgent comes out as, the parts that programs are given. */
export interface NetworkManifests {
  readonly pod: any;
  /** Files of the ConfigMap. */
  readonly files: { readonly [key: string]: string };
}

/** A NetworkAgent in a chart of its own. */
export function networkAgent(agent: NetworkProgram, props: Omit<NetworkAgentProps, 'agent'> = {}): NetworkManifests {
  const chart = chartOf('kube-system');
  new NetworkAgent(chart, 'net', { agent, ...props });
  const manifests: any[] = Testing.synth(chart);
  return {
    pod: manifests.find(({ kind }) => kind === 'DaemonSet').spec.template.spec,
    files: manifests.find(({ kind }) => kind === 'ConfigMap')?.data ?? {},
  };
}
