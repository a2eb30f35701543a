import type { DecodingProblem } from './decode';
import { decode } from './decode';
import { defaultDaemonSet } from './default-daemon-set';
import type { FieldError } from './field-error';
import { validateDaemonSet } from './validation/daemon-set';
import type { DaemonSet } from './wire/daemon-set';

/** What comes of posting an object. */
export interface Admission<T> {
  /** The object as it would be stored; nothing when it cannot be decoded. */
  readonly stored?: T;
  readonly problems: readonly DecodingProblem[];
  readonly errors: readonly FieldError[];
}

/**
 * Decodes, defaults and validates a DaemonSet as the API server does.
 *
 * @param source plain JSON; nothing in it is changed
 */
export function admitDaemonSet(source: unknown, options: { allowUnknown?: boolean } = {}): Admission<DaemonSet> {
  const { object, problems } = decode('DaemonSet', source, options);
  if (problems.length > 0) { return { problems, errors: [] }; }
  const stored = defaultDaemonSet(object);
  return { stored, problems, errors: validateDaemonSet(stored) };
}
