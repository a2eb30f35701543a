import type { Finding } from './check';
import { containersOf, finding } from './check';
import type { SecuredPod } from './secured-pod';

/** Says of every container that its processes gain no privileges. */
export function allowPrivilegeEscalation({ containers }: SecuredPod): Finding | undefined {
  const offences = containers.filter(({ context }) => context.allowPrivilegeEscalation !== false)
    .map(({ name, contextAt }) => ({ container: name, field: `${contextAt}.allowPrivilegeEscalation` }));
  return finding(offences, 'allowPrivilegeEscalation != false', () => `${containersOf(offences)} must set securityContext.allowPrivilegeEscalation=false`);
}
