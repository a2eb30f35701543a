import { invalid } from '../../host/invalid';
import { NodePlatform } from '../../host/node-platform';
import { assertSocketPath, normalPath } from '../../host/paths';

/** The name of the driver's socket in its directory. */
export const SOCKET = 'csi.sock';

/** What a kubelet and a driver must agree on; all of it follows from the root of the kubelet. */
export interface CsiPaths {
  /** Directory of the driver's socket. */
  readonly plugin: string;
  /** The socket, as the kubelet finds it. */
  readonly socket: string;
  /** Directory in which the kubelet looks for registrars. */
  readonly registry: string;
}

/** The paths of a driver on a platform. */
export function csiPaths(platform: NodePlatform, directory: string): CsiPaths {
  const root = normalPath(platform.kubeletRoot);
  const plugin = pluginDirectory(`${root}/plugins`, directory);
  return { plugin, socket: assertSocket(`${plugin}/${SOCKET}`), registry: `${root}/plugins_registry` };
}

/** Refuses a driver whose registrar the kubelet could not connect to. */
export function assertRegistrable({ registry }: CsiPaths, driver: string): void {
  assertSocket(`${registry}/${driver}-reg.sock`);
}

function pluginDirectory(plugins: string, given: string): string {
  const isName = typeof given === 'string' && /^[^/]+$/.test(given) && given !== '.' && given !== '..';
  const path = isName ? `${plugins}/${given}` : typeof given === 'string' && given.startsWith('/') && !given.split('/').includes('..') ? normalPath(given) : undefined;
  if (path === undefined || !path.startsWith(`${plugins}/`) || path.includes(':')) {
    const name = normalPath(String(given)).split('/').slice(-1)[0];
    throw invalid('pluginDirectory', `a directory below '${plugins}', where the kubelet of this platform keeps plugins`, given, `write '${name || 'csi-driver'}'`);
  }
  return path;
}

function assertSocket(path: string): string {
  assertSocketPath(path, 'the name of the driver or its pluginDirectory');
  return path;
}
