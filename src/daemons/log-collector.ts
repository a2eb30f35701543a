import { Construct } from 'constructs';
import { LogAgent } from './log-agent';
import { AgentContext } from '../core/agent-config';
import { Agent, agentDaemon, criticalWhereAllowed } from '../core/agent-daemon';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { copyOf } from '../host/copy';
import { LogPipelineOptions } from '../host/log/log-pipeline-options';
import { NodePriority } from '../host/node-priority';

/** A program that collects the logs of each node. */
export interface LogCollectorProps extends NodeDaemonOptions, LogPipelineOptions {
  /**
   * The program.
   *
   * @default LogAgent.fluentBit()
   */
  readonly agent?: LogAgent;
}

/**
 * Defines a program that collects the logs of each node.
 *
 * With `HARDENED` its pods have the priority `system-node-critical`, for lines are lost where it is pushed out, unless the platform, as
 * GKE, has a quota for it in `kube-system` alone, and a minute to send what they have read.
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
    const {
      agent = LogAgent.fluentBit(), sources, kubernetesMetadata, filters, sinks, state, buffer, maxLineSize, rotation, health, configReload, ...options
    } = props ?? {} as LogCollectorProps;
    const pipeline: LogPipelineOptions = copyOf({ sources, kubernetesMetadata, filters, sinks, state, buffer, maxLineSize, rotation, health, configReload });
    const program: Agent = typeof agent?._config === 'function' ? { _config: context => agent._config(pipeline, context) } : agent as never;
    this.daemon = agentDaemon(this, options, program, 'LogAgent.fluentBit()', kindDefaults);
  }
}

function kindDefaults(context: AgentContext): NodeDaemonOptions {
  return { priority: criticalWhereAllowed(context, NodePriority.SYSTEM_NODE_CRITICAL), terminationGracePeriodSeconds: 60 };
}
