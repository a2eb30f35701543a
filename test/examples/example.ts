import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parseAllDocuments } from 'yaml';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'examples');

/** Names of all examples: folders with a program. */
export const EXAMPLES: readonly string[] = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name).sort();

/** Files by their names. */
export type Output = { readonly [file: string]: string };

/** Runs an example as its user would, as a process of its own, and returns the files that it writes. */
export function synthesize(name: string): Output {
  const outdir = mkdtempSync(join(tmpdir(), 'node-daemons-example-'));
  try {
    const program = ['--tsconfig', join(FOLDER, 'tsconfig.json'), join(FOLDER, name, 'main.ts')];
    execFileSync(join(ROOT, 'node_modules/.bin/tsx'), program, { env: { ...process.env, CDK8S_OUTDIR: outdir }, stdio: 'pipe' });
    return filesOf(outdir, '');
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The output of an example that is committed beside its program. */
export function committed(name: string): Output {
  return filesOf(join(FOLDER, name), '.k8s.yaml');
}

/** Replaces the committed output of an example. */
export function writeOutput(name: string, output: Output): void {
  for (const file of Object.keys(committed(name))) {
    rmSync(join(FOLDER, name, file));
  }
  for (const [file, text] of Object.entries(output)) {
    writeFileSync(join(FOLDER, name, file), text);
  }
}

/** The objects in a file of an example. */
export function manifests(name: string, file: string): any[] {
  return parseAllDocuments(committed(name)[file], { version: '1.1' }).map(document => document.toJS());
}

function filesOf(folder: string, ending: string): Output {
  return Object.fromEntries(readdirSync(folder).filter(file => file.endsWith(ending)).sort().map(file => [file, readFileSync(join(folder, file), 'utf8')]));
}
