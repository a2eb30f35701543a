const PROTECTED = new Set([
  '/', '/etc', '/var/log', '/var/run', '/run', '/var/lib', '/var/lib/kubelet', '/opt', '/usr', '/boot', '/root', '/home', '/proc', '/sys',
]);

/**
 * Whether a directory belongs to the whole node; what lies below one belongs to one program more often than not.
 *
 * @param path without doubled slashes and without one at the end
 */
export function isProtectedDirectory(path: string): boolean {
  return PROTECTED.has(path);
}
