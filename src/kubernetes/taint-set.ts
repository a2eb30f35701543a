import { labelValue, qualifiedName } from './label-format';
import type { Placement } from './placement';
import { tolerates } from './toleration';
import type { Toleration } from './wire/pod-spec';

const EFFECTS = ['NoSchedule', 'NoExecute'];

/** Whether a placement tolerates every taint that another tolerates. */
export function toleratesWhatever(placement: Placement, other: Placement): boolean {
  const missing = other.tolerations.filter((toleration) => !placement.tolerations.some((own) => isAsWide(own, toleration)));
  return missing.length === 0 || isCovered(missing, placement.tolerations);
}

/** Whether one toleration by itself plainly includes another. */
function isAsWide(own: Toleration, other: Toleration): boolean {
  if ((own.effect && own.effect !== other.effect) || (own.key && own.key !== other.key)) { return false; }
  return own.operator === 'Exists' || (own.operator === other.operator && (own.value ?? '') === (other.value ?? ''));
}

/** Tries every taint that these tolerations can tell apart. */
function isCovered(tolerations: readonly Toleration[], covers: readonly Toleration[]): boolean {
  const all = [...tolerations, ...covers];
  const keys = distinct(all.map(({ key = '' }) => key), (key) => qualifiedName(key).length === 0);
  const values = distinct(['', ...all.map(({ value = '' }) => value)], (value) => labelValue(value).length === 0);
  return EFFECTS.every((effect) => keys.every((key) => values.every((value) => {
    const taint = { key, value, effect };
    return !tolerations.some((one) => tolerates(one, taint)) || covers.some((one) => tolerates(one, taint));
  })));
}

/** The valid texts, and one that is none of them. */
function distinct(texts: readonly string[], isValid: (text: string) => boolean): string[] {
  const known = new Set(texts.filter(isValid));
  let fresh = 'x';
  while (known.has(fresh)) { fresh += 'x'; }
  return [...known, fresh];
}
