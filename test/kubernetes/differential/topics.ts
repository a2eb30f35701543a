import * as fc from 'fast-check';
import { companions, compareCompanion } from './companions';
import type { Disagreement } from './comparison';
import { compareCreation } from './comparison';
import type { Judge, Verdict } from './judge';
import { limitedDaemonSets } from './limited-daemon-sets';
import { compareLimits } from './limits';
import type { Mutation } from './mutation';
import { mutate, mutations } from './mutation';
import { compareNamespaceLabels, namespaceLabels } from './namespace-labels';
import { nodes } from './nodes';
import { ordinaryYaml } from './ordinary-yaml';
import { compareIdentity, comparePlacement } from './other-comparisons';
import { comparePodSecurity } from './pod-security';
import { compareProps } from './props';
import { compareQuantities, quantityTexts } from './quantities';
import { compareHostPorts, compareRequests } from './scheduling';
import { securedDaemonSets } from './secured-daemon-sets';
import { compareSelection, selections } from './selectors';
import { daemonSets } from './valid-daemon-set';
import type { Json } from './valid-object';
import { compareYaml } from './yaml';
import { yamlTexts } from './yaml-texts';
import { constructs } from '../../props/assembly-types';
import { recipes } from '../../props/random-props';

/** Of two random props one at least synthesizes. */
const VALID_PROPS = 2;

/** Something that Kubernetes' code and src/kubernetes both answer. */
export interface Topic {
  readonly name: string;
  /** How many inputs there are for each case that the user asks for. */
  readonly inputsPerCase: number;
  readonly inputs: fc.Arbitrary<unknown>;
  readonly compare: (judge: Judge, input: unknown) => Promise<Disagreement | undefined>;
}

/** Everything that is compared. */
export function topics(): Topic[] {
  const pair = fc.tuple(daemonSets(), daemonSets());
  return [
    ...constructs().map(({ name }) => ({
      ...topic(`props of ${name}`, recipes(name), async (judge, recipe) => compareProps(judge, name, recipe)),
      inputsPerCase: VALID_PROPS,
    })),
    topic('creation', changedDaemonSets().map(([, changed]) => changed), async (judge, manifest) =>
      compareCreation(manifest, await judge.ask<Verdict>({ op: 'check', object: manifest }))),
    topic('placement', fc.tuple(changedDaemonSets().map(([, changed]) => changed), nodes()), async (judge, [manifest, some]) => comparePlacement(judge, manifest, some)),
    topic('identity', changedDaemonSets(), async (judge, [a, b]) => compareIdentity(judge, a, b)),
    topic('companions', companions(), compareCompanion),
    topic('quantities', quantityTexts(), compareQuantities),
    topic('selectors', selections(), compareSelection),
    topic('pod security', securedDaemonSets(), comparePodSecurity),
    topic('pod security labels', namespaceLabels(), compareNamespaceLabels),
    topic('limits', limitedDaemonSets(), compareLimits),
    topic('yaml', yamlTexts(), compareYaml),
    topic('ordinary yaml', ordinaryYaml(), compareYaml),
    topic('requests', daemonSets(), compareRequests),
    topic('host ports', pair, async (judge, [a, b]) => compareHostPorts(judge, a, b)),
  ];
}

/** DaemonSets as they were and with up to four changes. */
function changedDaemonSets(): fc.Arbitrary<[Json, Json]> {
  return fc.tuple(daemonSets(), fc.array(mutations(), { maxLength: 4 }))
    .map(([original, changes]) => [original, changes.reduce((manifest: Json, change: Mutation) => mutate(manifest, change), original)]);
}

function topic<T>(name: string, inputs: fc.Arbitrary<T>, compare: (judge: Judge, input: T) => Promise<Disagreement | undefined>): Topic {
  return { name, inputsPerCase: 1, inputs, compare: async (judge, input) => compare(judge, input as T) };
}
