import { isEvaluable } from './requirement';
import { daemonTolerations } from './toleration';
import type { NodeSelectorRequirement, NodeSelectorTerm } from './wire/affinity';
import type { PodSpec, Toleration } from './wire/pod-spec';

/** Everything in a pod template by which nodes are chosen. */
export interface Placement {
  /** The one node's name, where the template states it. */
  readonly nodeName?: string;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** The required terms that Kubernetes can evaluate, of which one must hold; nothing when none are required. */
  readonly terms?: readonly NodeTerm[];
  /** The template's tolerations and, of a daemon, those that every daemon gets. */
  readonly tolerations: readonly Toleration[];
}

/** A required term: all expressions and all names must hold. */
export interface NodeTerm {
  readonly expressions: readonly NodeSelectorRequirement[];
  readonly fields: readonly NodeSelectorRequirement[];
}

/** The placement of a DaemonSet with that pod template. */
export function placementOf(spec: PodSpec): Placement {
  return { ...podPlacement(spec), tolerations: daemonTolerations(spec) };
}

/** The placement of a pod that no DaemonSet makes. */
export function podPlacement(spec: PodSpec): Placement {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return {
    ...(spec.nodeName ? { nodeName: spec.nodeName } : {}),
    nodeSelector: spec.nodeSelector ?? {},
    ...(required ? { terms: (required.nodeSelectorTerms ?? []).flatMap(readTerm) } : {}),
    tolerations: spec.tolerations ?? [],
  };
}

/**
 * An empty term chooses nothing, and neither does one with a condition that cannot be evaluated.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers@v0.37.1/scheduling/corev1/nodeaffinity
 */
function readTerm({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): NodeTerm[] {
  if (matchExpressions.length + matchFields.length === 0) { return []; }
  if (!matchExpressions.every(isEvaluable)) { return []; }
  const fieldsEvaluable = matchFields.every(({ operator, values = [] }) => (operator === 'In' || operator === 'NotIn') && values.length === 1);
  return fieldsEvaluable ? [{ expressions: matchExpressions, fields: matchFields }] : [];
}
