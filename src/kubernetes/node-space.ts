import { parseInt64 } from './formats';
import { labelValue } from './label-format';
import { dnsSubdomain } from './names';
import type { Placement } from './placement';
import type { Requirement } from './requirement';
import { holds } from './requirement';

/** What a node may have under a key: a value, or undefined where it lacks the label. */
type Point = string | undefined;

/** For each key the points between which two placements distinguish, so that finitely many stand for all nodes. */
export type NodeSpace = ReadonlyMap<string, readonly Point[]>;

/** A set of nodes: those that have one of the points under every key; a key that is left out may have any. */
export type NodeBox = ReadonlyMap<string, readonly Point[]>;

/** Stands among the labels' keys for the node's name. */
export const NAME = '';
const LONGEST_LABEL = 63;
const MAX_INT64 = 9223372036854775807n;

/** The alternatives of a placement, each a list of conditions that hold together. */
export function alternatives({ nodeName, nodeSelector, terms }: Placement): Requirement[][] {
  const always: Requirement[] = Object.entries(nodeSelector).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  if (nodeName !== undefined) { always.push({ key: NAME, operator: 'In', values: [nodeName] }); }
  if (terms === undefined) { return [always]; }
  return terms.flatMap(({ expressions, fields }) => {
    // Every field but the name is empty on every node.
    const others = fields.filter(({ key }) => key !== 'metadata.name');
    if (!others.every((requirement) => holds(requirement, { [requirement.key]: '' }))) { return []; }
    const named = fields.filter(({ key }) => key === 'metadata.name').map((requirement) => ({ ...requirement, key: NAME }));
    return [[...always, ...expressions, ...named]];
  });
}

/** The smallest space in which all these conditions can be told apart. */
export function spaceOf(conditions: readonly Requirement[]): NodeSpace {
  const byKey = new Map<string, Requirement[]>();
  for (const condition of conditions) {
    const same = byKey.get(condition.key);
    if (same) { same.push(condition); } else { byKey.set(condition.key, [condition]); }
  }
  return new Map([...byKey].map(([key, ofKey]) => [key, key === NAME ? names(ofKey) : labels(ofKey)]));
}

/** The nodes on which all conditions hold; nothing when there cannot be one. */
export function boxOf(conditions: readonly Requirement[], space: NodeSpace): NodeBox | undefined {
  const box = new Map<string, readonly Point[]>();
  for (const condition of conditions) {
    const { key } = condition;
    const left = (box.get(key) ?? space.get(key)!).filter((point) => holds(condition, point === undefined ? {} : { [key]: point }));
    if (left.length === 0) { return undefined; }
    box.set(key, left);
  }
  return box;
}

function names(conditions: readonly Requirement[]): Point[] {
  const mentioned = [...mentions(conditions)].filter((name) => dnsSubdomain(name).length === 0);
  return [...mentioned, fresh(mentioned)];
}

function labels(conditions: readonly Requirement[]): Point[] {
  const mentioned = [...mentions(conditions)].filter((value) => labelValue(value).length === 0);
  const bounds = conditions.filter(({ operator }) => operator === 'Gt' || operator === 'Lt').map(({ values = [] }) => parseInt64(values[0])!);
  return [undefined, ...mentioned, fresh(mentioned), ...numbers(bounds, mentioned)];
}

function mentions(conditions: readonly Requirement[]): Set<string> {
  return new Set(conditions.flatMap(({ operator, values = [] }) => operator === 'In' || operator === 'NotIn' ? values : []));
}

/** A text that is no number and not among those. */
function fresh(known: readonly string[]): string {
  let text = 'x';
  while (known.includes(text)) { text += 'x'; }
  return text;
}

/** One number, as a text not among those, from each range that the bounds leave. */
function numbers(bounds: readonly bigint[], known: readonly string[]): string[] {
  if (bounds.length === 0) { return []; }
  const starts = [...new Set([0n, ...bounds, ...bounds.map((bound) => bound + 1n)])]
    .filter((start) => start >= 0n && start <= MAX_INT64)
    .sort((a, b) => a < b ? -1 : 1);
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? MAX_INT64 + 1n;
    for (let number = start; number < end; number++) {
      for (let length = 1; length <= LONGEST_LABEL; length++) {
        const text = String(number).padStart(length, '0');
        if (!known.includes(text)) { return [text]; }
      }
    }
    return [];
  });
}
