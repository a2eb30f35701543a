import type { FieldError } from '../field-error';
import { duplicate, invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { isSysctlName, SYSCTL_PATTERN, userId } from '../formats';
import { sysctlNamespace } from '../sysctl';
import { validateAppArmorProfile } from './app-armor';
import { validateSeccompProfile } from './seccomp';
import { validateWindowsOptions } from './windows';
import type { PodSpec } from '../wire/pod-spec';
import type { PodSecurityContext, Sysctl } from '../wire/security';

/** Adds what is wrong with the security context of a pod. */
export function validatePodSecurityContext(context: PodSecurityContext, spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  for (const key of ['fsGroup', 'runAsUser', 'runAsGroup'] as const) {
    const id = context[key];
    if (id !== undefined) { invalidEach(errors, at.child(key), id, userId(id)); }
  }
  for (const [i, id] of (context.supplementalGroups ?? []).entries()) {
    invalidEach(errors, at.child('supplementalGroups').index(i), id, userId(id));
  }
  if (context.sysctls) { validateSysctls(context.sysctls, spec, at.child('sysctls'), errors); }
  word(context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], at, 'fsGroupChangePolicy', errors);
  word(context.supplementalGroupsPolicy, ['Merge', 'Strict'], at, 'supplementalGroupsPolicy', errors);
  word(context.seLinuxChangePolicy, ['MountOption', 'Recursive'], at, 'seLinuxChangePolicy', errors);
  validateSeccompProfile(context.seccompProfile, at.child('seccompProfile'), errors);
  if (context.windowsOptions) { validateWindowsOptions(context.windowsOptions, at.child('windowsOptions'), errors); }
  validateAppArmorProfile(context.appArmorProfile, at.child('appArmorProfile'), errors);
}

function word(value: string | undefined, words: string[], at: FieldPath, field: string, errors: FieldError[]): void {
  if (value !== undefined && !words.includes(value)) { errors.push(notSupported(at.child(field), value, words)); }
}

function validateSysctls(sysctls: Sysctl[], spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (const [i, { name = '' }] of sysctls.entries()) {
    const path = at.index(i).child('name');
    if (name === '') {
      errors.push(required(path));
    } else if (!isSysctlName(name)) {
      errors.push(invalid(path, name, `must have at most 253 characters and match regex ${SYSCTL_PATTERN}`));
    } else if (names.has(name)) {
      errors.push(duplicate(path, name));
    }
    names.add(name);
    const namespace = sysctlNamespace(name);
    if (spec.hostNetwork && namespace === 'net') {
      errors.push(invalid(path, name, "may not be specified when 'hostNetwork' is true"));
    } else if (spec.hostIPC && namespace === 'ipc') {
      errors.push(invalid(path, name, "may not be specified when 'hostIPC' is true"));
    }
  }
}
