import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { LogAgent } from './log-agent';
import { AgentContext, daemonProps } from '../core/agent-config';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { settingsOf } from '../core/settings';
import { inConstruct } from '../core/tree';
import { NodePriority } from '../host/node-priority';

/** A program that collects the logs of each node. */
export interface LogCollectorProps extends NodeDaemonOptions {
  /** The program. */
  readonly agent: LogAgent;
}

/**
 * Defines a program that collects the logs of each node.
 *
 * With `HARDENED` its pods have the priority `system-node-critical`, for lines are lost where it is pushed out, and a minute to send
 * what they have read.
 */
export class LogCollector extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: LogCollectorProps) {
    super(scope, id);
    const { agent, ...options } = props;
    const context: AgentContext = { ...settingsOf(this, options), namespace: Chart.of(this).namespace };
    const config = inConstruct(this, () => agent._config(context));
    this.daemon = new NodeDaemon(this, 'Default', daemonProps(options, { ...config, defaults: { ...kindDefaults(context), ...config.defaults } }));
  }
}

function kindDefaults({ hardened, platform, namespace }: AgentContext): NodeDaemonOptions {
  if (!hardened) {
    return {};
  }
  // Without a quota, such a platform makes no pod at all of a system priority class outside of kube-system.
  const mayBeCritical = !platform.criticalPodsQuota || namespace === 'kube-system';
  return { priority: mayBeCritical ? NodePriority.SYSTEM_NODE_CRITICAL : undefined, terminationGracePeriodSeconds: 60 };
}
