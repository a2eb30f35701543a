import type { Admission } from './admission';
import type { Companion, Decodable } from './decode';
import { decode } from './decode';
import { defaultCompanion } from './default-companion';
import { validateObject } from './validation/object';

/**
 * Decodes, defaults and validates a companion of a DaemonSet as the API server does.
 *
 * @param source plain JSON; nothing in it is changed
 */
export function admitCompanion<K extends Companion>(kind: K, source: unknown, options: { allowUnknown?: boolean } = {}): Admission<Decodable[K]> {
  const { object, problems } = decode(kind, source, options);
  if (problems.length > 0) { return { problems, errors: [] }; }
  const stored = defaultCompanion(kind, object);
  return { stored, problems, errors: validateObject(kind, stored) };
}
