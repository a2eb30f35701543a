import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkProgram } from './network-program';
import { agentDaemon } from '../core/agent-daemon';
import { criticalPodsQuota } from '../core/critical-pods-quota';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { settingsOf } from '../core/settings';
import { NodePriority } from '../host/node-priority';
import { DnsPolicy } from '../host/pod-dns';
import { UpdateStrategy } from '../host/update-strategy';

/** A program that makes the network of each node. */
export interface NetworkAgentProps extends NodeDaemonOptions {
  /** The program. */
  readonly agent: NetworkProgram;
}

/**
 * Defines a program that makes the network of each node.
 *
 * With `HARDENED` its pods have the network of the node and the DNS servers of the node, as those of the cluster answer nobody before there is a
 * network; they run on every Linux machine, from the moment that a node is there, with the priority `system-node-critical`; where the platform asks for
 * a quota for that, as GKE, it is made. An update goes node by node: what is wrong with a new version is wrong with the network of one node.
 */
export class NetworkAgent extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  /** The ResourceQuota that lets its pods into the namespace, its own or that of the namespace; undefined where the platform does not ask for it. */
  public readonly criticalPodsQuota?: ApiObject;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: NetworkAgentProps) {
    super(scope, id);
    const { agent, ...options } = props ?? {} as NetworkAgentProps;
    this.daemon = agentDaemon(this, options, agent, 'NetworkProgram.flannel()', kindDefaults);
    const { priority = NodePriority.SYSTEM_NODE_CRITICAL } = options;
    if (this.daemon.namespace !== undefined && settingsOf(this, options).hardened && priority.className?.startsWith('system-')) {
      this.criticalPodsQuota = criticalPodsQuota(this, this.daemon.namespace, this.daemon.platform);
    }
  }
}

function kindDefaults(): NodeDaemonOptions {
  return {
    hostNamespaces: { network: true },
    dnsPolicy: DnsPolicy.DEFAULT,
    priority: NodePriority.SYSTEM_NODE_CRITICAL,
    updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '1' }),
  };
}
