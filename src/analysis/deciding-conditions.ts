import { requirementInWords, taintsInWords, termInWords } from './nodes-in-words';
import { runsBeside } from '../kubernetes/node-set';
import type { Placement } from '../kubernetes/placement';

/** A condition of a daemon on its nodes. */
export interface Condition {
  readonly words: string;
  /** The field of the pod that has it, such as `nodeSelector`. */
  readonly field: string;
}

const TERMS = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const ANYWHERE: Placement = { nodeSelector: {}, tolerations: [{ operator: 'Exists' }] };

/** Why a daemon is not on every node of its client: those of its conditions that keep it off all of them, or else those that some may lack. */
export function decidingConditions(client: Placement, daemon: Placement): Condition[] {
  const missed = conditionsOf(daemon).map(({ placement, ...condition }) => ({ condition, beside: runsBeside(client, [placement]) }))
    .filter(({ beside }) => beside !== 'always');
  const never = missed.filter(({ beside }) => beside === 'never');
  return (never.length > 0 ? never : missed).map(({ condition }) => condition);
}

/** The taints, in words, that a client tolerates and a daemon does not; nothing where there are none. */
export function untoleratedTaints(client: Placement, daemon: Placement): string | undefined {
  const missing = client.tolerations.filter(toleration =>
    runsBeside({ ...ANYWHERE, tolerations: [toleration] }, [{ ...ANYWHERE, tolerations: daemon.tolerations }]) !== 'always');
  return missing.length === 0 ? undefined : taintsInWords(missing);
}

function conditionsOf({ nodeName, nodeSelector, terms }: Placement): (Condition & { placement: Placement })[] {
  const selectors = Object.entries(nodeSelector).map(([key, value]) => ({
    words: `${key}=${value}`, field: 'nodeSelector', placement: { ...ANYWHERE, nodeSelector: { [key]: value } },
  }));
  const named = nodeName === undefined ? [] : [{ words: `the name ${nodeName}`, field: 'nodeName', placement: { ...ANYWHERE, nodeName } }];
  if (terms?.length !== 1) {
    const words = terms?.map(({ expressions, fields }) => termInWords({ matchExpressions: [...expressions], matchFields: [...fields] })).join(' or ');
    return [...named, ...selectors, ...terms === undefined ? [] : [{ words: words || 'what no node has', field: TERMS, placement: { ...ANYWHERE, terms } }]];
  }
  const [{ expressions, fields }] = terms;
  return [
    ...named,
    ...selectors,
    ...expressions.map(one => ({ words: requirementInWords(one), field: TERMS, placement: { ...ANYWHERE, terms: [{ expressions: [one], fields: [] }] } })),
    ...fields.map(one => ({ words: requirementInWords(one), field: TERMS, placement: { ...ANYWHERE, terms: [{ expressions: [], fields: [one] }] } })),
  ];
}
