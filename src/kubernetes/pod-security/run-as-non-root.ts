import type { Finding } from './check';
import { containersOf, finding, settersOf } from './check';
import type { SecuredPod } from './secured-pod';
import { hasUserNamespace } from './secured-pod';

/** Says of every container, itself or for all of them, that it does not run as root. */
export function runAsNonRoot({ spec, contexts, containers }: SecuredPod): Finding | undefined {
  const denied = contexts.filter(({ context }) => context.runAsNonRoot === false).map(({ container, at }) => ({ container, field: `${at}.runAsNonRoot` }));
  // A container that says nothing has the pod's answer: where that is false, it is the field to change.
  const unsaid = spec.securityContext?.runAsNonRoot !== undefined ? []
    : containers.filter(({ context }) => context.runAsNonRoot === undefined).map(({ name, contextAt }) => ({ container: name, field: `${contextAt}.runAsNonRoot` }));
  return finding([...denied, ...unsaid], 'runAsNonRoot != true', () => denied.length > 0
    ? `${settersOf(denied)} must not set securityContext.runAsNonRoot=false`
    : `pod or ${containersOf(unsaid)} must set securityContext.runAsNonRoot=true`);
}

/** The same where the pod has no users of its own. */
export function runAsNonRootOfHostUsers(pod: SecuredPod): Finding | undefined {
  return hasUserNamespace(pod) ? undefined : runAsNonRoot(pod);
}
