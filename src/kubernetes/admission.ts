import type { DecodingProblem } from './decode';
import { decode } from './decode';
import { defaultDaemonSet } from './default-daemon-set';
import type { FieldError } from './field-error';
import { validateDaemonSet } from './validation/daemon-set';
import type { DaemonSet } from './wire/daemon-set';

/** What comes of posting a DaemonSet. */
export interface Admission {
  /** The DaemonSet as it would be stored; nothing when it cannot be decoded. */
  readonly stored?: DaemonSet;
  readonly problems: readonly DecodingProblem[];
  readonly errors: readonly FieldError[];
}

/**
 * Decodes, defaults and validates a DaemonSet as the API server does.
 *
 * @param source plain JSON; nothing in it is changed
 */
export function admitDaemonSet(source: unknown, options: { allowUnknown?: boolean } = {}): Admission {
  const { object, problems } = decode('DaemonSet', source, options);
  if (problems.length > 0) { return { problems, errors: [] }; }
  const stored = defaultDaemonSet(object);
  return { stored, problems, errors: validateDaemonSet(stored) };
}
