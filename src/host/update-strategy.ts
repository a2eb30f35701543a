import { invalid } from './invalid';
import type { DaemonSetUpdateStrategy } from '../kubernetes/wire/daemon-set';

/** How many nodes an update touches at once: a count such as `1`, or a share of the nodes such as `10%`, rounded up. */
export interface RollingUpdateOptions {
  /**
   * Nodes on which the old pod is stopped before the new one starts.
   *
   * @default - 0 where `maxSurge` is given, otherwise one node at a time (the default of Kubernetes)
   */
  readonly maxUnavailable?: string;

  /**
   * Nodes on which the new pod starts beside the old one. Needs room for two pods, and no host ports.
   *
   * @default - none (the default of Kubernetes)
   */
  readonly maxSurge?: string;
}

/**
 * How a new version replaces the old one on the nodes.
 *
 * @see https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/
 */
export class UpdateStrategy {
  /**
   * Node by node, on its own.
   *
   * @param options how many at once
   */
  public static rollingUpdate(options: RollingUpdateOptions = {}): UpdateStrategy {
    const maxSurge = countOrPercent('maxSurge', options.maxSurge);
    const maxUnavailable = countOrPercent('maxUnavailable', options.maxUnavailable) ?? (isNothing(maxSurge) ? undefined : 0);
    if (!isNothing(maxSurge) && !isNothing(maxUnavailable)) {
      throw invalid('maxUnavailable beside maxSurge', "'0'", options.maxUnavailable, 'give one of the two');
    }
    if (maxUnavailable !== undefined && isNothing(maxUnavailable) && isNothing(maxSurge)) {
      throw invalid('maxUnavailable without maxSurge', "at least '1'", options.maxUnavailable, 'otherwise no node could ever be updated');
    }
    const rollingUpdate = maxSurge === undefined && maxUnavailable === undefined ? undefined : { maxSurge, maxUnavailable };
    return new UpdateStrategy({ type: 'RollingUpdate', rollingUpdate });
  }

  /** Only where somebody deletes the old pod. */
  public static onDelete(): UpdateStrategy {
    return new UpdateStrategy({ type: 'OnDelete' });
  }

  private constructor(private readonly strategy: DaemonSetUpdateStrategy) {}

  /** @internal */
  public _toWire(): DaemonSetUpdateStrategy {
    return { type: this.strategy.type, rollingUpdate: this.strategy.rollingUpdate && { ...this.strategy.rollingUpdate } };
  }
}

function countOrPercent(field: string, text: string | undefined): number | string | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (typeof text !== 'string') {
    throw invalid(field, "a count such as '1' or a percentage up to '100%'", text, 'put it in quotes');
  }
  if (!/^[0-9]+%?$/.test(text) || Number.parseInt(text, 10) > (text.endsWith('%') ? 100 : 2 ** 31 - 1)) {
    throw invalid(field, "a count such as '1' or a percentage up to '100%'", text);
  }
  return text.endsWith('%') ? text : Number(text);
}

function isNothing(value: number | string | undefined): boolean {
  return value === undefined || value === 0 || value === '0%';
}
