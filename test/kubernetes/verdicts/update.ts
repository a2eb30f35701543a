/**
 * Asks the judge about every manifest of the examples and the tests, and writes all verdicts anew.
 *
 * A test that fails may not have made all its manifests: then its file keeps the verdicts that it had, and this fails.
 * Paths of tests as arguments ask about these alone: `npm run judge:update -- test/daemons`.
 */
import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { fileOfExample, fileOfTest, readVerdicts, ROOT, writeGolden, writeVerdicts } from './files';
import type { Manifest, Verdict } from './verdict';
import { digestOf, verdictOn } from './verdict';
import { committed, EXAMPLES, manifests } from '../../examples/example';
import { COMPARISONS, pairOf, pairs } from '../../examples/pairs';
import { builtJudge, Judge } from '../differential/judge';

type Recorded = Map<string, Manifest[]>;

const ONLY = process.argv.slice(2);

async function main(): Promise<void> {
  const judge = new Judge(builtJudge());
  const ask = async (list: readonly Manifest[]) => {
    const distinct = new Map(list.map(manifest => [digestOf(manifest), manifest]));
    return Promise.all([...distinct.values()].map(async manifest => verdictOn(judge, manifest)));
  };
  for (const name of ONLY.length > 0 ? [] : EXAMPLES) {
    writeVerdicts(fileOfExample(name), await ask(Object.keys(committed(name)).flatMap(file => manifests(name, file))));
  }
  writeGolden(COMPARISONS, await Promise.all(pairs().map(async ({ row, a, b }) => {
    const { identical, rollout } = await judge.ask<{ identical: boolean; rollout: boolean }>({ op: 'identical', a, b });
    return { row, pair: pairOf(a, b), identical, rollout };
  })));

  const { recorded, failed } = runTests();
  const old = ONLY.length > 0 ? [] : verdictFiles();
  const wanted = [...recorded.keys()].map(fileOfTest);
  for (const [testPath, list] of recorded) {
    const file = fileOfTest(testPath);
    const kept: Iterable<[string, Verdict]> = failed.has(testPath) ? readVerdicts(file) : [];
    const fresh = (await ask(list)).map((verdict): [string, Verdict] => [verdict.digest, verdict]);
    writeVerdicts(file, new Map([...kept, ...fresh]).values());
  }
  const spared = [...failed].map(fileOfTest);
  old.filter(file => !wanted.includes(file) && !spared.includes(file)).forEach(file => rmSync(file));
  failed.forEach(test => console.error(`${relative(ROOT, test)} fails: repair it and run this again, it may make other manifests`));
  judge.close();
  process.exitCode = failed.size > 0 ? 1 : 0;
}

/** The manifests that the tests make, by test file. */
function runTests(): { recorded: Recorded; failed: Set<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'node-daemons-manifests-'));
  try {
    const report = join(folder, 'report.json');
    const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--ci', '--silent', '--json', `--outputFile=${report}`, ...ONLY];
    spawnSync(process.execPath, jest, { cwd: ROOT, env: { ...process.env, NODE_DAEMONS_RECORD: folder }, stdio: ['ignore', 'ignore', 'ignore'] });
    if (!existsSync(report)) { throw new Error('jest did not run: see npx jest'); }
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: { name: string; status: string }[] };
    const recorded: Recorded = new Map();
    for (const file of readdirSync(folder).filter(name => name.endsWith('.jsonl'))) {
      for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
        const { testPath, manifest } = JSON.parse(line) as { testPath: string; manifest: Manifest };
        recorded.set(testPath, [...recorded.get(testPath) ?? [], manifest]);
      }
    }
    return { recorded, failed: new Set(testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function verdictFiles(): string[] {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  return names.filter(name => /__verdicts__\/[^/]+\.test\.ts\.yaml$/.test(name)).map(name => join(ROOT, 'test', name));
}

void main();
