import { decodeScalar, Refusal } from './decode-scalar';
import { FieldPath } from './field-path';
import type { Field } from './object-type';
import { objectType } from './object-type';
import type { ClusterRole, ClusterRoleBinding, ConfigMap, Namespace, Role, RoleBinding, Service, ServiceAccount } from './wire/companion';
import type { DaemonSet } from './wire/daemon-set';
import type { NetworkPolicy } from './wire/network-policy';

/** The kinds that can be decoded. */
export interface Decodable {
  DaemonSet: DaemonSet;
  ConfigMap: ConfigMap;
  ServiceAccount: ServiceAccount;
  Role: Role;
  ClusterRole: ClusterRole;
  RoleBinding: RoleBinding;
  ClusterRoleBinding: ClusterRoleBinding;
  Service: Service;
  Namespace: Namespace;
  NetworkPolicy: NetworkPolicy;
}

/** The kinds that accompany a DaemonSet. */
export type Companion = Exclude<keyof Decodable, 'DaemonSet'>;

/** What the API server would not decode. */
export interface DecodingProblem {
  readonly field: string;
  readonly detail: string;
  readonly kind: 'unknown' | 'type';
}

/** An object as the API server holds it after decoding, and what it could not decode. */
export interface Decoded<T> {
  readonly object: T;
  readonly problems: readonly DecodingProblem[];
}

interface Run {
  readonly problems: DecodingProblem[];
  readonly reportUnknown: boolean;
  /** Whether lists and maps stay though they are empty. */
  keepEmpty: boolean;
}

/** Where an empty list is refused and an absent one is not. */
const EMPTY_MATTERS = new Set([
  'PodSecurityContext.supplementalGroups', 'ResourceRequirements.claims', 'ObjectMeta.ownerReferences', 'ObjectMeta.finalizers',
]);

type Json = Record<string, unknown>;

/**
 * Decodes plain JSON the strict way: unknown fields and wrong types are problems.
 *
 * The object comes back as the server would write it again: no null, no zero that means absence, quantities in canonical text,
 * `''` or `0` in fields that are always written. Parts that need no change are shared with the source; nothing in the source changes.
 * Unknown fields stay, for they may belong to a later release; `allowUnknown` makes them no problem.
 */
export function decode<K extends keyof Decodable>(kind: K, source: unknown, options: { allowUnknown?: boolean } = {}): Decoded<Decodable[K]> {
  const reportUnknown = options.allowUnknown !== true;
  const decoded = decodeFrom(kind, source, FieldPath.nowhere, reportUnknown);
  return decoded.problems.length === 0 ? decoded : decodeFrom(kind, source, undefined, reportUnknown);
}

function decodeFrom<K extends keyof Decodable>(kind: K, source: unknown, at: FieldPath | undefined, reportUnknown: boolean): Decoded<Decodable[K]> {
  const run: Run = { problems: [], reportUnknown, keepEmpty: false };
  const object = decodeObject(kind, source, at, run);
  return { object: object as unknown as Decodable[K], problems: run.problems };
}

function decodeObject(typeName: string, source: unknown, at: FieldPath | undefined, run: Run): Json {
  if (!isObject(source)) {
    if (source !== null && source !== undefined) { refuse(at, new Refusal('an object', source), run); }
    return decodeObject(typeName, {}, at, run);
  }
  const type = objectType(typeName);
  const keepEmpty = run.keepEmpty;
  run.keepEmpty ||= typeName === 'EphemeralContainer';
  let result = source;
  for (const name in source) {
    const value = source[name];
    const field = type.fields.get(name);
    if (field === undefined) {
      if (run.reportUnknown && value !== undefined) { run.problems.push({ field: childOf(at, name).toString(), detail: 'unknown field', kind: 'unknown' }); }
      continue;
    }
    const decoded = decodeField(typeName, field, value, at, run);
    if (decoded === value && value !== undefined) { continue; }
    if (result === source) { result = { ...source }; }
    if (decoded === undefined) {
      delete result[name];
    } else {
      result[name] = decoded;
    }
  }
  for (const field of type.written) {
    if (result[field.name] !== undefined) { continue; }
    if (result === source) { result = { ...source }; }
    result[field.name] = zeroOf(field, at, run);
  }
  run.keepEmpty = keepEmpty;
  return result;
}

/** The field as the server keeps it; undefined when that is absence. */
function decodeField(typeName: string, field: Field, value: unknown, above: FieldPath | undefined, run: Run): unknown {
  if (value === null || value === undefined) { return undefined; }
  if (field.container !== '') {
    const at = childOf(above, field.name);
    const decoded = field.container === '[]' ? decodeList(field, value, at, run) : decodeMap(field, value, at, run);
    const keep = field.keepsZero || run.keepEmpty || !isEmpty(decoded) || EMPTY_MATTERS.has(`${typeName}.${field.name}`);
    return keep ? decoded : undefined;
  }
  if (field.object !== undefined) { return decodeObject(field.object, value, childOf(above, field.name), run); }
  const decoded = decodeScalar(field.scalar!, value);
  if (decoded instanceof Refusal) {
    refuse(childOf(above, field.name), decoded, run);
    return undefined;
  }
  return field.keepsZero || !isZero(decoded) ? decoded : undefined;
}

function decodeList(field: Field, value: unknown, at: FieldPath, run: Run): unknown {
  if (!Array.isArray(value)) {
    refuse(at, new Refusal('a list', value), run);
    return undefined;
  }
  let result = value as unknown[];
  for (let i = 0; i < value.length; i++) {
    const decoded = decodeElement(field, value[i], at, i, run);
    if (decoded === value[i]) { continue; }
    if (result === value) { result = [...value as unknown[]]; }
    result[i] = decoded;
  }
  return result;
}

function decodeMap(field: Field, value: unknown, at: FieldPath, run: Run): unknown {
  if (!isObject(value)) {
    refuse(at, new Refusal('a map', value), run);
    return undefined;
  }
  let result = value;
  for (const key in value) {
    if (value[key] === undefined) { continue; }
    const decoded = decodeElement(field, value[key], at, key, run);
    if (decoded === value[key]) { continue; }
    if (result === value) { result = { ...value }; }
    result[key] = decoded;
  }
  return result;
}

function isEmpty(collection: unknown): boolean {
  for (const key in collection as object) {
    if ((collection as Json)[key] !== undefined) { return false; }
  }
  return true;
}

function decodeElement(field: Field, value: unknown, list: FieldPath, key: number | string, run: Run): unknown {
  if (field.object !== undefined) {
    return decodeObject(field.object, value, typeof key === 'number' ? list.index(key) : list.child(key), run);
  }
  if (value === null || value === undefined) { return zeroOfScalar(field); }
  const decoded = decodeScalar(field.scalar!, value);
  if (!(decoded instanceof Refusal)) { return decoded; }
  refuse(typeof key === 'number' ? list.index(key) : list.child(key), decoded, run);
  return zeroOfScalar(field);
}

function zeroOf(field: Field, above: FieldPath | undefined, run: Run): unknown {
  return field.object === undefined ? zeroOfScalar(field) : decodeObject(field.object, {}, childOf(above, field.name), run);
}

function zeroOfScalar({ scalar }: Field): unknown {
  switch (scalar) {
    case 'b': return false;
    case 'i':
    case 'l':
    case 'x': return 0;
    case 'q': return '0';
    case 'y': return null;
    default: return '';
  }
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childOf(above: FieldPath | undefined, name: string): FieldPath {
  return above === undefined ? FieldPath.root(name) : above.child(name);
}

function refuse(at: FieldPath | undefined, refusal: Refusal, run: Run): void {
  run.problems.push({ field: at?.toString() ?? '', detail: refusal.detail, kind: 'type' });
}
