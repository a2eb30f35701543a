import type { Finding } from './check';
import { containersOf, finding } from './check';
import type { SecuredPod } from './secured-pod';

/** Runs no privileged container. */
export function privileged({ containers }: SecuredPod): Finding | undefined {
  const offences = containers.filter(({ context }) => context.privileged).map(({ name, contextAt }) => ({ container: name, field: `${contextAt}.privileged` }));
  return finding(offences, 'privileged', () => `${containersOf(offences)} must not set securityContext.privileged=true`);
}
