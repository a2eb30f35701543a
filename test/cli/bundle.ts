import { spawnSync } from 'child_process';
import { join, resolve } from 'path';
import { directoryWith } from './run';

export const ROOT = resolve(__dirname, '../..');

/** A directory with what cli/build.js makes. */
export function bundle(): string {
  const directory = directoryWith();
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'cli/build.js'), '--outdir', directory], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return directory;
}
