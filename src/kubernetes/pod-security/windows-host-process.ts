import type { Finding } from './check';
import { finding, settersOf } from './check';
import type { SecuredPod } from './secured-pod';

/** Runs no container of Windows on the node itself. */
export function windowsHostProcess({ contexts }: SecuredPod): Finding | undefined {
  const offences = contexts.filter(({ context }) => context.windowsOptions?.hostProcess)
    .map(({ container, at }) => ({ container, field: `${at}.windowsOptions.hostProcess` }));
  return finding(offences, 'hostProcess', () => `${settersOf(offences)} must not set securityContext.windowsOptions.hostProcess=true`);
}
