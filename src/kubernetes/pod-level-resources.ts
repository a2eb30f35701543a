import type { ResourceList } from './default-resources';
import { Quantity } from './quantity';
import { aggregateContainers, namedResources } from './requests';
import { isHugePages, isOvercommitAllowed, isPodLevelResource } from './resource-names';
import type { PodSpec } from './wire/pod-spec';

/**
 * Completes the resources of a Pod as a whole from those of its containers, where the Pod states any.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/api/pod/util.go
 */
export function defaultPodLevelResources(spec: PodSpec): PodSpec {
  const { resources } = spec;
  if (resources === undefined || (isEmpty(resources.requests) && isEmpty(resources.limits))) { return spec; }
  const limits = { ...resources.limits };
  const requests = { ...resources.requests };

  for (const name of namedResources(spec, 'limits')) {
    if (isHugePages(name) && requests[name] === undefined) { limits[name] ??= aggregateContainers(spec, 'limits', name)!.toString(); }
  }
  for (const name of namedResources(spec, 'requests')) {
    if (isPodLevelResource(name) && isOvercommitAllowed(name)) { requests[name] ??= aggregateContainers(spec, 'requests', name)!.toString(); }
  }
  for (const name of Object.keys(limits)) {
    if (isPodLevelResource(name)) { requests[name] ??= limits[name]; }
  }
  for (const name of Object.keys(requests)) {
    if (!isPodLevelResource(name) || limits[name] !== undefined || !everyContainerLimits(spec, name)) { continue; }
    const ofContainers = aggregateContainers(spec, 'limits', name);
    if (ofContainers === undefined) { continue; }
    const request = Quantity.parse(requests[name]);
    limits[name] = (request.compare(ofContainers) > 0 ? request : ofContainers).toString();
  }
  return { ...spec, resources: { ...resources, ...(isEmpty(limits) ? {} : { limits }), ...(isEmpty(requests) ? {} : { requests }) } };
}

function everyContainerLimits(spec: PodSpec, name: string): boolean {
  return [...spec.containers ?? [], ...spec.initContainers ?? [], ...spec.ephemeralContainers ?? []]
    .every((container) => container.resources?.limits?.[name] !== undefined);
}

function isEmpty(list: ResourceList | undefined): boolean {
  return list === undefined || Object.keys(list).length === 0;
}
