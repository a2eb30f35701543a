import { countsPods, podUsage } from './pod-usage';
import { hasPodLevelResources } from './quality-of-service';
import type { QuotaScope } from './quota-scope';
import { isInScope } from './quota-scope';
import type { ResourceList } from '../default-resources';
import { Quantity } from '../quantity';
import { amountIn } from '../requests';
import type { PodSpec } from '../wire/pod-spec';

/** A ResourceQuota, with amounts rounded up to thousandths. */
export interface ResourceQuota {
  readonly name: string;
  readonly hard: ResourceList;
  readonly used: ResourceList;
  /** Those of `scopes` and of `scopeSelector`. */
  readonly scopes: readonly QuotaScope[];
}

/** What a container must state because a quota counts it, and does not. */
export interface Unstated {
  readonly container: string;
  /** Where the container is in the pod's spec, such as `initContainers[0]`. */
  readonly at: string;
  readonly resources: readonly string[];
}

/** What does not fit into a quota. */
export interface Exceeded {
  readonly resource: string;
  readonly requested: Quantity;
  readonly used: Quantity;
  readonly hard: Quantity;
}

/** What a quota refuses of a pod: what it does not fit in is only asked where nothing is unstated. */
export interface QuotaRefusal {
  readonly unstated: readonly Unstated[];
  readonly exceeded: readonly Exceeded[];
}

const DEMANDED = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];

/**
 * What a quota refuses of one more pod that has the defaults of all LimitRanges; nothing where it does not, or is not about such pods.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go
 */
export function quotaRefusal({ hard, used, scopes }: ResourceQuota, spec: PodSpec): QuotaRefusal | undefined {
  const names = Object.keys(hard);
  if (!names.some(countsPods) || !scopes.every((scope) => isInScope(scope, spec))) { return undefined; }
  const unstated = hasPodLevelResources(spec) ? [] : unstatedIn(spec, DEMANDED.filter((name) => names.includes(name)));
  const exceeded = unstated.length > 0 ? [] : [...podUsage(spec)].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([resource, requested]) => {
    const most = amountIn(hard, resource);
    const before = amountIn(used, resource) ?? Quantity.ZERO;
    return most !== undefined && before.add(requested).compare(most) > 0 ? [{ resource, requested, used: before, hard: most }] : [];
  });
  return unstated.length + exceeded.length === 0 ? undefined : { unstated, exceeded };
}

/** Kubernetes calls it a mistake that a quota of CPU or memory demands them of each container, and keeps it. */
function unstatedIn(spec: PodSpec, demanded: readonly string[]): Unstated[] {
  return (['containers', 'initContainers'] as const).flatMap((list) => (spec[list] ?? []).flatMap(({ name, resources: stated = {} }, i) => {
    const isStated = (resource: string) => amountIn(stated[resource.startsWith('limits.') ? 'limits' : 'requests'], resource.replace(/^.*\./, '')) !== undefined;
    const resources = demanded.filter((resource) => !isStated(resource));
    return resources.length === 0 ? [] : [{ container: name, at: `${list}[${i}]`, resources }];
  }));
}
