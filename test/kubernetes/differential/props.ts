import type { Disagreement } from './comparison';
import { expectsOtherFamily, waitsForItself, wrongClient } from './expectations';
import type { Judge, Verdict } from './judge';
import type { Recipe } from '../../props/recipe';
import { synthesize } from '../../props/recipe';
import { isForeign } from '../verdicts/verdict';

/** What the library refuses it throws as a plain error; what the language or cdk8s throws is a crash. */
export function isCrash(error: Error): boolean {
  return error.constructor !== Error || error.message.startsWith('Failed serializing');
}

/** Compares what a user may synthesize with what Kubernetes takes: all of it. */
export async function compareProps(judge: Judge, construct: string, recipe: Recipe): Promise<Disagreement | undefined> {
  let manifests: any[];
  try {
    manifests = synthesize(construct, recipe);
  } catch (error) {
    const { message, stack } = error as Error;
    return isCrash(error as Error) ? { about: `a crash: ${message}`, ours: stack, judge: 'not asked' } : undefined;
  }
  for (const manifest of manifests.filter((one) => !isForeign(one))) {
    const wrong = waitsForItself(manifest) ?? wrongClient(manifest, recipe);
    if (wrong !== undefined) { return { about: wrong, ours: manifest, judge: 'not asked' }; }
    const verdict = await judge.ask<Verdict>({ op: 'check', object: manifest });
    if (expectsOtherFamily(verdict)) { continue; }
    if (!verdict.accepted || verdict.pod?.accepted === false) {
      return { about: `a refused ${manifest.kind}`, ours: manifest, judge: verdict.decodeErrors ?? verdict.errors ?? verdict.pod };
    }
  }
  return undefined;
}
