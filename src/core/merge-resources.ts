import { ContainerResources } from '../host/container-resources';
import { withoutUndefined } from '../host/copy';

/** Resources over others, each request and each limit by itself. */
export function mergeResources(lower: ContainerResources | undefined, upper: ContainerResources | undefined): ContainerResources | undefined {
  return lower === undefined || upper === undefined ? upper ?? lower : withoutUndefined({
    ...lower,
    ...withoutUndefined(upper),
    requests: bothOf(lower.requests, upper.requests),
    limits: bothOf(lower.limits, upper.limits),
  });
}

function bothOf(lower: ContainerResources['requests'], upper: ContainerResources['requests']): ContainerResources['requests'] {
  return lower === undefined && upper === undefined ? undefined : { ...lower, ...upper };
}
