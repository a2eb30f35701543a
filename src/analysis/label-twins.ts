import type { Placement } from '../kubernetes/placement';
import type { NodeSelectorRequirement } from '../kubernetes/wire/affinity';

/** Labels that the kubelet sets to the same as others. */
const SAME: { readonly [label: string]: string } = { 'beta.kubernetes.io/os': 'kubernetes.io/os', 'beta.kubernetes.io/arch': 'kubernetes.io/arch' };

/** A placement with one name for each label. Two values of one label become two conditions, of which no node fulfils both. */
export function withoutTwins(placement: Placement): Placement {
  const pairs = Object.entries(placement.nodeSelector);
  const twins = pairs.filter(([key]) => Object.hasOwn(SAME, key)).map(([key, value]) => ({ key: SAME[key], operator: 'In', values: [value] }));
  const { terms = twins.length > 0 ? [{ expressions: [], fields: [] }] : undefined } = placement;
  const renamed = (one: NodeSelectorRequirement) => Object.hasOwn(SAME, one.key) ? { ...one, key: SAME[one.key] } : one;
  return {
    ...placement,
    nodeSelector: Object.fromEntries(pairs.filter(([key]) => !Object.hasOwn(SAME, key))),
    terms: terms?.map(term => ({ ...term, expressions: [...twins, ...term.expressions.map(renamed)] })),
  };
}
