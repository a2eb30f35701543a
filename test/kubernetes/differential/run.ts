/**
 * Asks Kubernetes' own code and src/kubernetes the same questions, and fails where they do not agree.
 *
 * `npx tsx test/kubernetes/differential/run.ts --judge PATH [--cases N] [--seed S]`
 */
import * as fc from 'fast-check';
import type { Disagreement } from './comparison';
import { compareCreation } from './comparison';
import { Judge } from './judge';
import { minimize } from './minimize';
import type { Mutation } from './mutation';
import { mutate, mutations } from './mutation';
import { nodes } from './nodes';
import { compareIdentity, comparePlacement } from './other-comparisons';
import type { Json } from './valid-daemon-set';
import { daemonSets } from './valid-daemon-set';

const BATCH = 200;
const MOST_REPORTS = 20;

interface Case { readonly manifest: Json; readonly original: Json; readonly others: Json[] }

async function main(): Promise<void> {
  const seed = Number(option('seed') ?? Date.now() % 1_000_000_000);
  const cases = Number(option('cases') ?? 2000);
  const judge = new Judge(option('judge')!);
  console.log(`seed ${seed}, ${cases} cases`);
  const started = Date.now();
  const counts = { accepted: 0, refused: 0, undecodable: 0 };
  const seen = new Set<string>();
  for (let done = 0; done < cases; done += BATCH) {
    await Promise.all(batch(seed + done, Math.min(BATCH, cases - done)).map(async (one) => {
      const verdict = await judge.ask<Parameters<typeof compareCreation>[1]>({ op: 'check', object: one.manifest });
      counts[verdict.accepted ? 'accepted' : verdict.stage === 'decode' ? 'undecodable' : 'refused']++;
      const found = await disagreement(judge, one);
      if (found !== undefined) { await report(judge, one, found, seen); }
    }));
  }
  judge.close();
  const seconds = (Date.now() - started) / 1000;
  console.log(`${JSON.stringify(counts)}, ${judge.questions} questions, ${seconds.toFixed(1)} s, disagreements: ${seen.size}`);
  process.exitCode = seen.size > 0 ? 1 : 0;
}

function batch(seed: number, size: number): Case[] {
  const cases = fc.record({ original: daemonSets(), changes: fc.array(mutations(), { maxLength: 4 }), others: nodes() });
  return fc.sample(cases, { seed, numRuns: size }).map(({ original, changes, others }) => ({
    original: plain(original),
    manifest: plain(changes.reduce((manifest: Json, change: Mutation) => mutate(manifest, change), original)),
    others: others.map(plain),
  }));
}

async function disagreement(judge: Judge, { manifest, original, others }: Case): Promise<Disagreement | undefined> {
  return await creation(judge, manifest) ?? await comparePlacement(judge, manifest, others) ?? compareIdentity(judge, original, manifest);
}

async function creation(judge: Judge, manifest: Json): Promise<Disagreement | undefined> {
  return compareCreation(manifest, await judge.ask({ op: 'check', object: manifest }));
}

/** Reports each kind of disagreement once, with the smallest manifest that shows it. */
async function report(judge: Judge, one: Case, found: Disagreement, seen: Set<string>): Promise<void> {
  if (seen.size >= MOST_REPORTS) { return; }
  const same = async (manifest: unknown) => {
    try {
      return (await disagreement(judge, { ...one, manifest: manifest as Json }))?.about === found.about;
    } catch {
      return false;
    }
  };
  const manifest = await minimize(one.manifest, same);
  const smallest = (await disagreement(judge, { ...one, manifest: manifest as Json })) ?? found;
  const signature = `${smallest.about} ${JSON.stringify(smallest.ours)} ${JSON.stringify(smallest.judge)}`.replace(/[0-9]+/g, '#');
  if (seen.has(signature)) { return; }
  seen.add(signature);
  console.log(`\nDISAGREEMENT about ${smallest.about}\n  manifest ${JSON.stringify(manifest)}`);
  console.log(`  ours  ${JSON.stringify(smallest.ours)}\n  judge ${JSON.stringify(smallest.judge)}`);
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

void main();
