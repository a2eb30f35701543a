import type { FieldError } from '../field-error';
import { forbidden, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { eachContainer } from './shared';
import type { PodOS, PodSpec } from '../wire/pod-spec';

const NOT_ON_WINDOWS = 'cannot be set for a windows pod';
const POD_SECURITY = [
  'appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'sysctls', 'runAsUser', 'runAsGroup',
  'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy',
] as const;
const CONTAINER_SECURITY = [
  'appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged',
  'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup',
] as const;

/** Adds what the operating system that a pod declares does not have. */
export function validateOs(spec: PodSpec, os: PodOS, at: FieldPath, errors: FieldError[]): void {
  if (os.name === 'linux') {
    validateLinux(spec, at, errors);
  } else if (os.name === 'windows') {
    validateWindows(spec, at, errors);
  } else {
    errors.push(os.name ? notSupported(at.child('os'), os.name, ['linux', 'windows']) : required(at.child('os').child('name')));
  }
}

function validateLinux(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  const check = (options: unknown, path: FieldPath) => {
    if (options === undefined) { return; }
    errors.push(forbidden(path.child('securityContext').child('windowsOptions'), 'windows options cannot be set for a linux pod'));
  };
  check(spec.securityContext?.windowsOptions, at);
  eachContainer(spec, at, (container, path) => check(container.securityContext?.windowsOptions, path));
}

function validateWindows(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  for (const key of POD_SECURITY) {
    if (spec.securityContext?.[key] !== undefined) { errors.push(forbidden(at.child('securityContext').child(key), NOT_ON_WINDOWS)); }
  }
  if (spec.hostUsers !== undefined) { errors.push(forbidden(at.child('hostUsers'), NOT_ON_WINDOWS)); }
  if (spec.hostPID) { errors.push(forbidden(at.child('hostPID'), NOT_ON_WINDOWS)); }
  if (spec.hostIPC) { errors.push(forbidden(at.child('hostIPC'), NOT_ON_WINDOWS)); }
  if (spec.shareProcessNamespace !== undefined) { errors.push(forbidden(at.child('shareProcessNamespace'), NOT_ON_WINDOWS)); }
  eachContainer(spec, at, (container, path) => {
    for (const key of CONTAINER_SECURITY) {
      if (container.securityContext?.[key] !== undefined) { errors.push(forbidden(path.child('securityContext').child(key), NOT_ON_WINDOWS)); }
    }
  });
}
