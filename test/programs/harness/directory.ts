import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { atEnd } from './cleanup';

/** A directory with these files, as long as the tests of a file run; its path. Everybody may read it, whoever makes it. */
export function directory(files: { readonly [path: string]: string } = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'programs-'));
  atEnd(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
