import { Construct } from 'constructs';
import { MetricsAgent } from './metrics-agent';
import { AgentContext } from '../core/agent-config';
import { agentDaemon, criticalWhereAllowed } from '../core/agent-daemon';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { NodePriority } from '../host/node-priority';

/** A program that measures each node. */
export interface NodeExporterProps extends NodeDaemonOptions {
  /**
   * The program.
   *
   * @default MetricsAgent.prometheus()
   */
  readonly agent?: MetricsAgent;
}

/**
 * Defines a program that measures each node.
 *
 * With `HARDENED` its pods have the priority `system-cluster-critical`, unless the platform, as GKE, has a quota for it in `kube-system` alone.
 */
export class NodeExporter extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: NodeExporterProps = {}) {
    super(scope, id);
    const { agent = MetricsAgent.prometheus(), ...options } = props ?? {} as NodeExporterProps;
    this.daemon = agentDaemon(this, options, agent, 'MetricsAgent.prometheus()', kindDefaults);
  }
}

function kindDefaults(context: AgentContext): NodeDaemonOptions {
  return { priority: criticalWhereAllowed(context, NodePriority.SYSTEM_CLUSTER_CRITICAL) };
}
