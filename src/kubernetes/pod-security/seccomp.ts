import type { Finding, Offence } from './check';
import { containersOf, finding, quoted, settersOf, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';

/** Turns no seccomp profile off. */
export function seccompBaseline(pod: SecuredPod): Finding | undefined {
  const wrong = wrongProfiles(pod);
  return finding(wrong, 'seccompProfile', () => mustNotSet(wrong));
}

/** Says of every container, itself or for all of them, that it has a seccomp profile. */
export function seccompRestricted(pod: SecuredPod): Finding | undefined {
  const wrong = wrongProfiles(pod);
  // A container that says nothing has the pod's profile: where that is wrong, it is the field to change.
  const missing = pod.spec.securityContext?.seccompProfile !== undefined ? []
    : pod.containers.filter(({ context }) => context.seccompProfile === undefined)
      .map(({ name, contextAt }) => ({ container: name, field: `${contextAt}.seccompProfile.type` }));
  return finding([...wrong, ...missing], 'seccompProfile', () => wrong.length > 0 ? mustNotSet(wrong)
    : `pod or ${containersOf(missing)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`);
}

function wrongProfiles({ contexts }: SecuredPod): Offence[] {
  return contexts.flatMap(({ context: { seccompProfile }, container, at }) =>
    seccompProfile === undefined || ['RuntimeDefault', 'Localhost'].includes(seccompProfile.type) ? []
      : [{ container, field: `${at}.seccompProfile.type`, value: seccompProfile.type }]);
}

function mustNotSet(wrong: readonly Offence[]): string {
  return `${settersOf(wrong)} must not set securityContext.seccompProfile.type to ${quoted(valuesOf(wrong))}`;
}
