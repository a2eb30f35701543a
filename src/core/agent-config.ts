import { NodeDaemonOptions, NodeDaemonProps } from './node-daemon-options';
import { DaemonSettings } from './settings';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { DaemonContainer } from '../host/daemon-container';

/** What a ready program is told about the daemon that it becomes. */
export interface AgentContext extends DaemonSettings {
  /** Namespace of the daemon; undefined where the chart has none. */
  readonly namespace?: string;
}

/** What runs: the containers of a ready program and what they need. */
export interface AgentConfig {
  /** What it is to the cluster, such as `log-collector`. */
  readonly component: string;
  readonly container: DaemonContainer;
  readonly sidecars?: readonly DaemonContainer[];
  readonly initContainers?: readonly DaemonContainer[];
  readonly configFiles?: readonly ConfigFile[];
  readonly apiAccess?: readonly ApiAccess[];
  /** What gives way to a prop of the user. */
  readonly defaults?: NodeDaemonOptions;
}

/** The props of the daemon that a ready program becomes: the user's, over the program's; lists are the program's and the user's. */
export function daemonProps(options: NodeDaemonOptions, agent: AgentConfig): NodeDaemonProps {
  const written = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    component: agent.component,
    ...agent.defaults,
    ...written,
    container: agent.container,
    sidecars: [...agent.sidecars ?? [], ...options.sidecars ?? []],
    initContainers: [...agent.initContainers ?? [], ...options.initContainers ?? []],
    configFiles: [...agent.configFiles ?? [], ...options.configFiles ?? []],
    apiAccess: [...agent.apiAccess ?? [], ...options.apiAccess ?? []],
  };
}
