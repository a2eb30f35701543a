import type { FieldError } from '../field-error';
import { invalid, invalidEach, notSupported } from '../field-error';
import type { FieldPath } from '../field-path';
import { userId } from '../formats';
import { validateAppArmorProfile } from './app-armor';
import { validateSeccompProfile } from './seccomp';
import { validateWindowsOptions } from './windows';
import type { SecurityContext } from '../wire/security';

/** Adds what is wrong with a container's security context, on a cluster that allows privileged containers. */
export function validateSecurityContext(context: SecurityContext, hostUsers: boolean, at: FieldPath, errors: FieldError[]): void {
  const { runAsUser, runAsGroup, procMount, privileged, allowPrivilegeEscalation, capabilities } = context;
  if (runAsUser !== undefined) { invalidEach(errors, at.child('runAsUser'), runAsUser, userId(runAsUser)); }
  if (runAsGroup !== undefined) { invalidEach(errors, at.child('runAsGroup'), runAsGroup, userId(runAsGroup)); }
  if (procMount !== undefined) {
    if (procMount !== 'Default' && procMount !== 'Unmasked') {
      errors.push(notSupported(at.child('procMount'), procMount, ['Default', 'Unmasked']));
    }
    if (hostUsers && procMount === 'Unmasked') {
      errors.push(invalid(at.child('procMount'), procMount, '`hostUsers` must be false to use `Unmasked`'));
    }
  }
  validateSeccompProfile(context.seccompProfile, at.child('seccompProfile'), errors);
  if (allowPrivilegeEscalation === false) {
    if (privileged === true) {
      errors.push(invalid(at, context, 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true'));
    }
    for (const capability of capabilities?.add ?? []) {
      if (capability === 'CAP_SYS_ADMIN') {
        errors.push(invalid(at, context, 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN'));
      }
    }
  }
  if (context.windowsOptions) { validateWindowsOptions(context.windowsOptions, at.child('windowsOptions'), errors); }
  validateAppArmorProfile(context.appArmorProfile, at.child('appArmorProfile'), errors);
}
