import { invalid } from './invalid';

/** Refuses permission bits that Kubernetes refuses; a mode written in decimal is the usual cause. */
export function assertFileMode(mode: number | undefined): void {
  if (mode !== undefined && (!Number.isInteger(mode) || mode < 0 || mode > 0o777)) {
    throw invalid('file mode', 'from 0 to 0o777', mode, `write it in octal, such as 0o${mode}`);
  }
}

/** Refuses a path of a file in a volume that Kubernetes refuses. */
export function assertFilePath(path: string): void {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..') || path.startsWith('..')) {
    throw invalid('path of a file', "relative to the volume and without '..'", path);
  }
}
