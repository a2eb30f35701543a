import type { FieldError } from '../field-error';
import { invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { userId } from '../formats';
import { FILE_FIELDS, validateFieldRef, validateResourceFieldRef } from './field-refs';
import { requireText, validateVolumePath } from './shared';
import type { DownwardAPIVolumeFile, KeyToPath } from '../wire/volume-file';

/** Adds what is wrong with the files that keys become. */
export function validateKeysToPaths(items: KeyToPath[], at: FieldPath, errors: FieldError[]): void {
  for (const [i, { key, path = '', mode, user }] of items.entries()) {
    requireText(key, at.index(i), 'key', errors);
    requireText(path, at.index(i), 'path', errors);
    validateVolumePath(path, at.index(i).child('path'), errors);
    validateMode(mode, at.index(i), 'mode', errors);
    validateUser(user, at.index(i), 'user', errors);
  }
}

/** Adds what is wrong with a file that tells something of the pod. */
export function validateDownwardFile(file: DownwardAPIVolumeFile, at: FieldPath, errors: FieldError[]): void {
  const { path = '', fieldRef, resourceFieldRef, mode, user } = file;
  requireText(path, at, 'path', errors);
  validateVolumePath(path, at.child('path'), errors);
  if (fieldRef) {
    validateFieldRef(fieldRef, FILE_FIELDS, at.child('fieldRef'), errors);
    if (resourceFieldRef) { errors.push(invalid(at, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously')); }
  } else if (resourceFieldRef) {
    validateResourceFieldRef(resourceFieldRef, 'file', at.child('resourceFieldRef'), errors);
  } else {
    errors.push(required(at, 'one of fieldRef and resourceFieldRef is required'));
  }
  validateMode(mode, at, 'mode', errors);
  validateUser(user, at, 'user', errors);
}

/** Adds what is wrong with the permissions and the owner that files have without their own. */
export function validateDefaults(source: { defaultMode?: number; defaultUser?: number }, at: FieldPath, errors: FieldError[]): void {
  validateMode(source.defaultMode, at, 'defaultMode', errors);
  validateUser(source.defaultUser, at, 'defaultUser', errors);
}

/** Adds an error for an owner outside 0 … 2³¹ − 1. A server that knows owners only behind a gate drops those of a volume's first source. */
export function validateUser(user: number | undefined, at: FieldPath, field: string, errors: FieldError[]): void {
  if (user !== undefined) { invalidEach(errors, at.child(field), user, userId(user)); }
}

/** Permissions lie between 0 and 0777. */
function validateMode(mode: number | undefined, at: FieldPath, field: string, errors: FieldError[]): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) { errors.push(invalid(at.child(field), mode, 'must be a number between 0 and 0777 (octal), both inclusive')); }
}
