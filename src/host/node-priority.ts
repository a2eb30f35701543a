import { isDnsSubdomain } from './formats';
import { invalid } from './invalid';

/**
 * Which pods give way when a node is full.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export class NodePriority {
  /** The node cannot work without it: above every other pod. */
  public static readonly SYSTEM_NODE_CRITICAL = new NodePriority('system-node-critical');

  /** The cluster cannot work without it. */
  public static readonly SYSTEM_CLUSTER_CRITICAL = new NodePriority('system-cluster-critical');

  /** No priority class: the default of the cluster. */
  public static readonly NONE = new NodePriority(undefined);

  /**
   * A priority class of the cluster.
   *
   * @param name its name
   */
  public static custom(name: string): NodePriority {
    if (!isDnsSubdomain(name)) {
      throw invalid('name of a priority class', "a lower-case DNS name such as 'node-agents'", name);
    }
    return new NodePriority(name);
  }

  private readonly _name?: string;

  private constructor(name: string | undefined) {
    this._name = name;
  }

  /** Name of the priority class; undefined for `NONE`. */
  public get className(): string | undefined {
    return this._name;
  }
}
