import type { Finding } from './check';
import { finding, settersOf } from './check';
import type { SecuredPod } from './secured-pod';
import { hasUserNamespace } from './secured-pod';

/** Runs nothing as user 0 on purpose. */
export function runAsUser({ contexts }: SecuredPod): Finding | undefined {
  const offences = contexts.filter(({ context }) => context.runAsUser === 0).map(({ container, at }) => ({ container, field: `${at}.runAsUser` }));
  return finding(offences, 'runAsUser=0', () => `${settersOf(offences)} must not set runAsUser=0`);
}

/** The same where the pod has no users of its own. */
export function runAsUserOfHostUsers(pod: SecuredPod): Finding | undefined {
  return hasUserNamespace(pod) ? undefined : runAsUser(pod);
}
