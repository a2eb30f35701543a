import { invalid } from './invalid';

/** Refuses a path that is not absolute or that climbs. */
export function assertAbsolute(what: string, path: string): void {
  if (typeof path === 'string' && /^[A-Za-z]:|\\/.test(path)) {
    throw invalid(what, 'absolute', path, "paths of Linux start with '/' and have no drive");
  }
  if (typeof path === 'string' && path.includes('\0')) {
    throw invalid(what, 'without the character 0, where the kernel ends it', path);
  }
  if (typeof path !== 'string' || !path.startsWith('/')) {
    const likely = typeof path === 'string' ? normalPath(path) : '/';
    throw invalid(what, 'absolute', path, likely === '/' ? undefined : `write '${likely}'`);
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
  if (normalPath(path) === '/') {
    throw invalid('mount path', "below '/'", path, "no container starts with a volume in the place of its own root: choose a path such as '/host'");
  }
}

/** A path as the kernel reads it: `/a//c`, `/a/./c` and `/a/c/` are `/a/c`. */
export function normalPath(path: string): string {
  return `/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`;
}

function assertSubPath(what: string, path: string): void {
  if (typeof path !== 'string' || path.startsWith('/') || path.split('/').includes('..')) {
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

/**
 * Refuses the path of a socket that the kernel does not know.
 * https://man7.org/linux/man-pages/man7/unix.7.html: 108 bytes with the one that ends it.
 *
 * @param shorten what can be made shorter
 */
export function assertSocketPath(path: string, shorten: string): void {
  const { length } = Buffer.from(path);
  if (length > 107) {
    throw invalid('path of a socket', 'at most 107 bytes, as the kernel knows no longer one', path, `it has ${length}: shorten ${shorten}`);
  }
}
