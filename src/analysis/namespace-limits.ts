import type { Daemon } from './daemon';
import { limitRangeOf, resourceQuotaOf } from './limits';
import { Loose, textAt, valueAt } from './loose';
import type { ObjectSet } from './object-set';
import type { LimitRange } from '../kubernetes/limits/limit-range';
import { LimitedPod, limitedPod } from '../kubernetes/limits/limit-ranger';
import type { ResourceQuota } from '../kubernetes/limits/resource-quota';

interface NamespaceLimits {
  readonly ranges: LimitRange[];
  readonly quotas: ResourceQuota[];
}

/** The LimitRanges and quotas that the pods of a daemon meet. */
export function limitsFor(daemon: Daemon, objects: ObjectSet): NamespaceLimits {
  const { context, namespace } = daemon;
  const { ranges = [], quotas = [] } = objects.once(limitsFor, limitsByNamespace).get(namespace) ?? {};
  // What the daemon's own pods use is no obstacle to them.
  return { ranges, quotas: context.isInCluster ? quotas.map(quota => ({ ...quota, used: {} })) : quotas };
}

/** The pod of a daemon with the defaults of the LimitRanges, and the priority class that it gets where it names none. */
export function limitedPodOf(daemon: Daemon, objects: ObjectSet): LimitedPod {
  const limited = limitedPod(daemon.defaulted, limitsFor(daemon, objects).ranges);
  const { spec } = limited.pod;
  const priorityClassName = spec.priorityClassName || objects.once(limitedPodOf, defaultPriorityClass);
  return { ...limited, pod: { ...limited.pod, spec: { ...spec, priorityClassName } } };
}

function limitsByNamespace(objects: ObjectSet): Map<string, NamespaceLimits> {
  const limits = new Map<string, NamespaceLimits>();
  // Which of several clusters an object is for it does not say.
  if (new Set(objects.daemons.map(({ context }) => context.cluster)).size > 1) {
    return limits;
  }
  const of = ({ namespace }: Loose) => limits.get(namespace) ?? limits.set(namespace, { ranges: [], quotas: [] }).get(namespace)!;
  objects.ofKind('LimitRange').filter(isCore).forEach(object => of(object).ranges.push(limitRangeOf(object)));
  objects.ofKind('ResourceQuota').filter(isCore).forEach(object => {
    const quota = resourceQuotaOf(object);
    of(object).quotas.push(...quota === undefined ? [] : [quota]);
  });
  return limits;
}

function isCore({ manifest }: Loose): boolean {
  return textAt(manifest, 'apiVersion') === 'v1';
}

/** Of several classes that are the default the one of the lowest priority counts. */
function defaultPriorityClass(objects: ObjectSet): string | undefined {
  const value = ({ manifest }: Loose) => {
    const priority = valueAt(manifest, 'value');
    return typeof priority === 'number' ? priority : 0;
  };
  const defaults = objects.ofKind('PriorityClass').filter(({ manifest }) => valueAt(manifest, 'globalDefault') === true);
  return [...defaults].sort((a, b) => value(a) - value(b))[0]?.name;
}
