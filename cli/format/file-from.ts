import { relative, resolve, sep } from 'path';

/** A file as seen from the working directory, with slashes; names that are no file, such as `<stdin>`, stay. */
export function fileFrom(cwd: string, source: string): string {
  return source.startsWith('<') ? source : relative(cwd, resolve(cwd, source)).split(sep).join('/') || '.';
}
