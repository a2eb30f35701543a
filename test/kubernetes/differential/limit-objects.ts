import * as fc from 'fast-check';
import type { Json } from './valid-object';

type Amounts = Record<string, string | number>;

const AMOUNTS: Record<string, readonly (string | number)[]> = {
  'cpu': ['0', '1m', '100m', '0.1', '100.5u', '500m', 1, '1500m', '2', '10k'],
  'memory': ['0', '1', '64Mi', '128Mi', '0.5Gi', '1Gi', '1.5Gi', '2G', 1024],
  'ephemeral-storage': ['0', '1Gi', '2Gi', '5e9'],
  'hugepages-2Mi': ['2Mi', '4Mi', '0'],
  'example.com/gpu': ['0', 1, '2', '4'],
};
/** Beyond what a LimitRange compares in thousandths. */
const HUGE = ['9P', '10P', '8Ei', '9223372036854775807'];
const RATIOS = ['1', '1500m', '2', '3.3', '4', '10', '0'];
const HARD = ['pods', 'count/pods', 'services', ...Object.keys(AMOUNTS), ...Object.keys(AMOUNTS).flatMap((name) => [`requests.${name}`, `limits.${name}`])];

/** Some amounts of some resources. */
export function amounts(names = Object.keys(AMOUNTS)): fc.Arbitrary<Amounts> {
  return fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...AMOUNTS[name])])), { requiredKeys: [] }) as fc.Arbitrary<Amounts>;
}

/** Up to two LimitRanges. */
export function limitRanges(): fc.Arbitrary<Json[]> {
  return named(limitRange(), 'range');
}

/** Up to two quotas, some of them for pods of certain priority classes. */
export function quotas(classes: readonly string[]): fc.Arbitrary<Json[]> {
  return named(quota(classes), 'quota');
}

function limitRange(): fc.Arbitrary<Json> {
  const ratios = fc.dictionary(fc.constantFrom('cpu', 'memory', 'ephemeral-storage'), fc.constantFrom(...RATIOS), { maxKeys: 2 });
  const few = amounts(['cpu', 'memory', 'ephemeral-storage', 'example.com/gpu']);
  const huge = fc.dictionary(fc.constantFrom('cpu', 'memory'), fc.constantFrom(...HUGE), { maxKeys: 2 });
  const bound = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: huge });
  const type = fc.constantFrom('Container', 'Container', 'Pod', 'Pod', 'PersistentVolumeClaim');
  const lists = { min: bound, max: bound, default: few, defaultRequest: few, maxLimitRequestRatio: ratios };
  const item = fc.record({ type, ...lists }, { requiredKeys: ['type'] });
  return fc.array(item, { maxLength: 3 }).map((limits) => ({ spec: { limits } }));
}

function quota(classes: readonly string[]): fc.Arbitrary<Json> {
  const amount = (name: string) => fc.constantFrom<string | number>(...(AMOUNTS[name.replace(/^(requests|limits)\./, '')] ?? ['0', '1', '2', '10']));
  const some = (maxLength: number) => fc.uniqueArray(fc.constantFrom(...HARD), { maxLength })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, amount(name)]))));
  const scope = fc.constantFrom('Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity', 'VolumeAttributesClass');
  const byClass = fc.oneof(
    fc.record({ operator: fc.constantFrom('In', 'NotIn'), values: fc.uniqueArray(fc.constantFrom(...classes), { minLength: 1, maxLength: 2 }) }),
    fc.record({ operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  ).map((made) => ({ scopeName: 'PriorityClass', ...made }));
  const selected = fc.oneof(scope.map((scopeName) => ({ scopeName, operator: 'Exists' })), byClass);
  const rarely = <T>(made: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: made });
  return fc.record({
    spec: fc.record({
      hard: some(4),
      scopes: rarely(fc.uniqueArray(scope, { maxLength: 2 })),
      scopeSelector: rarely(fc.array(selected, { maxLength: 2 }).map((matchExpressions) => ({ matchExpressions }))),
    }),
    status: rarely(some(6).map((used) => ({ used }))),
  });
}

function named(objects: fc.Arbitrary<Json>, prefix: string): fc.Arbitrary<Json[]> {
  return fc.array(objects, { maxLength: 2 }).map((all) => all.map((made, i) => ({ ...made, metadata: { name: `${prefix}${i}` } })));
}
