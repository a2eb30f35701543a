import type { Lifecycle, LifecycleHandler, Probe } from './wire/probe';

type HTTPGetAction = NonNullable<Probe['httpGet']>;

/** A probe with the times and counts that Kubernetes fills in; zero counts as unset. */
export function defaultProbe(probe: Probe): Probe {
  const defaulted: Probe = {
    ...probe,
    timeoutSeconds: probe.timeoutSeconds || 1,
    periodSeconds: probe.periodSeconds || 10,
    successThreshold: probe.successThreshold || 1,
    failureThreshold: probe.failureThreshold || 3,
  };
  if (probe.httpGet) { defaulted.httpGet = defaultHttpGet(probe.httpGet); }
  if (probe.grpc && probe.grpc.service === undefined) { defaulted.grpc = { ...probe.grpc, service: '' }; }
  return defaulted;
}

/** Lifecycle hooks with the path and scheme of their requests. */
export function defaultLifecycle(lifecycle: Lifecycle): Lifecycle {
  const { postStart, preStop } = lifecycle;
  if (!postStart?.httpGet && !preStop?.httpGet) { return lifecycle; }
  return {
    ...lifecycle,
    ...(postStart ? { postStart: defaultHandler(postStart) } : {}),
    ...(preStop ? { preStop: defaultHandler(preStop) } : {}),
  };
}

function defaultHandler(handler: LifecycleHandler): LifecycleHandler {
  return handler.httpGet ? { ...handler, httpGet: defaultHttpGet(handler.httpGet) } : handler;
}

function defaultHttpGet(action: HTTPGetAction): HTTPGetAction {
  return action.path && action.scheme ? action : { ...action, path: action.path || '/', scheme: action.scheme || 'HTTP' };
}
