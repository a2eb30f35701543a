import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AgentConfig, AgentContext, daemonProps } from './agent-config';
import { assertLists } from './assert-options';
import { companion } from './companion';
import { NodeDaemon } from './node-daemon';
import { NodeDaemonOptions } from './node-daemon-options';
import { settingsOf } from './settings';
import { defining } from './tree';
import { copyOf } from '../host/copy';
import { invalid } from '../host/invalid';
import { NodePriority } from '../host/node-priority';

const DAEMON = 'Default';

/** A ready program, or one that is as good. */
export interface Agent {
  /** @internal */
  _config(context: AgentContext): AgentConfig;
}

/** Defines the daemon underneath one of the ready kinds: what the program needs, over what the kind has, below what the user wrote. */
export function agentDaemon(
  construct: Construct, written: NodeDaemonOptions, agent: Agent, example: string, kind: (context: AgentContext) => NodeDaemonOptions, prop = 'agent',
): NodeDaemon {
  const options = copyOf(written);
  const context: AgentContext = {
    ...settingsOf(construct, options), namespace: Chart.of(construct).namespace, daemonName: () => nameOf(construct, options), options,
  };
  return defining(construct, () => {
    if (typeof agent?._config !== 'function') {
      throw invalid(prop, `a program such as ${example}`, agent);
    }
    assertLists(options);
    const config = agent._config(context);
    const defaults = context.hardened ? { ...kind(context), ...config.defaults } : config.defaults;
    const daemon = new NodeDaemon(construct, DAEMON, daemonProps(options, { ...config, defaults }));
    const { labels } = daemon.apiObject.metadata.toJson() ?? {};
    config.objects?.forEach(({ id, name, fields, ...type }) => companion(daemon, id, type, { name, labels }, fields));
    return daemon;
  });
}

/** The name that the DaemonSet will have: an object at its place is asked, and taken away again. */
function nameOf(construct: Construct, { name }: NodeDaemonOptions): string {
  if (name !== undefined) {
    return name;
  }
  try {
    return new ApiObject(new Construct(construct, DAEMON), 'Resource', { apiVersion: 'apps/v1', kind: 'DaemonSet' }).name;
  } finally {
    construct.node.tryRemoveChild(DAEMON);
  }
}

/** Without a quota, such a platform makes no pod at all of a system priority class outside of kube-system. */
export function criticalWhereAllowed({ platform, namespace }: AgentContext, priority: NodePriority): NodePriority | undefined {
  return !platform.criticalPodsQuota || namespace === 'kube-system' ? priority : undefined;
}
