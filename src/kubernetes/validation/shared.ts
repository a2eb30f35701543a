import type { FieldError } from '../field-error';
import { invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { portName, portNumber } from '../formats';
import type { Container, EphemeralContainer } from '../wire/container';
import type { PodSpec } from '../wire/pod-spec';
import type { IntOrString } from '../wire/scalar';

/** Adds an error for a number below zero. */
export function nonNegative(value: number | undefined, at: FieldPath, field: string, errors: FieldError[]): void {
  if (value !== undefined && value < 0) { errors.push(invalid(at.child(field), value, 'must be greater than or equal to 0')); }
}

/** Adds an error for a text that must be there. */
export function requireText(value: string | undefined, at: FieldPath, field: string, errors: FieldError[]): void {
  if (!value) { errors.push(required(at.child(field))); }
}

/** Adds what is wrong with an optional name. */
export function validateName(
  value: string | undefined, check: (value: string) => readonly string[], at: FieldPath, field: string, errors: FieldError[],
): void {
  if (!value) { return; }
  const messages = check(value);
  if (messages.length > 0) { invalidEach(errors, at.child(field), value, messages); }
}

/** Adds an error for a word outside a closed set, or for the lack of one. */
export function oneOf(value: string | undefined, words: readonly string[], at: FieldPath, field: string, errors: FieldError[]): void {
  if (value !== undefined && words.includes(value)) { return; }
  errors.push(value ? notSupported(at.child(field), value, words) : required(at.child(field)));
}

/** Adds what is wrong with a port given by number or by name. */
export function validatePortReference(port: IntOrString | undefined, at: FieldPath, errors: FieldError[]): void {
  const value = port ?? 0;
  invalidEach(errors, at, value, typeof value === 'number' ? portNumber(value) : portName(value));
}

/** Adds errors for a path that leaves the directory that it starts in. */
export function validateRelativePath(path: string, at: FieldPath, errors: FieldError[]): void {
  if (path.startsWith('/')) { errors.push(invalid(at, path, 'must be a relative path')); }
  validateNoBacksteps(path, at, errors);
}

/** Adds an error for a path with `..` as one of its parts. */
export function validateNoBacksteps(path: string, at: FieldPath, errors: FieldError[]): void {
  if (hasBackstep(path)) { errors.push(invalid(at, path, "must not contain '..'")); }
}

/** Whether one of a path's parts is `..`. */
export function hasBackstep(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** Adds errors for a path in a volume that Kubernetes fills, where names with `..` in front are its own. */
export function validateVolumePath(path: string, at: FieldPath, errors: FieldError[]): void {
  validateRelativePath(path, at, errors);
  if (path.startsWith('..') && !path.startsWith('../')) { errors.push(invalid(at, path, "must not start with '..'")); }
}

/** Visits every container in the order in which Kubernetes does. */
export function eachContainer(spec: PodSpec, at: FieldPath, visit: (container: Container | EphemeralContainer, at: FieldPath) => void): void {
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    const containers = spec[list];
    if (containers === undefined) { continue; }
    for (let i = 0; i < containers.length; i++) { visit(containers[i], at.child(list).index(i)); }
  }
}
