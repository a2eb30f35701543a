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
  /** Files of directories that have nothing to do with Kubernetes, such as the values of a chart. */
  readonly others: readonly string[];
}

/** Everything that can be read of the paths, and why the rest cannot. */
export async function readInput(paths: readonly string[], io: Io): Promise<Input> {
  const { files, walked, bad: missing } = findFiles(io.cwd, paths);
  const manifests: Manifest[] = [];
  const bad: BadInput[] = [...missing];
  const others = new Map<string, readonly BadInput[]>();
  for (const file of files) {
    const source = file === STDIN ? '<stdin>' : file;
    try {
      const read = readText(file === STDIN ? await io.stdin() : readFileSync(resolve(io.cwd, file)), source);
      if (walked.has(file) && read.manifests.length === 0 && read.bad.length > 0 && read.bad.every(({ isOther }) => isOther)) {
        others.set(file, read.bad);
        continue;
      }
      // No spread: a file may have more objects than a call may have arguments.
      read.manifests.forEach(manifest => manifests.push(manifest));
      read.bad.forEach(problem => bad.push(problem));
    } catch (error) {
      bad.push({ source, message: fsReason(error) });
    }
  }
  const { kept, duplicates } = withoutDuplicates(manifests);
  // Who checks a directory without a single manifest named the wrong one.
  return kept.length === 0
    ? { manifests: kept, bad: [...bad, ...[...others.values()].flat()], others: [] }
    : { manifests: kept, bad: [...bad, ...duplicates], others: [...others.keys()] };
}
