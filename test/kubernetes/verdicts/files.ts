import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { basename, dirname, join, relative, resolve } from 'path';
import { parse, stringify } from 'yaml';
import type { Verdict } from './verdict';

export const ROOT = resolve(__dirname, '../../..');
const HEADER = "# What Kubernetes' own code says: npm run judge:update writes this.\n";

/** Where the verdicts on the manifests of a test stand. */
export function fileOfTest(testPath: string): string {
  return join(dirname(testPath), '__verdicts__', `${basename(testPath)}.yaml`);
}

/** Where the verdicts on the manifests of an example stand. */
export function fileOfExample(name: string): string {
  return join(ROOT, 'examples', name, 'verdicts.yaml');
}

/** The verdicts in a file, by digest; none where there is no file. */
export function readVerdicts(file: string): Map<string, Verdict> {
  const verdicts = existsSync(file) ? parse(readFileSync(file, 'utf8')) as Verdict[] : [];
  return new Map(verdicts.map(verdict => [verdict.digest, verdict]));
}

/** Replaces the verdicts in a file, in an order that does not depend on that of the tests. */
export function writeVerdicts(file: string, verdicts: Iterable<Verdict>): void {
  const key = ({ object, digest }: Verdict) => `${object} ${digest}`;
  writeGolden(file, [...verdicts].sort((a, b) => key(a) < key(b) ? -1 : 1));
}

/** Replaces a file with a list; without an entry there is no file. */
export function writeGolden(file: string, entries: readonly unknown[]): void {
  if (entries.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, HEADER + stringify(entries, { lineWidth: 0, aliasDuplicateObjects: false }));
  console.log(`${relative(ROOT, file)}: ${entries.length}`);
}
