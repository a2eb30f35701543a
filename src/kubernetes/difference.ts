import type { Field } from './object-type';
import { objectType } from './object-type';
import { Quantity } from './quantity';

/** One place where two objects differ. */
export interface Difference {
  readonly path: string;
  /** The first object's value; undefined when it has none. */
  readonly a: unknown;
  readonly b: unknown;
}

/** How lists are compared: element by element, as sets, or by a key of their elements. */
export type ListOrder = 'ordered' | 'set' | ((element: Json) => string);

/** What a comparison overlooks. */
export interface Comparison {
  /** Whether quantities are equal when their amounts are, or only when their texts are. */
  readonly quantities: 'amount' | 'text';
  /** The order of a list, by its place such as `PodSpec.tolerations` and what holds it. */
  readonly order: (place: string, holder: Json) => ListOrder;
}

/** A plain object. */
export type Json = Record<string, unknown>;

/**
 * Compares two decoded objects of a type. An empty list or map is the same as none.
 *
 * @param typeName a type of the schema, such as `DaemonSetSpec`
 */
export function differences(typeName: string, a: unknown, b: unknown, path: string, comparison: Comparison): Difference[] {
  const found: Difference[] = [];
  compareObjects(typeName, a as Json, b as Json, path, comparison, found);
  return found;
}

function compareObjects(typeName: string, a: Json, b: Json, path: string, comparison: Comparison, found: Difference[]): void {
  const { fields } = objectType(typeName);
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const at = path === '' ? name : `${path}.${name}`;
    const field = fields.get(name);
    if (field === undefined) {
      if (JSON.stringify(a[name]) !== JSON.stringify(b[name])) { found.push({ path: at, a: a[name], b: b[name] }); }
    } else if (field.container === '[]') {
      const order = comparison.order(`${typeName}.${name}`, a);
      const other = comparison.order(`${typeName}.${name}`, b);
      compareLists(field, list(a[name]), list(b[name]), at, other === 'ordered' ? other : order, comparison, found);
    } else if (field.container === '{}') {
      compareMaps(field, (a[name] ?? {}) as Json, (b[name] ?? {}) as Json, at, comparison, found);
    } else {
      compareValues(field, a[name], b[name], at, comparison, found);
    }
  }
}

function compareValues(field: Field, a: unknown, b: unknown, path: string, comparison: Comparison, found: Difference[]): void {
  if (a === b) { return; }
  if (a === undefined || b === undefined) {
    found.push({ path, a, b });
  } else if (field.object !== undefined) {
    compareObjects(field.object, a as Json, b as Json, path, comparison, found);
  } else if (field.scalar !== 'q' || comparison.quantities === 'text' || !sameAmount(a, b)) {
    found.push({ path, a, b });
  }
}

function sameAmount(a: unknown, b: unknown): boolean {
  return Quantity.parse(a as string).compare(Quantity.parse(b as string)) === 0;
}

function compareMaps(field: Field, a: Json, b: Json, path: string, comparison: Comparison, found: Difference[]): void {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) { compareValues(field, a[key], b[key], `${path}[${key}]`, comparison, found); }
}

function compareLists(
  field: Field, a: unknown[], b: unknown[], path: string, order: ListOrder, comparison: Comparison, found: Difference[],
): void {
  if (order === 'set') {
    const rest = [...b];
    for (const element of a) {
      const i = rest.findIndex((other) => isSame(field, element, other, comparison));
      if (i < 0) {
        found.push({ path: `${path}[]`, a: element, b: undefined });
      } else {
        rest.splice(i, 1);
      }
    }
    for (const element of rest) { found.push({ path: `${path}[]`, a: undefined, b: element }); }
  } else if (order === 'ordered' || hasRepeats(a, order) || hasRepeats(b, order)) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) { compareValues(field, a[i], b[i], `${path}[${i}]`, comparison, found); }
  } else {
    const keyed = (elements: unknown[]) => Object.fromEntries(elements.map((element) => [order(element as Json), element]));
    compareMaps(field, keyed(a), keyed(b), path, comparison, found);
  }
}

function isSame(field: Field, a: unknown, b: unknown, comparison: Comparison): boolean {
  const found: Difference[] = [];
  compareValues(field, a, b, '', comparison, found);
  return found.length === 0;
}

function hasRepeats(elements: unknown[], key: (element: Json) => string): boolean {
  return new Set(elements.map((element) => key(element as Json))).size < elements.length;
}

function list(value: unknown): unknown[] {
  return (value ?? []) as unknown[];
}
