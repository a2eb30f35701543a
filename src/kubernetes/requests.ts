import type { ResourceList } from './default-resources';
import { Quantity } from './quantity';
import { isPodLevelResource } from './resource-names';
import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';

/** Whether an init container stays for the life of the pod. */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

/**
 * What all containers of a pod together ask for, or are limited to: the running ones with their sidecars, or the largest start of an init
 * container with the sidecars before it. Nothing when no container names the resource.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers@v0.37.1/resource#AggregateContainerRequests
 */
export function aggregateContainers(spec: PodSpec, kind: 'requests' | 'limits', resource: string): Quantity | undefined {
  let total: Quantity | undefined;
  for (const container of spec.containers ?? []) { total = sum(total, amount(container, kind, resource)); }
  let sidecars: Quantity | undefined;
  let starting: Quantity | undefined;
  for (const container of spec.initContainers ?? []) {
    const own = amount(container, kind, resource);
    if (isSidecar(container)) {
      total = sum(total, own);
      sidecars = sum(sidecars, own);
    }
    starting = larger(starting, isSidecar(container) ? sidecars : sum(own, sidecars));
  }
  return larger(total, starting);
}

/** The resources that any container names. */
export function namedResources(spec: PodSpec, kind: 'requests' | 'limits'): Set<string> {
  return new Set([...spec.containers ?? [], ...spec.initContainers ?? []].flatMap((container) => Object.keys(container.resources?.[kind] ?? {})));
}

/**
 * What the scheduler sets aside for a pod, once `defaultPod` has filled in its requests.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers@v0.37.1/resource#PodRequests
 */
export function podRequest(spec: PodSpec, resource: string): Quantity {
  return sum(amountOfPod(spec, 'requests', resource), amountIn(spec.overhead, resource)) ?? Quantity.ZERO;
}

/**
 * What a pod may use at most, as far as limits say; overhead comes to those that are not zero.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers@v0.37.1/resource#PodLimits
 */
export function podLimit(spec: PodSpec, resource: string): Quantity {
  const limit = amountOfPod(spec, 'limits', resource) ?? Quantity.ZERO;
  return limit.isZero() ? limit : sum(limit, amountIn(spec.overhead, resource))!;
}

function amountOfPod(spec: PodSpec, kind: 'requests' | 'limits', resource: string): Quantity | undefined {
  const ofPod = isPodLevelResource(resource) ? amountIn(spec.resources?.[kind], resource) : undefined;
  return ofPod ?? aggregateContainers(spec, kind, resource);
}

function amount(container: Container, kind: 'requests' | 'limits', resource: string): Quantity | undefined {
  return amountIn(container.resources?.[kind], resource);
}

/** The amount of a resource in a list; nothing where the list does not name it. */
export function amountIn(list: ResourceList | undefined, resource: string): Quantity | undefined {
  return list !== undefined && Object.hasOwn(list, resource) ? Quantity.parse(list[resource]) : undefined;
}

function sum(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  if (a === undefined || b === undefined) { return a ?? b; }
  return a.add(b);
}

function larger(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  if (a === undefined || b === undefined) { return a ?? b; }
  return b.compare(a) > 0 ? b : a;
}
