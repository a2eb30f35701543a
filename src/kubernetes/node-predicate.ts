import type { NodeTerm, Placement } from './placement';
import { holds } from './requirement';
import { tolerates } from './toleration';
import type { Node, Taint } from './wire/node';

/** Why a daemon does not run on a node, or that it does. */
export type PlacementReason =
  | { readonly kind: 'runs' }
  | { readonly kind: 'nodeName'; readonly nodeName: string }
  | { readonly kind: 'nodeSelector'; readonly key: string; readonly value: string }
  | { readonly kind: 'nodeAffinity' }
  | { readonly kind: 'taint'; readonly taint: Taint };

/** What the DaemonSet controller does about a node: create a pod, and keep one that is there. */
export interface NodeVerdict {
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
  readonly reason: PlacementReason;
}

/**
 * Whether a daemon runs on a node. The node's readiness, its resources and its ports are the scheduler's business.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/controller/daemon/daemon_controller.go
 */
export function judgeNode(placement: Placement, node: Node): NodeVerdict {
  const name = node.metadata?.name ?? '';
  const labels = node.metadata?.labels ?? {};
  const { nodeName, nodeSelector, terms } = placement;
  if (nodeName !== undefined && nodeName !== name) { return refused({ kind: 'nodeName', nodeName }); }
  for (const key in nodeSelector) {
    if (!Object.hasOwn(labels, key) || labels[key] !== nodeSelector[key]) {
      return refused({ kind: 'nodeSelector', key, value: nodeSelector[key] });
    }
  }
  if (terms !== undefined && !terms.some((term) => termHolds(term, name, labels))) { return refused({ kind: 'nodeAffinity' }); }

  const untolerated = (node.spec?.taints ?? []).filter((taint) => repels(taint) && !placement.tolerations.some((one) => tolerates(one, taint)));
  if (untolerated.length === 0) { return { shouldRun: true, shouldContinue: true, reason: { kind: 'runs' } }; }
  return {
    shouldRun: false,
    shouldContinue: !untolerated.some(({ effect }) => effect === 'NoExecute'),
    reason: { kind: 'taint', taint: untolerated[0] },
  };
}

/** Whether a taint keeps pods off; PreferNoSchedule only advises the scheduler. */
function repels(taint: Taint): boolean {
  return taint.effect === 'NoSchedule' || taint.effect === 'NoExecute';
}

/** Whether a term holds on a node; of the fields only the name exists, and others are empty. */
function termHolds(term: NodeTerm, name: string, labels: Readonly<Record<string, string>>): boolean {
  if (!term.expressions.every((requirement) => holds(requirement, labels))) { return false; }
  return name === '' || term.fields.every(({ key, operator, values = [] }) => {
    const actual = key === 'metadata.name' ? name : '';
    return (actual === values[0]) === (operator === 'In');
  });
}

function refused(reason: PlacementReason): NodeVerdict {
  return { shouldRun: false, shouldContinue: false, reason };
}
