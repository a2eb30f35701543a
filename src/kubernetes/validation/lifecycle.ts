import type { FieldError } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateHandler } from './probes';
import type { Lifecycle } from '../wire/probe';

/** Adds what is wrong with a container's hooks; its stop signal is dropped before anybody looks at it. */
export function validateLifecycle(lifecycle: Lifecycle, gracePeriod: number | undefined, at: FieldPath, errors: FieldError[]): void {
  if (lifecycle.postStart) { validateHandler(lifecycle.postStart, gracePeriod, at.child('postStart'), errors); }
  if (lifecycle.preStop) { validateHandler(lifecycle.preStop, gracePeriod, at.child('preStop'), errors); }
}
