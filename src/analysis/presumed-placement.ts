import { VIRTUAL_NODE_LABELS } from '../kubernetes/node-labels';
import { CONTROL_PLANE_ROLES } from '../kubernetes/node-programs';
import { runsBeside } from '../kubernetes/node-set';
import type { Placement } from '../kubernetes/placement';
import { STATES_OF_NODES, tolerates } from '../kubernetes/toleration';
import type { NodeSelectorRequirement } from '../kubernetes/wire/affinity';

const OS = 'kubernetes.io/os';

/** Labels that the kubelet sets to the same as others. */
const SAME: { readonly [label: string]: string } = { 'beta.kubernetes.io/os': OS, 'beta.kubernetes.io/arch': 'kubernetes.io/arch' };

/** Where pods are placed, and the operating system that they say they are for. */
export interface Placed {
  readonly placement: Placement;
  readonly os?: string;
}

/**
 * Where clients of daemons and these are in any cluster that works: unless a client asks for others, its nodes are machines, with the operating system of
 * the daemons, and no control plane, whose taint it must tolerate; and a daemon stays on its node whatever state this is in.
 */
export function presumedPlacements(client: Placed, daemons: readonly Placed[]): [Placement, Placement[]] {
  const theirs = daemons.map(plain).map(placement => ({ ...placement, tolerations: [...placement.tolerations, ...STATES_OF_NODES] }));
  const own = plain(client);
  const os = mentions(own, OS) ? undefined : ['linux', 'windows'].find(one => runsBeside(requiring({ nodeSelector: {}, tolerations: [] }, osIs(one)), theirs) !== 'never');
  const leftOut = [...VIRTUAL_NODE_LABELS, ...reachesControlPlane(own) ? [] : CONTROL_PLANE_ROLES].filter(label => !mentions(own, label));
  const ordinary = theirs.flatMap(conditionsOf).filter(({ key, operator }) => leftOut.includes(key) && (operator === 'NotIn' || operator === 'DoesNotExist'));
  return [requiring(own, ...os === undefined ? [] : [osIs(os)], ...ordinary), theirs];
}

function reachesControlPlane({ tolerations }: Placement): boolean {
  return CONTROL_PLANE_ROLES.some(key => tolerations.some(one => tolerates(one, { key, effect: 'NoSchedule' })));
}

/** With one name for each label, and the operating system among the conditions. */
function plain({ placement, os }: Placed): Placement {
  const renamed = (key: string) => Object.hasOwn(SAME, key) ? SAME[key] : key;
  const { nodeSelector, terms } = placement;
  const placed = {
    ...placement,
    nodeSelector: Object.fromEntries(Object.entries(nodeSelector).map(([key, value]) => [renamed(key), value])),
    terms: terms?.map(term => ({ ...term, expressions: term.expressions.map(expression => ({ ...expression, key: renamed(expression.key) })) })),
  };
  return os ? requiring(placed, osIs(os)) : placed;
}

function requiring(placement: Placement, ...conditions: readonly NodeSelectorRequirement[]): Placement {
  const terms = placement.terms ?? [{ expressions: [], fields: [] }];
  return { ...placement, terms: terms.map(term => ({ ...term, expressions: [...term.expressions, ...conditions] })) };
}

function conditionsOf({ terms = [] }: Placement): readonly NodeSelectorRequirement[] {
  return terms.flatMap(({ expressions }) => expressions);
}

function mentions(placement: Placement, label: string): boolean {
  return Object.hasOwn(placement.nodeSelector, label) || conditionsOf(placement).some(({ key }) => key === label);
}

function osIs(os: string): NodeSelectorRequirement {
  return { key: OS, operator: 'In', values: [os] };
}
