import { labelValue, qualifiedName } from './label-format';
import type { NodeBox, NodeSpace } from './node-space';
import type { Placement } from './placement';
import { tolerates } from './toleration';
import type { Toleration } from './wire/pod-spec';

const EFFECTS = ['NoSchedule', 'NoExecute'];

/** Whether a placement tolerates every taint that another tolerates. */
export function toleratesWhatever(placement: Placement, other: Placement): boolean {
  const missing = other.tolerations.filter((toleration) => !placement.tolerations.some((own) => isAsWide(own, toleration)));
  return missing.length === 0 || isCovered(missing, placement.tolerations);
}

/**
 * The taints that tolerations can tell apart: for each key and effect those that a node may have, of which it has one or, as undefined, none.
 * One key more stands for all that nobody mentions.
 */
export function taintSpace(tolerations: readonly Toleration[]): NodeSpace {
  return new Map(keysOf(tolerations).flatMap((key) => EFFECTS.map((effect) => {
    const ofKey = tolerations.filter((toleration) => !toleration.key || toleration.key === key);
    return [keyOf(key, effect), [undefined, ...valuesOf(ofKey)]] as const;
  })));
}

/** The nodes without a taint that keeps pods with these tolerations off. */
export function taintBox(tolerations: readonly Toleration[], space: NodeSpace): NodeBox {
  return new Map([...space].flatMap(([name, points]) => {
    const [key, effect] = name.split(SEPARATOR);
    const left = points.filter((value) => value === undefined || tolerations.some((one) => tolerates(one, { key, value, effect })));
    return left.length === points.length ? [] : [[name, left] as const];
  }));
}

// No label's key has a line break, so that taints may stand among labels.
const SEPARATOR = '\n';

function keyOf(key: string, effect: string): string {
  return `${key}${SEPARATOR}${effect}`;
}

/** Whether one toleration by itself plainly includes another. */
function isAsWide(own: Toleration, other: Toleration): boolean {
  if ((own.effect && own.effect !== other.effect) || (own.key && own.key !== other.key)) { return false; }
  return own.operator === 'Exists' || (own.operator === other.operator && (own.value ?? '') === (other.value ?? ''));
}

/** Tries every taint that these tolerations can tell apart. */
function isCovered(tolerations: readonly Toleration[], covers: readonly Toleration[]): boolean {
  const all = [...tolerations, ...covers];
  const [keys, values] = [keysOf(all), valuesOf(all)];
  return EFFECTS.every((effect) => keys.every((key) => values.every((value) => {
    const taint = { key, value, effect };
    return !tolerations.some((one) => tolerates(one, taint)) || covers.some((one) => tolerates(one, taint));
  })));
}

function keysOf(tolerations: readonly Toleration[]): string[] {
  return distinct(tolerations.map(({ key = '' }) => key), (key) => qualifiedName(key).length === 0);
}

function valuesOf(tolerations: readonly Toleration[]): string[] {
  return distinct(['', ...tolerations.map(({ value = '' }) => value)], (value) => labelValue(value).length === 0);
}

/** The valid texts, and one that is none of them. */
function distinct(texts: readonly string[], isValid: (text: string) => boolean): string[] {
  const known = new Set(texts.filter(isValid));
  let fresh = 'x';
  while (known.has(fresh)) { fresh += 'x'; }
  return [...known, fresh];
}
