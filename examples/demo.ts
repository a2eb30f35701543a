/** What `npm run demo` runs: it synthesizes the example platform into dist/ and says what it made. */
import { execFileSync } from 'child_process';
import { readdirSync, readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { analysis } from '../src';

const OUTDIR = join('dist', 'platform');

rmSync(OUTDIR, { recursive: true, force: true });
execFileSync(process.execPath, [...process.execArgv, join(__dirname, 'platform/main.ts')], { env: { ...process.env, CDK8S_OUTDIR: OUTDIR }, stdio: 'inherit' });

for (const file of readdirSync(OUTDIR).sort()) {
  const path = join(OUTDIR, file);
  const manifests = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' }).map(document => document.toJS());
  analysis.Analysis.of(manifests).daemons.forEach(daemon => print(path, daemon));
  const others = manifests.filter(({ kind }) => kind !== 'DaemonSet').map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  console.log(`${path} also has ${others.join(', ')}\n`);
}

function print(path: string, { name, images, nodes, hostNamespaces, hostPorts, hostPaths, privileged, capabilities }: analysis.DaemonFacts): void {
  const touched = [
    ['namespaces', hostNamespaces], ['takes', hostPorts.map(({ protocol, port }) => `${protocol} ${port}`)],
    ['reads', hostPaths.filter(({ writers }) => writers.length === 0).map(({ path: read }) => read)],
    ['writes', hostPaths.filter(({ writers }) => writers.length > 0).map(({ path: written }) => written)],
    ['privileged', privileged], ['capabilities', capabilities],
  ] as const;
  const host = touched.filter(([, words]) => words.length > 0).map(([what, words]) => `${what} ${words.join(', ')}`);
  console.log(`DaemonSet ${name}
  program  ${images.join(', ')}
  runs on  ${nodes}
  host     ${host.length === 0 ? 'nothing of it' : host.join('; ')}
  file     ${path}
`);
}
