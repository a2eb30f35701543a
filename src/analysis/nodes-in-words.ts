import type { NodeSelectorRequirement, NodeSelectorTerm } from '../kubernetes/wire/affinity';
import type { PodSpec, Toleration } from '../kubernetes/wire/pod-spec';

/** Which nodes a daemon is for, as its manifest says: conditions on the node, then taints. */
export function nodesInWords(pod: PodSpec): string {
  const selector = Object.entries(pod.nodeSelector ?? {}).map(([label, value]) => `${label}=${value}`);
  const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const conditions = [...selector, ...terms.length === 0 ? [] : [terms.map(termInWords).join(' or ')]];
  return `${conditions.length === 0 ? 'every node' : `nodes with ${conditions.join(', ')}`}; ${taintsInWords(pod.tolerations ?? [])}`;
}

/** The conditions of a term. */
export function termInWords({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): string {
  return [...matchExpressions, ...matchFields].map(requirementInWords).join(', ');
}

/** One condition on a label or a field of a node. */
export function requirementInWords({ key, operator, values = [] }: NodeSelectorRequirement): string {
  const list = values.length === 1 ? values[0] : `(${values.join(', ')})`;
  switch (operator) {
    case 'In': return values.length === 1 ? `${key}=${list}` : `${key} in ${list}`;
    case 'NotIn': return values.length === 1 ? `${key}≠${list}` : `${key} not in ${list}`;
    case 'Exists': return key;
    case 'DoesNotExist': return `no ${key}`;
    case 'Gt': return `${key}>${list}`;
    case 'Lt': return `${key}<${list}`;
    default: return `${key} ${operator} ${list}`;
  }
}

/** The taints that tolerations tolerate. */
export function taintsInWords(tolerations: readonly Toleration[]): string {
  if (tolerations.length === 0) {
    return 'no taints but those of node conditions';
  }
  if (tolerations.some(({ key, operator, effect }) => !key && operator === 'Exists' && !effect)) {
    return 'any taint';
  }
  return `taints ${tolerations.map(({ key, value, effect }) => `${key || 'any'}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`).join(', ')}`;
}
