import { spawnSync } from 'child_process';
import { join } from 'path';

/** The programs that tests can run: folders here that say how each is had. */
export type ProgramName = 'node_exporter';

const paths = new Map<ProgramName, string>();

/** The path of a program, built from its sources where that is not done yet; fails where it cannot be. */
export function program(name: ProgramName): string {
  const known = paths.get(name) ?? built(name);
  paths.set(name, known);
  return known;
}

function built(name: ProgramName): string {
  const { status, stdout, stderr } = spawnSync(join(__dirname, 'build'), [name], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`test/programs/build ${name} fails:\n${stderr}`);
  }
  return stdout.trim();
}
