import type { NodeBox, NodeSpace } from './node-space';
import { alternatives, boxOf, spaceOf } from './node-space';
import type { Placement } from './placement';
import type { Requirement } from './requirement';
import { taintBox, taintSpace, toleratesWhatever } from './taint-set';

// Beyond this many pieces a proof is given up: no manifest comes near.
const MOST_PIECES = 5000;

/**
 * Whether two daemons share nodes, by their placements alone: `never` when no node whatsoever runs both, `surely` when every node that
 * runs the one runs the other too, and otherwise `possibly`. A node is any name with any labels and any taints;
 * in particular `kubernetes.io/hostname` need not be the name.
 */
export function share(a: Placement, b: Placement): 'surely' | 'possibly' | 'never' {
  const conditions = [alternatives(a), alternatives(b)];
  const space = spaceOf(conditions.flat(2));
  const [ofA, ofB] = conditions.map((sets) => sets.flatMap((set) => boxOf(set, space) ?? []));
  if (!ofA.some((one) => ofB.some((other) => meet(one, other)))) { return 'never'; }
  const isSure = (toleratesWhatever(b, a) && isCovered(ofA, ofB, space)) || (toleratesWhatever(a, b) && isCovered(ofB, ofA, space));
  return isSure ? 'surely' : 'possibly';
}

/**
 * Whether pods run beside daemons, by their placements alone: `always` when every node that the pods may be on runs one of the daemons, `never` when
 * no node whatsoever runs the pods and one of them, and otherwise `possibly`. A node has at most one taint of a key and an effect.
 */
export function runsBeside(pods: Placement, daemons: readonly Placement[]): 'always' | 'possibly' | 'never' {
  const placements = [pods, ...daemons];
  const conditions = placements.map(alternatives);
  const taints = taintSpace(placements.flatMap(({ tolerations }) => tolerations));
  const space = new Map([...spaceOf(conditions.flat(2)), ...taints]);
  const [own, ...theirs] = conditions.map((sets, i) => {
    const untainted = taintBox(placements[i].tolerations, taints);
    return sets.flatMap((set) => boxOf(set, space) ?? []).map((box): NodeBox => new Map([...box, ...untainted]));
  });
  const covers = theirs.flat();
  if (isCovered(own, covers, space)) { return 'always'; }
  return own.some((one) => covers.some((cover) => meet(one, cover))) ? 'possibly' : 'never';
}

/** Whether no node whatsoever can fulfil the conditions of a placement. */
export function isEmpty(placement: Placement): boolean {
  const conditions = alternatives(placement);
  if (conditions.some(isPlain)) { return false; }
  const space = spaceOf(conditions.flat());
  return conditions.every((set) => boxOf(set, space) === undefined);
}

/** Whether every condition asks for a label of its own, so that none can contradict another; most placements are like that. */
function isPlain(conditions: readonly Requirement[]): boolean {
  return new Set(conditions.map(({ key }) => key)).size === conditions.length
    && conditions.every(({ operator, values = [] }) => operator === 'In' ? values.length > 0 : ['NotIn', 'Exists', 'DoesNotExist'].includes(operator));
}

function meet(a: NodeBox, b: NodeBox): boolean {
  for (const [key, points] of a) {
    const others = b.get(key);
    if (others !== undefined && !points.some((point) => others.includes(point))) { return false; }
  }
  return true;
}

function isCovered(boxes: readonly NodeBox[], covers: readonly NodeBox[], space: NodeSpace): boolean {
  let left = boxes;
  for (const cover of covers) {
    left = left.flatMap((box) => subtract(box, cover, space));
    if (left.length > MOST_PIECES) { return false; }
  }
  return left.length === 0;
}

/** What remains of a set of nodes, in pieces that do not overlap. */
function subtract(box: NodeBox, cover: NodeBox, space: NodeSpace): NodeBox[] {
  const pieces: NodeBox[] = [];
  let rest = box;
  for (const [key, covered] of cover) {
    const points = rest.get(key) ?? space.get(key)!;
    const inside = points.filter((point) => covered.includes(point));
    if (inside.length === 0) { return [box]; }
    if (inside.length === points.length) { continue; }
    pieces.push(new Map(rest).set(key, points.filter((point) => !covered.includes(point))));
    rest = new Map(rest).set(key, inside);
  }
  return pieces;
}
