import { spawnSync } from 'child_process';
import { join } from 'path';

/** The programs that tests can run: folders beside this one, each with a script that says how it is had. */
export type ProgramName = 'collectd' | 'gmond' | 'kube-rbac-proxy' | 'monitors' | 'node_exporter' | 'otelcol';

const paths = new Map<ProgramName, string>();

/** The path of a program, built or unpacked where that is not done yet; fails where it cannot be. */
export function program(name: ProgramName): string {
  const known = paths.get(name) ?? made(name);
  paths.set(name, known);
  return known;
}

function made(name: ProgramName): string {
  const { status, stdout, stderr } = spawnSync(join(__dirname, '../build'), [name], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`test/programs/build ${name} fails:\n${stderr}`);
  }
  return stdout.trim();
}
