import { mapOrNothing, listOrNothing } from './tidy';
import { PodSecurityContext } from '../host/pod-security-context';
import type * as wire from '../kubernetes/wire/security';

/** The security context of a pod as Kubernetes writes it. */
export function renderPodSecurityContext(context: PodSecurityContext): wire.PodSecurityContext {
  const { seccompProfile, appArmorProfile, sysctls, supplementalGroups, seLinuxOptions, windowsOptions, ...rest } = context;
  return {
    ...rest,
    supplementalGroups: listOrNothing(supplementalGroups),
    seLinuxOptions: mapOrNothing({ ...seLinuxOptions }) as wire.SELinuxOptions | undefined,
    windowsOptions: mapOrNothing({ ...windowsOptions }) as wire.WindowsSecurityContextOptions | undefined,
    seccompProfile: seccompProfile?._toWire(),
    appArmorProfile: appArmorProfile?._toWire(),
    sysctls: listOrNothing(Object.entries(sysctls ?? {}).map(([name, value]) => ({ name, value }))),
  };
}
