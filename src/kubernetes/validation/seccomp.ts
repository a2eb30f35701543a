import type { FieldError } from '../field-error';
import { forbidden, invalid, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { eachContainer, validateRelativePath } from './shared';
import type { PodSpec } from '../wire/pod-spec';
import type { SeccompProfile } from '../wire/security';

const POD_KEY = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';
const LOCALHOST = 'localhost/';

/** Adds what is wrong with a seccomp profile. */
export function validateSeccompProfile(profile: SeccompProfile | undefined, at: FieldPath, errors: FieldError[]): void {
  if (profile === undefined) { return; }
  const { type, localhostProfile } = profile;
  if (!type) {
    errors.push(required(at.child('type'), 'type is required when seccompProfile is set'));
  } else if (type !== 'Localhost' && type !== 'RuntimeDefault' && type !== 'Unconfined') {
    errors.push(notSupported(at.child('type'), type, ['Localhost', 'RuntimeDefault', 'Unconfined']));
  }
  if (type !== 'Localhost') {
    if (localhostProfile !== undefined) {
      errors.push(invalid(at.child('localhostProfile'), profile, 'can only be set when seccomp type is Localhost'));
    }
  } else if (localhostProfile === undefined) {
    errors.push(required(at.child('localhostProfile'), 'must be set when seccomp type is Localhost'));
  } else {
    validateRelativePath(localhostProfile, at.child('localhostProfile'), errors);
  }
}

/** Adds what is wrong with the seccomp annotations that came before the field. */
export function validateSeccompAnnotations(annotations: Record<string, string>, at: FieldPath, errors: FieldError[]): void {
  for (const key in annotations) {
    if (key === POD_KEY || key.startsWith(CONTAINER_PREFIX)) { validateAnnotation(annotations[key], at.child(key), errors); }
  }
}

function validateAnnotation(profile: string, at: FieldPath, errors: FieldError[]): void {
  if (profile === 'runtime/default' || profile === 'docker/default' || profile === 'unconfined') { return; }
  if (profile.startsWith(LOCALHOST)) {
    validateRelativePath(profile.slice(LOCALHOST.length), at, errors);
  } else {
    errors.push(invalid(at, profile, 'must be a valid seccomp profile'));
  }
}

/** Adds errors where an annotation and a field say different things. */
export function validateSeccompAgreement(
  annotations: Record<string, string> | undefined, spec: PodSpec, at: FieldPath, errors: FieldError[],
): void {
  if (annotations === undefined) { return; }
  const check = (key: string, profile: SeccompProfile | undefined, above: FieldPath) => {
    if (profile !== undefined && Object.hasOwn(annotations, key)) {
      compare(annotations[key], profile, above.child('securityContext').child('seccompProfile'), errors);
    }
  };
  check(POD_KEY, spec.securityContext?.seccompProfile, at);
  eachContainer(spec, at, (container, path) => check(CONTAINER_PREFIX + container.name, container.securityContext?.seccompProfile, path));
}

function compare(annotation: string, profile: SeccompProfile, at: FieldPath, errors: FieldError[]): void {
  let agrees = true;
  switch (profile.type) {
    case 'Unconfined':
      agrees = annotation === 'unconfined';
      break;
    case 'RuntimeDefault':
      agrees = annotation === 'runtime/default' || annotation === 'docker/default';
      break;
    case 'Localhost':
      agrees = annotation.startsWith(LOCALHOST);
      if (agrees && annotation.slice(LOCALHOST.length) !== profile.localhostProfile) {
        errors.push(forbidden(at.child('localhostProfile'), 'seccomp profile in annotation and field must match'));
      }
  }
  if (!agrees) { errors.push(forbidden(at.child('type'), 'seccomp type in annotation and field must match')); }
}
