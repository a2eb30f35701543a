import * as fc from 'fast-check';
import type { NodeSelectorRequirement } from '../../src/kubernetes/wire/affinity';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

/** A pod template that requires one of the terms. */
export function requiring(...terms: NodeSelectorRequirement[][]): PodSpec {
  const nodeSelectorTerms = terms.map((matchExpressions) => ({ matchExpressions }));
  return { containers: [], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
}

export const EVERYWHERE: PodSpec = { containers: [] };
export const LINUX: PodSpec = { containers: [], nodeSelector: { 'kubernetes.io/os': 'linux' } };
export const WINDOWS: PodSpec = { containers: [], nodeSelector: { 'kubernetes.io/os': 'windows' } };

/** Pod templates that ask for nodes by the labels l and n, by the names a and b, and tolerate taints of the key k. */
export function templates(): fc.Arbitrary<PodSpec> {
  const values = { l: ['x', 'y'], n: ['4', '5', '6'] };
  const bound = fc.record({ key: fc.constant('n'), operator: fc.constantFrom('Gt', 'Lt'), values: fc.constantFrom(...values.n, '11').map((value) => [value]) });
  const listed = fc.constantFrom<'l' | 'n'>('l', 'n').chain((key) => fc.record({
    key: fc.constant(key), operator: fc.constantFrom('In', 'NotIn'), values: fc.subarray(values[key], { minLength: 1 }),
  }));
  const presence = fc.record({ key: fc.constantFrom('l', 'n'), operator: fc.constantFrom('Exists', 'DoesNotExist') });
  const field: fc.Arbitrary<NodeSelectorRequirement> = fc.record({
    key: fc.constantFrom('metadata.name', 'metadata.name', 'metadata.namespace'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.constantFrom('a', 'b').map((value) => [value]),
  });
  const term = fc.record({
    matchExpressions: fc.array<NodeSelectorRequirement>(fc.oneof(listed, bound, presence), { maxLength: 2 }),
    matchFields: fc.oneof({ weight: 4, arbitrary: fc.constant<NodeSelectorRequirement[]>([]) }, { weight: 1, arbitrary: fc.array(field, { maxLength: 2 }) }),
  });
  const toleration = fc.record({
    key: fc.constantFrom('k', 'k', undefined),
    operator: fc.constantFrom('Exists', 'Equal', undefined),
    value: fc.constantFrom('v', undefined),
    effect: fc.constantFrom('NoSchedule', 'NoExecute', undefined),
  }).map(({ key, operator, value, effect }) => ({
    ...(key && { key }), ...(operator && { operator }), ...(effect && { effect }), ...(value && operator !== 'Exists' && { value }),
  }));
  return fc.record({
    nodeSelector: fc.oneof({ weight: 3, arbitrary: fc.constant<Record<string, string>>({}) }, { weight: 1, arbitrary: fc.constantFrom<Record<string, string>[]>({ l: 'x' }, { n: '5' }, { l: 'x', n: '5' }) }),
    terms: fc.option(fc.array(term, { minLength: 1, maxLength: 3 }), { freq: 3, nil: undefined }),
    tolerations: fc.array(toleration, { maxLength: 3 }),
    nodeName: fc.option(fc.constantFrom('a', 'b'), { freq: 8, nil: undefined }),
    hostNetwork: fc.boolean(),
  }).map(({ nodeSelector, terms, tolerations, nodeName, hostNetwork }): PodSpec => ({
    containers: [],
    nodeSelector,
    tolerations,
    hostNetwork,
    ...(nodeName && { nodeName }),
    ...(terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } }),
  }));
}
