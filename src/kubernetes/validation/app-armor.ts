import type { FieldError } from '../field-error';
import { forbidden, invalid, notSupported, required, tooLong } from '../field-error';
import type { FieldPath } from '../field-path';
import { isPadded } from '../padding';
import { quote } from '../quote';
import { isLongerThan } from '../text-length';
import { eachContainer } from './shared';
import type { PodSpec } from '../wire/pod-spec';
import type { AppArmorProfile } from '../wire/security';

/** The annotation of a container's profile is this and the container's name. */
export const APP_ARMOR_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';
const MAX_PROFILE = 4095;

/** Adds what is wrong with an AppArmor profile. */
export function validateAppArmorProfile(profile: AppArmorProfile | undefined, at: FieldPath, errors: FieldError[]): void {
  if (profile === undefined) { return; }
  const { type, localhostProfile } = profile;
  switch (type) {
    case 'Localhost':
      validateLocalhostProfile(localhostProfile, at.child('localhostProfile'), errors);
      break;
    case 'RuntimeDefault':
    case 'Unconfined':
      if (localhostProfile !== undefined) {
        errors.push(invalid(at.child('localhostProfile'), localhostProfile, 'can only be set when AppArmor type is Localhost'));
      }
      break;
    default:
      errors.push(type
        ? notSupported(at.child('type'), type, ['Localhost', 'RuntimeDefault', 'Unconfined'])
        : required(at.child('type'), 'type is required when appArmorProfile is set'));
  }
}

function validateLocalhostProfile(name: string | undefined, at: FieldPath, errors: FieldError[]): void {
  if (name === undefined || name === '') {
    errors.push(required(at, 'must be set when AppArmor type is Localhost'));
    return;
  }
  if (isPadded(name)) { errors.push(invalid(at, name, 'must not be padded with whitespace')); }
  if (isLongerThan(name, MAX_PROFILE)) { errors.push(tooLong(at, MAX_PROFILE)); }
}

/** Adds what is wrong with the AppArmor annotations that came before the field. */
export function validateAppArmorAnnotations(annotations: Record<string, string>, spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  for (const key in annotations) {
    if (!key.startsWith(APP_ARMOR_PREFIX)) { continue; }
    const container = key.slice(APP_ARMOR_PREFIX.length);
    const profile = annotations[key];
    if (!hasContainer(spec, container)) { errors.push(invalid(at.key(key), container, 'container not found')); }
    if (profile !== '' && profile !== 'runtime/default' && profile !== 'unconfined' && !profile.startsWith(LOCALHOST)) {
      errors.push(invalid(at.key(key), profile, `invalid AppArmor profile name: ${quote(profile)}`));
    }
  }
}

/** The field that says what an annotation says; nothing when no field can. */
export function appArmorFromAnnotation(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') { return { type: 'Unconfined' }; }
  if (annotation === 'runtime/default') { return { type: 'RuntimeDefault' }; }
  const profile = annotation.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : '';
  return profile === '' ? undefined : { type: 'Localhost', localhostProfile: profile };
}

/** Adds errors where an annotation and a field say different things. */
export function validateAppArmorAgreement(
  annotations: Record<string, string> | undefined, spec: PodSpec, at: FieldPath, errors: FieldError[],
): void {
  if (annotations === undefined || spec.os?.name === 'windows') { return; }
  eachContainer(spec, at, (container, path) => {
    const profile = container.securityContext?.appArmorProfile ?? spec.securityContext?.appArmorProfile;
    const key = APP_ARMOR_PREFIX + container.name;
    if (profile === undefined || !Object.hasOwn(annotations, key)) { return; }
    compare(annotations[key], profile, path.child('securityContext').child('appArmorProfile'), errors);
  });
}

function compare(annotation: string, profile: AppArmorProfile, at: FieldPath, errors: FieldError[]): void {
  let agrees = true;
  switch (profile.type) {
    case 'Unconfined':
      agrees = annotation === 'unconfined';
      break;
    case 'RuntimeDefault':
      agrees = annotation === 'runtime/default';
      break;
    case 'Localhost':
      agrees = annotation.startsWith(LOCALHOST);
      if (agrees && annotation.slice(LOCALHOST.length) !== profile.localhostProfile) {
        errors.push(forbidden(at.child('localhostProfile'), 'apparmor profile in annotation and field must match'));
      }
  }
  if (!agrees) { errors.push(forbidden(at.child('type'), 'apparmor type in annotation and field must match')); }
}

function hasContainer(spec: PodSpec, name: string): boolean {
  return [spec.initContainers, spec.containers, spec.ephemeralContainers].some((list) => list?.some((container) => container.name === name));
}
