import { commandLine } from './command-line';
import type { Daemon, PlacedContainer } from './daemon';
import { filledFlags, filledIn, Flag, valueOf } from './flags';
import { HostMount, hostMounts } from './host-mounts';
import { directoryOf } from './paths';
import { isWithin, placeOf } from '../kubernetes/host-path';

const REGISTRY = /\/plugins_registry$/;

/** A container that tells the kubelet of a driver. */
export interface Registrar {
  readonly placed: PlacedContainer;
  /** What it gives the kubelet: a path of the node. */
  readonly path: Flag & { readonly value: string };
  /** Where it asks the driver: a path of its own. */
  readonly socket?: string;
}

/** The mounts of the directory in which the kubelet looks for the sockets of plugins. */
export function registryMounts(daemon: Daemon): HostMount[] {
  return hostMounts(daemon).filter(({ path }) => REGISTRY.test(placeOf(path)));
}

/** The registrars of a daemon whose registration path is known. Many checks ask for them. */
export function registrars(daemon: Daemon): readonly Registrar[] {
  return daemon.once(registrarsOf);
}

function registrarsOf({ containers }: Daemon): Registrar[] {
  return containers.filter(placed => !placed.isInit && isRegistrar(placed)).flatMap(placed => {
    const flags = filledFlags(placed);
    const path = valueOf(flags, 'kubelet-registration-path');
    const isAddressed = flags.some(({ name }) => name === 'csi-address');
    const address = isAddressed ? valueOf(flags, 'csi-address')?.value : '/run/csi/socket';
    return path?.value === undefined ? [] : [{ placed, path: { ...path, value: path.value }, socket: address && socketPath(address) }];
  });
}

/** Whether a container says that it is a registrar, known or not. */
export function isRegistrar(placed: PlacedContainer): boolean {
  return commandLine(placed).some(({ text }) => /^--?kubelet-registration-path(=|$)/.test(text));
}

/** The sockets that a container serves a driver on, as far as the manifest says. */
export function endpointsOf(placed: PlacedContainer): string[] {
  const { container } = placed;
  const inEnv = (container.env ?? []).flatMap(({ name, value }) => name === 'CSI_ENDPOINT' && value ? [filledIn(container, value)] : []);
  return [...inEnv, valueOf(filledFlags(placed), 'endpoint', 'csi-socket-path')?.value ?? ''].filter(address => /^(unix:|\/)/.test(address)).map(socketPath);
}

/** The directories of a container in which it expects the socket of a CSI driver. */
export function socketDirectories(placed: PlacedContainer): Set<string> {
  const sockets = [...endpointsOf(placed), socketPath(valueOf(filledFlags(placed), 'csi-address')?.value ?? '')];
  return new Set(['/csi', ...sockets.filter(socket => socket.endsWith('.sock')).map(directoryOf)]);
}

/** Where a path of a container lies on the node: nowhere, where no path of the node is mounted there; nothing where that is not known. */
export function placeAt({ pod: { volumes = [] } }: Daemon, { container }: PlacedContainer, path: string): { readonly place?: string } | undefined {
  const mounts = (container.volumeMounts ?? []).map(mount => ({ ...mount, at: placeOf(mount.mountPath) })).filter(({ at }) => isWithin(path, at));
  const [nearest] = mounts.sort((a, b) => b.at.length - a.at.length);
  const volume = volumes.find(({ name }) => name === nearest?.name);
  if (nearest !== undefined && (volume === undefined || nearest.subPathExpr)) {
    return undefined;
  }
  return volume?.hostPath === undefined ? {} : { place: placeOf(`${volume.hostPath.path}/${nearest.subPath ?? ''}/${path.slice(nearest.at.length)}`) };
}

function socketPath(address: string): string {
  return placeOf(address.replace(/^unix:\/*/, /^unix:\/*[A-Za-z]:/.test(address) ? '' : '/'));
}
