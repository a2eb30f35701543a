import type { Lifecycle, LifecycleHandler, Probe } from './wire/probe';

type HTTPGetAction = NonNullable<Probe['httpGet']>;

/** A probe with the times and counts that Kubernetes fills in; zero counts as unset. */
export function defaultProbe(probe: Probe): Probe {
  const defaulted: Probe = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3, ...probe };
  if (probe.httpGet) { defaulted.httpGet = defaultHttpGet(probe.httpGet); }
  if (probe.grpc && probe.grpc.service === undefined) { defaulted.grpc = { service: '', ...probe.grpc }; }
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
  return action.path && action.scheme ? action : { path: '/', scheme: 'HTTP', ...action };
}
