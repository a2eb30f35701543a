import type { Container } from './wire/container';
import type { HTTPGetAction, TCPSocketAction } from './wire/probe';

/** A request that the kubelet sends for a container. */
export interface PlacedRequest {
  /** What asks, such as `readiness probe` or `preStop hook`. */
  readonly by: string;
  readonly request: HTTPGetAction | TCPSocketAction;
  /** Path of the request, from the container on. */
  readonly field: string;
}

const PROBES = { startupProbe: 'startup probe', readinessProbe: 'readiness probe', livenessProbe: 'liveness probe' } as const;
const HOOKS = ['postStart', 'preStop'] as const;
const KINDS = ['httpGet', 'tcpSocket'] as const;

/** What the kubelet asks of a container's ports: the requests of its probes and of its hooks. */
export function requestsTo(container: Container): PlacedRequest[] {
  const handlers = [
    ...Object.entries(PROBES).map(([name, by]) => ({ by, handler: container[name as keyof typeof PROBES], field: name })),
    ...HOOKS.map((name) => ({ by: `${name} hook`, handler: container.lifecycle?.[name], field: `lifecycle.${name}` })),
  ];
  return handlers.flatMap(({ by, handler, field }) => KINDS.flatMap((kind) => {
    const request = handler?.[kind];
    return request === undefined ? [] : [{ by, request, field: `${field}.${kind}` }];
  }));
}
