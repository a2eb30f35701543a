import { readdirSync, realpathSync, Stats, statSync } from 'fs';
import { join, resolve } from 'path';
import { fsReason } from './fs-error';
import { BadInput } from '../read/bad-input';

/** An entry below a directory; its path starts with the directory's as the user typed it. */
export interface Entry {
  readonly path: string;
  readonly isDirectory: boolean;
}

export interface Walked {
  readonly entries: readonly Entry[];
  readonly bad: readonly BadInput[];
}

const MANIFEST = /\.(ya?ml|json)$/i;

/** Whether a file in a directory is taken for manifests. */
export function isManifestName(path: string): boolean {
  return MANIFEST.test(path);
}

/**
 * Files and directories below a directory, sorted; what starts with a dot and node_modules are left out. A directory that links lead
 * to again is walked once.
 */
export function walk(cwd: string, directory: string, enters: (path: string) => boolean = () => true): Walked {
  const entries: Entry[] = [];
  const bad: BadInput[] = [];
  const seen = new Set<string>();
  const visit = (path: string) => {
    try {
      const real = realpathSync(resolve(cwd, path));
      if (seen.has(real)) {
        return;
      }
      seen.add(real);
      for (const name of readdirSync(real).filter(isWalked).sort()) {
        const below = path === '' || path.endsWith('/') ? path + name : `${path}/${name}`;
        const stats = statOf(join(real, name), below);
        if (stats?.isDirectory()) {
          entries.push({ path: below, isDirectory: true });
          if (enters(below)) { visit(below); }
        } else if (stats?.isFile()) {
          entries.push({ path: below, isDirectory: false });
        }
      }
    } catch (error) {
      bad.push({ source: path === '' ? '.' : path, message: fsReason(error) });
    }
  };
  /** A link that leads nowhere matters where a manifest was expected. */
  const statOf = (real: string, path: string): Stats | undefined => {
    try {
      return statSync(real);
    } catch (error) {
      if (isManifestName(path)) { bad.push({ source: path, message: fsReason(error) }); }
      return undefined;
    }
  };
  visit(directory);
  return { entries, bad };
}

function isWalked(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}
