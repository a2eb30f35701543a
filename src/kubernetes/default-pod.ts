import { mapChanged } from './map-changed';
import { defaultPodLevelResources } from './pod-level-resources';
import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';

/**
 * The spec of a Pod made from a defaulted template, with what only Pods get: requests from limits, host ports under host networking,
 * service links, resources of the pod as a whole.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go
 */
export function defaultPod(spec: PodSpec): PodSpec {
  const replace = (container: Container) => defaultPodContainer(container, spec.hostNetwork === true);
  const defaulted: PodSpec = { ...spec, enableServiceLinks: spec.enableServiceLinks ?? true };
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) { defaulted.terminationGracePeriodSeconds = 1; }
  if (spec.containers) { defaulted.containers = mapChanged(spec.containers, replace); }
  if (spec.initContainers) { defaulted.initContainers = mapChanged(spec.initContainers, replace); }
  return defaultPodLevelResources(defaulted);
}

function defaultPodContainer(container: Container, hostNetwork: boolean): Container {
  const { resources, ports } = container;
  const limits = resources?.limits;
  const missing = limits && Object.keys(limits).some((name) => resources.requests?.[name] === undefined);
  const withPorts = hostNetwork && ports ? mapChanged(ports, (port) => port.hostPort ? port : { ...port, hostPort: port.containerPort }) : ports;
  if (!missing && withPorts === ports) { return container; }
  return {
    ...container,
    ...(missing ? { resources: { ...resources, requests: { ...limits, ...resources.requests } } } : {}),
    ...(withPorts ? { ports: withPorts } : {}),
  };
}
