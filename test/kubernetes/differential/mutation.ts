import * as fc from 'fast-check';
import type { FieldRow } from '../schema-source';
import { fieldRows } from '../schema-source';
import type { Json } from './valid-object';
import { NUMBERS, QUANTITIES, WORDS } from './words';

/** One change of a manifest: what to put at the path of a field, `undefined` to take it away. */
export interface Mutation {
  readonly path: string;
  /** Which elements of the lists on the way are meant. */
  readonly picks: readonly number[];
  readonly kind: 'set' | 'remove' | 'repeat' | 'add unknown';
  readonly value: unknown;
}

/** Changes of any field of a kind, such as `apps/v1 DaemonSet`: right values, limits, wrong types, absence, repetition, unknown neighbours. */
export function mutations(kind = 'apps/v1 DaemonSet'): fc.Arbitrary<Mutation> {
  const rows = fieldRows()[kind].filter(({ path }) => path !== 'kind' && path !== 'apiVersion');
  return fc.constantFrom(...rows).chain((row) => fc.record({
    path: fc.constant(row.path),
    picks: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    kind: fc.oneof(
      { weight: 30, arbitrary: fc.constant<Mutation['kind']>('set') },
      { weight: 6, arbitrary: fc.constant<Mutation['kind']>('remove') },
      { weight: 6, arbitrary: fc.constant<Mutation['kind']>('repeat') },
      { weight: 1, arbitrary: fc.constant<Mutation['kind']>('add unknown') },
    ),
    value: valuesFor(row),
  }));
}

const TEXTS = [
  '', 'a', 'A', 'a.b', 'a-', '-a', '.', '..', 'x/y', 'example.com/x', 'example.com/x/y', '/x', 'x/', '../x', '..x', '/abs', 'a/../b', 'a..b', 'é', ' padded ', 'a:b',
  'v0', 'c0', 'i0', 'claim0', 'http', 'p0-c0', 'None', 'Default', 'windows', 'linux', 'Localhost', 'Unmasked', 'Bidirectional', 'CAP_SYS_ADMIN', 'metadata.name', 'latest',
  '1.2.3.4', '::1', '010.1.1.1', '::ffff:1.2.3.4', '1.2.3', '5', '-5', '+5', '007', '10%', '101%', '0%', '%', '1Gi', 'null', 'true', 'kubernetes.io/x', 'UPPER:latest',
  "metadata.labels['']", "metadata.labels['a b']", "spec.x['y']", 'a'.repeat(15), 'a'.repeat(16), 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(253), 'a'.repeat(254),
  'é'.repeat(40), `${'a'.repeat(63)}.${'b'.repeat(63)}`, 'a_b', '_a.b', 'a\tb', 'a\\b', 'a\\b\\c', 'hugepages-1Gi', 'requests.cpu', 'example.com/gpu', 'storage', 'sha256:abc',
  '2024-13-01T00:00:00Z', '2024-02-29T23:59:59Z',
];
const INTEGERS = [
  0, 1, -1, 2, 5, 10, 80, 99, 100, 101, 255, 256, 511, 512, 599, 600, 1000, 3599, 3600, 65535, 65536, 86400, 86401, 2147483647, 2147483648,
  -2147483648, -2147483649, 4294967296, 4294967297, 9007199254740991, 1e18, 1e19, 1e21, 1.5,
];
const KEYS = [...TEXTS.filter((text) => text.length < 70), 'cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu', 'seccomp.security.alpha.kubernetes.io/pod',
  'container.apparmor.security.beta.kubernetes.io/c0', 'container.seccomp.security.alpha.kubernetes.io/c0', 'kubernetes.io/config.mirror',
  'scheduler.alpha.kubernetes.io/tolerations', 'controller.kubernetes.io/pod-deletion-cost', 'pod.beta.kubernetes.io/init-containers',
  'deprecated.daemonset.template.generation', 'scheduler.alpha.kubernetes.io/critical-pod'];
const VALUES = [...TEXTS, 'runtime/default', 'unconfined', 'localhost/x', 'localhost/', '[{"Key":"a","operator":"Exists"}]', '[{"key":""}]', '[', '12', '012', '-1'];
const ALL_WORDS = [...new Set(Object.values(WORDS).flat())];
const ALL_NUMBERS = [...new Set([...Object.values(NUMBERS).flat(), ...INTEGERS])];

function valuesFor({ path, type }: FieldRow): fc.Arbitrary<unknown> {
  const name = /(\w+)(?:\[\]|\{\})?$/.exec(path)![1];
  const own = Object.entries(WORDS).filter(([place]) => place.endsWith(`.${name}`)).flatMap(([, words]) => words);
  const texts = fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom(...(own.length > 0 ? own : ALL_WORDS)));
  const typed: Record<string, fc.Arbitrary<unknown>> = {
    string: texts,
    bool: fc.boolean(),
    int32: fc.constantFrom(...ALL_NUMBERS),
    int64: fc.constantFrom(...ALL_NUMBERS),
    intOrString: fc.oneof(texts, fc.constantFrom(...ALL_NUMBERS)),
    quantity: fc.oneof(fc.constantFrom<unknown>(...QUANTITIES, '', ' 1', '1 ', 'k', '.', '1.5.5', '1kk', 'x', 1, 0.1, 1e21, -3), texts),
    time: fc.oneof(texts, fc.constant('2024-05-05T10:11:12+01:30')),
    object: fc.constantFrom<unknown>({}, {}, null),
    list: fc.constantFrom<unknown>([], [{}], ['a'], ['a', 'a'], [null], null),
    map: fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(fc.constantFrom(...VALUES), fc.constantFrom(...QUANTITIES)), { maxKeys: 3 }),
  };
  return fc.oneof(
    { weight: 12, arbitrary: typed[type] ?? texts },
    { weight: 1, arbitrary: fc.constantFrom<unknown>('text', 3, 1.5, true, null, {}, [], [null], [[]], { a: 1 }) },
  );
}

/** The manifest with one thing changed; parts that the path needs are made. */
export function mutate(manifest: Json, { path, picks, kind, value }: Mutation): Json {
  const copy = structuredClone(manifest);
  const steps = path.match(/[^.[\]{}]+|\[\]|\{\}/g)!;
  let holder: Json = copy;
  let used = 0;
  for (let i = 0; i < steps.length; i++) {
    const last = i === steps.length - 1;
    const key: string | number = steps[i] === '[]' ? picks[used++ % picks.length] % Math.max(1, Object.keys(holder).length)
      : steps[i] === '{}' ? Object.keys(holder)[picks[used++ % picks.length] % Math.max(1, Object.keys(holder).length)] ?? 'new'
        : steps[i];
    const members = holder;
    if (last) {
      change(members, key, kind, value);
      return copy;
    }
    const next = members[key];
    if (typeof next !== 'object' || next === null) { members[key] = steps[i + 1] === '[]' ? [] : {}; }
    if (Array.isArray(members[key]) !== (steps[i + 1] === '[]')) { members[key] = steps[i + 1] === '[]' ? [] : {}; }
    holder = members[key] as Json;
  }
  return copy;
}

function change(holder: Json, key: string | number, kind: Mutation['kind'], value: unknown): void {
  const present = holder[key];
  if (kind === 'remove') {
    if (Array.isArray(holder)) { holder.splice(Number(key), 1); } else { delete holder[key]; }
  } else if (kind === 'repeat' && Array.isArray(present) && present.length > 0) {
    present.push(structuredClone(present[0]));
  } else if (kind === 'repeat' && Array.isArray(holder)) {
    holder.push(structuredClone(holder[0] ?? value));
  } else if (kind === 'add unknown') {
    holder[Array.isArray(holder) ? 0 : 'noSuchField'] = value;
  } else {
    holder[key] = value;
  }
}
