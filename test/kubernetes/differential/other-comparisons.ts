import type { Disagreement } from './comparison';
import { stable } from './comparison';
import type { Judge, Places } from './judge';
import type { Json } from './valid-object';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { decode } from '../../../src/kubernetes/decode';
import { droppedFields } from '../../../src/kubernetes/dropped-fields';
import { identical, rolloutCauses } from '../../../src/kubernetes/equality';
import { judgeNode } from '../../../src/kubernetes/node-predicate';
import { placementOf } from '../../../src/kubernetes/placement';
import type { DaemonSet } from '../../../src/kubernetes/wire/daemon-set';
import type { Node } from '../../../src/kubernetes/wire/node';

const partsOfSeconds = /:\d\d\.\d+(?:Z|[+-])/;

/** Compares on which nodes a daemon runs and stays. */
export async function comparePlacement(judge: Judge, manifest: Json, nodes: Json[]): Promise<Disagreement | undefined> {
  const { stored } = admitDaemonSet(manifest);
  if (stored === undefined) { return undefined; }
  const named = nodes.map((node, i) => ({ ...node, metadata: { ...node.metadata as Json, name: i === 0 ? (node.metadata as Json).name : `n${i}` } }));
  const placement = placementOf(stored.spec.template.spec!);
  const ours = named.map((node) => {
    const { shouldRun, shouldContinue } = judgeNode(placement, node as Node);
    return { shouldRun, shouldContinue };
  });
  let answer: Places;
  try {
    answer = await judge.ask<Places>({ op: 'place', nodes: named, daemonSets: [manifest] });
  } catch {
    return undefined; // a pod that cannot be made
  }
  const theirs = answer.placements[0].nodes.map(({ shouldRun, shouldContinue }) => ({ shouldRun, shouldContinue }));
  return stable(ours) === stable(theirs) ? undefined : { about: 'placement', ours, judge: { theirs, named } };
}

/** Compares whether two DaemonSets are the same, and whether the one can replace the other without a rollout. */
export async function compareIdentity(judge: Judge, a: Json, b: Json): Promise<Disagreement | undefined> {
  if (partsOfSeconds.test(JSON.stringify([a, b]))) { return undefined; } // which the judge still knows, and no store
  const decoded = [decode('DaemonSet', a), decode('DaemonSet', b)];
  if (decoded.some(({ problems }) => problems.length > 0)) { return undefined; }
  if (decoded.some(({ object }) => droppedFields(object as DaemonSet).length > 0)) { return undefined; } // the judge compares what a server drops
  const theirs = await judge.ask<{ identical?: boolean; rollout?: boolean }>({ op: 'identical', a, b });
  if (theirs.identical === undefined) { return undefined; } // an annotation that cannot be converted
  const ours = { identical: identical(a, b).length === 0, rollout: rolloutCauses(a, b).length > 0 };
  return ours.identical === theirs.identical && ours.rollout === theirs.rollout ? undefined : { about: 'identity', ours: { ...ours, differences: identical(a, b) }, judge: theirs };
}
