/**
 * Asks Kubernetes' own code and src/kubernetes the same questions, and fails where they do not agree.
 *
 * `npx tsx test/kubernetes/differential/run.ts [--cases N] [--seed S] [--only TOPIC] [--judge PATH]`; the last of an option counts.
 */
import * as fc from 'fast-check';
import type { Disagreement } from './comparison';
import { builtJudge, Judge } from './judge';
import { minimize } from './minimize';
import type { Topic } from './topics';
import { topics } from './topics';

const BATCH = 200;
const MOST_REPORTS = 10;

async function main(): Promise<void> {
  const seed = Number(option('seed') ?? Date.now() % 1_000_000_000);
  const cases = Number(option('cases') ?? 2000);
  const only = option('only') ?? '';
  const judge = new Judge(option('judge') ?? builtJudge());
  const started = Date.now();
  let disagreements = 0;
  console.log(`seed ${seed}, ${cases} cases`);
  for (const topic of topics().filter(({ name }) => name.includes(only))) {
    const [size, begun] = [cases * topic.inputsPerCase, Date.now()];
    const found = await ask(judge, topic, size, seed);
    disagreements += found;
    console.log(`${topic.name}: ${size} inputs, ${seconds(begun)} s, ${found} disagreements`);
  }
  judge.close();
  const { accepted, refused, undecodable } = judge.verdicts;
  console.log(`${judge.questions} questions (${accepted} accepted, ${refused} refused, ${undecodable} not decoded), ${seconds(started)} s, ${disagreements} disagreements`);
  process.exitCode = disagreements > 0 ? 1 : 0;
}

/** How many inputs of a topic got different answers; the first of each sort are reported in their smallest form. */
async function ask(judge: Judge, topic: Topic, size: number, seed: number): Promise<number> {
  let found = 0;
  const seen = new Set<string>();
  for (let done = 0; done < size; done += BATCH) {
    const inputs = fc.sample(topic.inputs, { seed: seed + done, numRuns: Math.min(BATCH, size - done) }).map(plain);
    await Promise.all(inputs.map(async (input) => {
      const disagreement = await topic.compare(judge, input);
      if (disagreement === undefined) { return; }
      found++;
      if (seen.size < MOST_REPORTS) { await report(judge, topic, input, disagreement, seen); }
    }));
  }
  return found;
}

async function report(judge: Judge, topic: Topic, input: unknown, first: Disagreement, seen: Set<string>): Promise<void> {
  const compare = async (smaller: unknown) => {
    try {
      return await topic.compare(judge, smaller);
    } catch {
      return undefined;
    }
  };
  const smallest = await minimize(input, async (smaller) => (await compare(smaller))?.about === first.about);
  const { about, ours, judge: theirs } = await compare(smallest) ?? first;
  const signature = `${about} ${JSON.stringify(ours)} ${JSON.stringify(theirs)}`.replace(/[0-9]+/g, '#');
  if (seen.has(signature)) { return; }
  seen.add(signature);
  console.log(`\nDISAGREEMENT about ${about}\n  input ${JSON.stringify(smallest)}\n  ours  ${JSON.stringify(ours)}\n  judge ${JSON.stringify(theirs)}\n`);
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function option(name: string): string | undefined {
  const at = process.argv.lastIndexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

void main();
