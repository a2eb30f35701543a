import { ChangeCheck } from './change-check';
import { immutableField } from './immutable-field';
import { podsReplaced } from './pods-replaced';
import { privilegesGained } from './privileges-gained';

/** Every check of what changed since a baseline, in the order of their ids. */
export const CHANGE_CHECKS: readonly ChangeCheck[] = [
  immutableField,
  podsReplaced,
  privilegesGained,
];
