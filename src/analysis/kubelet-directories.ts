import { placeAt, registrars, registryMounts } from './csi';
import type { Daemon } from './daemon';
import { HostMount, hostMounts } from './host-mounts';
import { isWithin, placeOf } from '../kubernetes/host-path';

/** A mount of the directory in which a driver mounts volumes for pods. */
export interface KubeletMount extends HostMount {
  /** The root directory of the kubelet that the path on the node is below. */
  readonly root: string;
  /** The one that the path in the container is below, where it ends alike. */
  readonly rootInside?: string;
}

/** A place where a manifest says what the root directory of the kubelet is. */
export interface RootClaim {
  readonly root: string;
  /** Who says so, such as `--kubelet-registration-path`. */
  readonly by: string;
  readonly field: string;
}

const PARTS = /^(.*\/kubelet)(?=$|\/(?:pods|plugins)(?:$|\/kubernetes\.io(?:$|\/)))/;

/** The mounts through which a CSI driver makes volumes appear on the node. */
export function kubeletMounts(daemon: Daemon): KubeletMount[] {
  const registries = registryMounts(daemon).map(({ place }) => place.replace(/\/plugins_registry$/, ''));
  return hostMounts(daemon).filter(({ isShared }) => isShared).flatMap(mount => {
    const root = registries.find(one => isWithin(mount.place, one)) ?? PARTS.exec(mount.place)?.[1];
    if (root === undefined || !/^$|^\/(pods|plugins)($|\/kubernetes\.io($|\/))/.test(mount.place.slice(root.length))) {
      return [];
    }
    const [inside, tail] = [placeOf(mount.mountPath), mount.place.slice(root.length)];
    return [{ ...mount, root, rootInside: inside.endsWith(tail) ? inside.slice(0, inside.length - tail.length) || '/' : undefined }];
  });
}

/** What a manifest says of the kubelet's root directory, by everything that a CSI plugin needs of it. */
export function rootClaims(daemon: Daemon): RootClaim[] {
  return [
    ...registryMounts(daemon).map(({ place, path, volumeField }) => claim(place.replace(/\/plugins_registry$/, ''), path, `${volumeField}.path`)),
    ...kubeletMounts(daemon).flatMap(({ root, rootInside, path, mountPath, volumeField, mountField }) => [
      claim(root, path, `${volumeField}.path`),
      ...rootInside?.endsWith('/kubelet') ? [claim(rootInside, mountPath, `${mountField}.mountPath`)] : [],
    ]),
    ...registrars(daemon).flatMap(({ placed, path, socket }) => [
      ...ofPlugin(placeOf(path.value), path.value, path.field),
      ...ofPlugin(socket === undefined ? '' : placeAt(daemon, placed, socket)?.place ?? '', '', placed.field),
    ]),
  ];
}

function claim(root: string, by: string, field: string): RootClaim {
  return { root, by, field };
}

/** A socket lies at `plugins/<driver>/<socket>` of the root. */
function ofPlugin(place: string, by: string, field: string): RootClaim[] {
  const [, root] = /^(.+)\/plugins\/[^/]+\/[^/]+$/.exec(place) ?? [];
  return root === undefined ? [] : [claim(root, by || place, field)];
}
