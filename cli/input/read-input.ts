import { readFileSync } from 'fs';
import { resolve } from 'path';
import { findFiles, STDIN } from './find-files';
import { fsReason } from './fs-error';
import { withoutDuplicates } from './without-duplicates';
import { Io } from '../io';
import { BadInput } from '../read/bad-input';
import { Manifest } from '../read/manifest';
import { readText } from '../read/read-text';

export interface Input {
  readonly manifests: readonly Manifest[];
  readonly bad: readonly BadInput[];
}

/** Everything that can be read of the paths, and why the rest cannot. */
export async function readInput(paths: readonly string[], io: Io): Promise<Input> {
  const { files, bad: missing } = findFiles(io.cwd, paths);
  const manifests: Manifest[] = [];
  const bad: BadInput[] = [...missing];
  for (const file of files) {
    const source = file === STDIN ? '<stdin>' : file;
    try {
      const read = readText(file === STDIN ? await io.stdin() : readFileSync(resolve(io.cwd, file)), source);
      // No spread: a file may have more objects than a call may have arguments.
      read.manifests.forEach(manifest => manifests.push(manifest));
      read.bad.forEach(problem => bad.push(problem));
    } catch (error) {
      bad.push({ source, message: fsReason(error) });
    }
  }
  const { kept, duplicates } = withoutDuplicates(manifests);
  return { manifests: kept, bad: [...bad, ...duplicates] };
}
