import type { Daemon } from './daemon';
import { HostMount, hostMounts } from './host-mounts';
import { placeOf } from '../kubernetes/host-path';
import type { Container } from '../kubernetes/wire/container';

const REGISTRY = /\/plugins_registry$/;

/** The mounts of the directory in which the kubelet looks for the sockets of plugins. */
export function registryMounts(daemon: Daemon): HostMount[] {
  return hostMounts(daemon).filter(({ path }) => REGISTRY.test(placeOf(path)));
}

/** The directories of a container in which it expects the socket of a CSI driver. */
export function socketDirectories({ command = [], args = [], env = [] }: Container): Set<string> {
  const values = new Map(env.map(({ name, value = '' }) => [name, value]));
  const words = [...command, ...args].map(word => word.replace(/\$\(([^)]*)\)/g, (whole, name) => values.get(name) ?? whole));
  const flags = words.flatMap((word, i) => {
    const [, value] = /^--?(?:csi-address|endpoint)(?:=(.*))?$/.exec(word) ?? ['', ''];
    return [value ?? words[i + 1] ?? ''];
  });
  const sockets = [...flags, values.get('CSI_ENDPOINT') ?? ''].map(socket => placeOf(socket.replace(/^unix:\/*/, '/')));
  return new Set(['/csi', ...sockets.filter(socket => socket.endsWith('.sock')).map(socket => socket.replace(/\/[^/]*$/, ''))]);
}
