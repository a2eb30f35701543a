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
  const ofPod = isPodLevelResource(resource) ? spec.resources?.requests?.[resource] : undefined;
  const request = ofPod === undefined ? aggregateContainers(spec, 'requests', resource) : Quantity.parse(ofPod);
  const overhead = spec.overhead?.[resource];
  return sum(request, overhead === undefined ? undefined : Quantity.parse(overhead)) ?? Quantity.ZERO;
}

function amount(container: Container, kind: 'requests' | 'limits', resource: string): Quantity | undefined {
  const text = container.resources?.[kind]?.[resource];
  return text === undefined ? undefined : Quantity.parse(text);
}

function sum(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  if (a === undefined || b === undefined) { return a ?? b; }
  return a.add(b);
}

function larger(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  if (a === undefined || b === undefined) { return a ?? b; }
  return b.compare(a) > 0 ? b : a;
}
