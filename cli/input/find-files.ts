import { realpathSync, statSync } from 'fs';
import { resolve } from 'path';
import { fsReason } from './fs-error';
import { glob, isGlob } from './glob';
import { isManifestName, walk } from './walk';
import { BadInput } from '../read/bad-input';

export interface FoundFiles {
  /** As the user would name them, in the order of the paths; `-` is standard input. */
  readonly files: readonly string[];
  /** Those that nobody named, but a directory that they lie in. */
  readonly walked: ReadonlySet<string>;
  readonly bad: readonly BadInput[];
}

export const STDIN = '-';

/** The files that paths of the command line mean; none twice. */
export function findFiles(cwd: string, paths: readonly string[]): FoundFiles {
  const files = new Map<string, string>();
  const named = new Set<string>();
  const bad: BadInput[] = [];
  const add = (file: string, isNamed = true) => {
    const key = file === STDIN ? STDIN : identityOf(cwd, file);
    if (!files.has(key)) { files.set(key, file); }
    if (isNamed) { named.add(key); }
  };
  const addDirectory = (directory: string) => {
    const walked = walk(cwd, directory === '.' ? '' : directory);
    const manifests = walked.entries.filter(({ path, isDirectory }) => !isDirectory && isManifestName(path));
    manifests.forEach(({ path }) => add(path, false));
    bad.push(...walked.bad);
    return manifests.length + walked.bad.length;
  };
  const addPath = (path: string) => {
    try {
      if (!statSync(resolve(cwd, path)).isDirectory()) {
        add(path);
      } else if (addDirectory(path) === 0) {
        bad.push({ source: path, message: 'it has no *.yaml, *.yml or *.json file' });
      }
    } catch (error) {
      bad.push({ source: path, message: fsReason(error) });
    }
  };
  const addGlob = (pattern: string) => {
    const matches = glob(cwd, pattern);
    matches.files.forEach(file => add(file));
    matches.directories.forEach(addDirectory);
    bad.push(...matches.bad);
    if (matches.files.length + matches.directories.length + matches.bad.length === 0) {
      bad.push({ source: pattern, message: 'no file matches this pattern' });
    }
  };
  for (const path of paths) {
    if (path === STDIN) {
      add(STDIN);
    } else if (path === '') {
      // An unset variable of a script must not mean everything.
      bad.push({ source: "''", message: 'a path is empty: name a file, a directory or -' });
    } else if (isGlob(path) && !exists(cwd, path)) {
      addGlob(path);
    } else {
      addPath(path);
    }
  }
  const walked = [...files].filter(([key]) => !named.has(key)).map(([, file]) => file);
  return { files: [...files.values()], walked: new Set(walked), bad };
}

function exists(cwd: string, path: string): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
}

/** What makes a file the same one, whichever links lead to it. */
function identityOf(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
