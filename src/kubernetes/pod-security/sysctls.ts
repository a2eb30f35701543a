import type { Finding, Look } from './check';
import { finding } from './check';
import type { SecuredPod } from './secured-pod';
import { isSafeSysctl } from '../safe-sysctls';

/** Sets only kernel parameters that the policy of a minor version knows to be safe. Names count as they are written, with dots. */
export function sysctlsOf(minor: number): Look {
  return ({ spec }: SecuredPod): Finding | undefined => {
    const offences = (spec.securityContext?.sysctls ?? []).flatMap(({ name }, i) =>
      isSafeSysctl(name, minor) ? [] : [{ field: `spec.securityContext.sysctls[${i}].name`, value: name }]);
    return finding(offences, 'forbidden sysctls', () => offences.map(({ value }) => value).join(', '));
  };
}
