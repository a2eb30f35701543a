import { Quantity } from '../quantity';
import { namedResources, podLimit, podRequest } from '../requests';
import { isExtendedResource, isHugePages } from '../resource-names';
import type { PodSpec } from '../wire/pod-spec';

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const REQUESTS = 'requests.';
const DEVICE_CLASS = 'deviceclass.resource.kubernetes.io/';

/**
 * What a quota counts of a pod that is created, without what is zero.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/quota/v1/evaluator/core/pods.go
 */
export function podUsage(spec: PodSpec): ReadonlyMap<string, Quantity> {
  const one = Quantity.parse('1');
  const usage = new Map([['count/pods', one], ['pods', one]]);
  for (const name of namesOf(spec, 'requests')) {
    const request = podRequest(spec, name);
    const isDevice = isExtendedResource(name) || name.startsWith(DEVICE_CLASS);
    if (COMPUTE.includes(name) || isHugePages(name)) { usage.set(name, request); }
    if (COMPUTE.includes(name) || isHugePages(name) || isDevice) { usage.set(REQUESTS + name, request); }
  }
  for (const name of namesOf(spec, 'limits')) {
    if (COMPUTE.includes(name)) { usage.set(`limits.${name}`, podLimit(spec, name)); }
  }
  return new Map([...usage].filter(([, amount]) => !amount.isZero()));
}

/** Whether a quota on this can be about pods. */
export function countsPods(name: string): boolean {
  const resource = name.startsWith(REQUESTS) ? name.slice(REQUESTS.length) : undefined;
  return name === 'pods' || name === 'count/pods' || isHugePages(resource ?? name)
    || COMPUTE.includes(resource ?? name.replace(/^limits\./, ''))
    || (resource !== undefined && ((name.includes('/') && !name.includes('kubernetes.io/')) || resource.startsWith(DEVICE_CLASS)));
}

function namesOf(spec: PodSpec, kind: 'requests' | 'limits'): Set<string> {
  return new Set([...namedResources(spec, kind), ...Object.keys(spec.resources?.[kind] ?? {}), ...Object.keys(spec.overhead ?? {})]);
}
