import { mergeOptions } from './merge-options';
import { NodeDaemonOptions, NodeDaemonProps } from './node-daemon-options';
import { DaemonSettings } from './settings';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { withoutUndefined } from '../host/copy';
import { DaemonContainer } from '../host/daemon-container';
import { MetricsEndpoint } from '../host/metrics-endpoint';
import { NetworkPolicyOptions } from '../host/network-policy-options';
import { NetworkPort } from '../host/network-port';

/** What a ready program is told about the daemon that it becomes. */
export interface AgentContext extends DaemonSettings {
  /** Namespace of the daemon; undefined where the chart has none. */
  readonly namespace?: string;
  /** Name of the DaemonSet. */
  readonly daemonName: () => string;
  /** What the user wrote of the daemon. */
  readonly options: NodeDaemonOptions;
}

/** What runs: the containers of a ready program and what they need. */
export interface AgentConfig {
  /** What it is to the cluster, such as `log-collector`. */
  readonly component: string;
  readonly container: DaemonContainer;
  readonly sidecars?: readonly DaemonContainer[];
  readonly initContainers?: readonly DaemonContainer[];
  /** Those that run after the user's own. */
  readonly lastInitContainers?: readonly DaemonContainer[];
  readonly configFiles?: readonly ConfigFile[];
  readonly apiAccess?: readonly ApiAccess[];
  /** Where its metrics are scraped. */
  readonly metrics?: MetricsEndpoint;
  /** Objects beside the daemon that are none of its own kinds. */
  readonly objects?: readonly AgentObject[];
  /** What gives way to a prop of the user. */
  readonly defaults?: NodeDaemonOptions;
}

/** An object that a ready program needs beside its daemon. */
export interface AgentObject {
  /** Id in the tree. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly fields: object;
}

/** The props of the daemon that a ready program becomes: the user's, over the program's. */
export function daemonProps(options: NodeDaemonOptions, agent: AgentConfig): NodeDaemonProps {
  const merged = mergeOptions({ component: agent.component, ...agent.defaults }, options);
  return {
    ...merged,
    monitor: options.monitor?._over(agent.metrics),
    networkPolicy: overMetrics(merged.networkPolicy, agent.metrics),
    container: agent.container,
    sidecars: [...agent.sidecars ?? [], ...merged.sidecars ?? []],
    initContainers: [...agent.initContainers ?? [], ...merged.initContainers ?? [], ...agent.lastInitContainers ?? []],
    configFiles: [...agent.configFiles ?? [], ...merged.configFiles ?? []],
    apiAccess: [...agent.apiAccess ?? [], ...merged.apiAccess ?? []],
  };
}

/** A rule that names no port means that of the metrics. */
function overMetrics(policy: NetworkPolicyOptions | undefined, metrics: MetricsEndpoint | undefined): NetworkPolicyOptions | undefined {
  return policy === undefined || metrics === undefined ? policy
    : { ...policy, ingress: policy.ingress?.map(rule => ({ ports: [NetworkPort.tcp(metrics.number)], ...withoutUndefined(rule) })) };
}
