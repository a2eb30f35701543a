import { copyOf } from './copy';
import { isQualifiedName } from './formats';
import { invalid } from './invalid';
import { LabelSelector } from './label-selector';
import { toLabelSelector } from './label-selector-wire';
import type * as wire from '../kubernetes/wire/affinity';

/** Which pods a term speaks of, and where they are. */
export interface PodAffinityTermOptions {
  /** Node label whose value is the place, such as `kubernetes.io/hostname`. */
  readonly topologyKey: string;

  /**
   * Labels of the pods.
   *
   * @default - no pod
   */
  readonly labelSelector?: LabelSelector;

  /**
   * Namespaces of the pods.
   *
   * @default - the namespace of the daemon, unless there is a `namespaceSelector`
   */
  readonly namespaces?: string[];

  /**
   * Labels of the pods' namespaces; an empty selector is every namespace.
   *
   * @default - none
   */
  readonly namespaceSelector?: LabelSelector;

  /**
   * Labels of the daemon's own pod whose values the pods must share.
   *
   * @default - none
   */
  readonly matchLabelKeys?: string[];

  /**
   * Labels of the daemon's own pod whose values the pods must not share.
   *
   * @default - none
   */
  readonly mismatchLabelKeys?: string[];
}

/**
 * Other pods that a daemon wants to be beside, or away from.
 *
 * The DaemonSet controller makes a pod for each node without regard to them: where the scheduler then finds that the term
 * does not hold, the pod stays Pending.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export class PodAffinityTerm {
  /**
   * A term with these fields.
   *
   * @param options the fields
   */
  public static of(options: PodAffinityTermOptions): PodAffinityTerm {
    return new PodAffinityTerm(options);
  }

  private readonly options: PodAffinityTermOptions;

  private constructor(options: PodAffinityTermOptions) {
    if (!isQualifiedName(options.topologyKey)) {
      throw invalid('topologyKey', "a node label such as 'kubernetes.io/hostname'", options.topologyKey);
    }
    this.options = copyOf(options);
  }

  /** @internal */
  public _toWire(): wire.PodAffinityTerm {
    const { labelSelector, namespaceSelector, ...rest } = this.options;
    return {
      ...copyOf(rest),
      labelSelector: labelSelector && toLabelSelector(labelSelector),
      namespaceSelector: namespaceSelector && toLabelSelector(namespaceSelector),
    };
  }
}

/** A term that the scheduler prefers without insisting. */
export interface WeightedPodAffinityTerm {
  /** How much it counts against other preferences, 1 to 100. */
  readonly weight: number;

  /** The term. */
  readonly term: PodAffinityTerm;
}

/** Terms on other pods. */
export interface PodAffinity {
  /**
   * Terms that must all hold.
   *
   * @default - none
   */
  readonly required?: PodAffinityTerm[];

  /**
   * Terms that the scheduler prefers.
   *
   * @default - none
   */
  readonly preferred?: WeightedPodAffinityTerm[];
}
