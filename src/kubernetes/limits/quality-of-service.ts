import type { ResourceList } from '../default-resources';
import { Quantity } from '../quantity';
import { amountIn } from '../requests';
import { isPodLevelResource } from '../resource-names';
import type { PodSpec } from '../wire/pod-spec';

interface Amounts {
  readonly requests?: ResourceList;
  readonly limits?: ResourceList;
}

/**
 * Whether nobody promised the pod CPU or memory, nor limits it.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/helper/qos/qos.go
 */
export function isBestEffort(spec: PodSpec): boolean {
  if (hasPodLevelResources(spec)) { return promisesNothing(spec.resources); }
  return [...spec.containers, ...spec.initContainers ?? []].every(({ resources }) => promisesNothing(resources));
}

/** Whether the pod states resources as a whole. */
export function hasPodLevelResources({ resources }: PodSpec): boolean {
  return [resources?.requests, resources?.limits].some((list) => Object.keys(list ?? {}).some(isPodLevelResource));
}

function promisesNothing({ requests, limits }: Amounts = {}): boolean {
  return ['cpu', 'memory'].every((name) => [requests, limits].every((list) => (amountIn(list, name) ?? Quantity.ZERO).isZero()));
}
