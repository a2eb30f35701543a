import { invalid } from './invalid';

/** Refuses a path that is not absolute or that climbs. */
export function assertAbsolute(what: string, path: string): void {
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw invalid(what, 'absolute', path, `write '/${String(path ?? '').replace(/^(\.\/)+/, '')}'`);
  }
  if (path.split('/').includes('..')) {
    throw invalid(what, "without '..'", path, 'write the path that it leads to');
  }
}

/** Refuses a path inside a container that a container runtime cannot mount. */
export function assertMountPath(path: string): void {
  assertAbsolute('mount path', path);
  if (path.includes(':')) {
    throw invalid('mount path', "without ':'", path, 'container runtimes read it as a separator; choose another path');
  }
}

/** A path as the kernel reads it: `/a//c`, `/a/./c` and `/a/c/` are `/a/c`. */
export function normalPath(path: string): string {
  return `/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`;
}

function assertSubPath(what: string, path: string): void {
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw invalid(what, "relative to the volume and without '..'", path);
  }
}

/** Refuses what no mount may have, of a host path or of any other volume. */
export function assertSubPathOptions(options: { readonly subPath?: string; readonly subPathExpr?: string }): void {
  if (options.subPath !== undefined && options.subPathExpr !== undefined) {
    throw invalid('a mount', 'given subPath or subPathExpr, not both', { subPath: options.subPath, subPathExpr: options.subPathExpr });
  }
  for (const [what, path] of [['subPath', options.subPath], ['subPathExpr', options.subPathExpr]]) {
    if (path !== undefined) {
      assertSubPath(what!, path);
    }
  }
}
