/** What `npm run demo` runs: it synthesizes the example platform into dist/ and says what it made. */
import { execFileSync } from 'child_process';
import { readdirSync, readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Daemon } from '../src/analysis/daemon';
import { hostAccess } from '../src/analysis/host-access';
import { nodesInWords } from '../src/analysis/nodes-in-words';

const OUTDIR = join('dist', 'platform');

rmSync(OUTDIR, { recursive: true, force: true });
execFileSync(process.execPath, [...process.execArgv, join(__dirname, 'platform/main.ts')], { env: { ...process.env, CDK8S_OUTDIR: OUTDIR }, stdio: 'inherit' });

for (const file of readdirSync(OUTDIR).sort()) {
  const path = join(OUTDIR, file);
  const manifests = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' }).map(document => document.toJS());
  for (const manifest of manifests.filter(({ kind }) => kind === 'DaemonSet')) {
    print(path, new Daemon(() => manifest.metadata.name, manifest));
  }
  const others = manifests.filter(({ kind }) => kind !== 'DaemonSet').map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  console.log(`${path} also has ${others.join(', ')}\n`);
}

function print(path: string, daemon: Daemon): void {
  const { namespaces, ports, reads, writes, privileged, capabilities } = hostAccess(daemon.pod);
  const touched = [['namespaces', namespaces], ['takes', ports], ['reads', reads], ['writes', writes], ['privileged', privileged], ['capabilities', capabilities]] as const;
  const host = touched.filter(([, words]) => words.length > 0).map(([what, words]) => `${what} ${words.join(', ')}`);
  console.log(`DaemonSet ${daemon.name}
  program  ${daemon.pod.containers.map(({ image }) => image).join(', ')}
  runs on  ${nodesInWords(daemon.pod)}
  host     ${host.length === 0 ? 'nothing of it' : host.join('; ')}
  file     ${path}
`);
}
