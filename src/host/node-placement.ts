import { toAffinity } from './affinity-wire';
import { copyOf, withoutUndefined } from './copy';
import { isLabelValue, isQualifiedName } from './formats';
import { invalid } from './invalid';
import { NodeExpression } from './node-expression';
import { NodePlatform } from './node-platform';
import { NodeTerm, PreferredNodeTerm } from './node-term';
import { PodAffinity } from './pod-affinity-term';
import { Toleration } from './toleration';
import { CONTROL_PLANE_TAINT } from '../kubernetes/node-programs';
import type * as wire from '../kubernetes/wire/pod-spec';

/** The operating system of a node. */
export enum NodeOs {
  /** Linux. */
  LINUX = 'linux',
  /** Windows. */
  WINDOWS = 'windows',
}

/** Every field of Kubernetes that chooses nodes. */
export interface ExactPlacementOptions {
  /**
   * Labels that the node must have.
   *
   * @default - none
   */
  readonly nodeSelector?: { [label: string]: string };

  /**
   * Terms of which one must hold.
   *
   * @default - none
   */
  readonly required?: NodeTerm[];

  /**
   * Terms that the scheduler prefers. They do not change which nodes a daemon runs on.
   *
   * @default - none
   */
  readonly preferred?: PreferredNodeTerm[];

  /**
   * Pods that the daemon must be beside.
   *
   * @default - none
   */
  readonly podAffinity?: PodAffinity;

  /**
   * Pods that the daemon must be away from.
   *
   * @default - none
   */
  readonly podAntiAffinity?: PodAffinity;

  /**
   * Taints that do not keep the daemon away, besides those that the DaemonSet controller tolerates for every daemon.
   *
   * @default - none for `NodePlacement.workers` and `NodePlacement.exactly`; every taint for `NodePlacement.everyNode`
   */
  readonly tolerations?: Toleration[];
}

/** What narrows a placement. */
export interface NodePlacementOptions extends ExactPlacementOptions {
  /**
   * Operating system of the nodes.
   *
   * @default NodeOs.LINUX
   */
  readonly os?: NodeOs;

  /**
   * Whether virtual nodes (EKS Fargate, virtual kubelets) are left out, which run no daemons.
   *
   * @default true
   */
  readonly excludeVirtualNodes?: boolean;
}

type PlacementFields = Pick<wire.PodSpec, 'nodeSelector' | 'affinity' | 'tolerations'>;

let everyNode: NodePlacement | undefined;

/**
 * Which nodes run the daemon.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled
 */
export class NodePlacement {
  /**
   * Every Linux machine, control plane and tainted nodes included.
   *
   * @param options what narrows it
   */
  public static everyNode(options: NodePlacementOptions = {}): NodePlacement {
    return new NodePlacement({ tolerations: [Toleration.everything()], ...withoutUndefined(options) }, machinesOf(options));
  }

  /**
   * Every Linux machine that is no control plane and has no taint of its own.
   *
   * @param options what narrows it
   */
  public static workers(options: NodePlacementOptions = {}): NodePlacement {
    const machines = machinesOf(options);
    return new NodePlacement(options, platform => [...machines(platform), NodeExpression.doesNotExist(CONTROL_PLANE_TAINT.key)]);
  }

  /**
   * Exactly these fields; nothing is added.
   *
   * @param options the fields
   */
  public static exactly(options: ExactPlacementOptions = {}): NodePlacement {
    return new NodePlacement(options, () => []);
  }

  /** @internal */
  public static _default(): NodePlacement {
    return everyNode ??= NodePlacement.everyNode();
  }

  private readonly options: ExactPlacementOptions;
  private rendered?: { readonly platform: NodePlatform; readonly wire: PlacementFields };

  private constructor(options: ExactPlacementOptions, private readonly everyTerm: (platform: NodePlatform) => NodeExpression[]) {
    for (const [label, value] of Object.entries(options.nodeSelector ?? {})) {
      if (!isQualifiedName(label) || !isLabelValue(value)) {
        throw invalid('nodeSelector', 'of label keys and label values', { [label]: value });
      }
    }
    for (const { weight } of [...options.preferred ?? [], ...options.podAffinity?.preferred ?? [], ...options.podAntiAffinity?.preferred ?? []]) {
      if (!Number.isInteger(weight) || weight < 1 || weight > 100) {
        throw invalid('weight of a preferred term', 'a whole number from 1 to 100', weight);
      }
    }
    const { nodeSelector, required, preferred, podAffinity, podAntiAffinity, tolerations } = options;
    this.options = copyOf({ nodeSelector, required, preferred, podAffinity, podAntiAffinity, tolerations });
  }

  /** @internal */
  public _toWire(platform: NodePlatform): PlacementFields {
    // One placement is that of many daemons; what is rendered is copied and never changed.
    if (this.rendered?.platform !== platform) {
      this.rendered = { platform, wire: this.render(platform) };
    }
    return this.rendered.wire;
  }

  private render(platform: NodePlatform): PlacementFields {
    const { nodeSelector, required = [], tolerations = [] } = this.options;
    const expressions = this.everyTerm(platform);
    const terms = expressions.length === 0 ? required
      : required.length === 0 ? [NodeTerm.all(...expressions)] : required.map(term => term._and(...expressions));
    return {
      nodeSelector: nodeSelector && { ...nodeSelector },
      affinity: toAffinity({ ...this.options, required: terms }),
      tolerations: tolerations.length > 0 ? tolerations.map(t => t._toWire()) : undefined,
    };
  }
}

function machinesOf({ os = NodeOs.LINUX, excludeVirtualNodes = true }: NodePlacementOptions): (platform: NodePlatform) => NodeExpression[] {
  return platform => [
    NodeExpression.in('kubernetes.io/os', os),
    ...Object.entries(excludeVirtualNodes ? platform.virtualNodeLabels : {}).map(([label, values]) => NodeExpression.notIn(label, ...values)),
  ];
}
