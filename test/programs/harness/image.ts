import { execFileSync } from 'child_process';
import { chmodSync, copyFileSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { directory } from './directory';
import { program } from './program';

/** Where containers find the programs of their image, before the machine's. */
export const IMAGE = '/image';

/** The directory of a container where its `sleep` counts. */
export const COUNT = '/count';

/** How fast loops go, which the manifests do not say. */
export interface Pace {
  /** How many times shorter than it is asked `sleep` sleeps. @default 1 */
  readonly haste?: number;
  /** The so-manieth `sleep` of a container does not end. @default - each ends */
  readonly rounds?: number;
}

/**
 * What stands for the image alpine: the programs of BusyBox, an `nc` with the options of Alpine's, and the machine's shell, for Debian's
 * BusyBox runs its own programs whatever stands on the PATH. `sleep` is a script, which counts in `COUNT` how often it was asked.
 */
export function alpine({ haste = 1, rounds = 0 }: Pace = {}): string {
  const image = directory();
  copyFileSync(program('busybox'), join(image, 'busybox'));
  chmodSync(join(image, 'busybox'), 0o755);
  const names = execFileSync(join(image, 'busybox'), ['--list'], { encoding: 'utf8' }).trim().split('\n');
  names.filter(name => !['sh', 'ash', 'nc', 'busybox', 'sleep', 'env', 'setpriv'].includes(name)).forEach(name => symlinkSync('busybox', join(image, name)));
  copyFileSync(join(dirname(program('tcp')), 'tcp'), join(image, 'nc'));
  copyFileSync(program('tcp'), join(image, 'tcp'));
  writeFileSync(join(image, 'sleep'), `#!/bin/sh
echo >> ${COUNT}/sleeps
if [ "$(wc -l < ${COUNT}/sleeps)" = ${rounds} ]; then exec busybox sleep 3600; fi
exec busybox sleep "$(awk "BEGIN { print $1 / ${haste} }")"
`);
  chmodSync(join(image, 'sleep'), 0o755);
  return image;
}
