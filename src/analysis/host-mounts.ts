import type { Daemon, PlacedContainer } from './daemon';
import { placeOf } from '../kubernetes/host-path';

/** A path of the node in a container. */
export interface HostMount extends PlacedContainer {
  /** The path of the volume, as the manifest writes it. */
  readonly path: string;
  /** What is mounted: the path in one spelling, a sub-path included. */
  readonly place: string;
  readonly type: string;
  readonly mountPath: string;
  readonly isWritable: boolean;
  /** Whether what the container mounts below it appears on the node. */
  readonly isShared: boolean;
  /** Path of the volume's source, such as `spec.template.spec.volumes[0].hostPath`. */
  readonly volumeField: string;
  /** Path of the mount. */
  readonly mountField: string;
}

/** The paths of the node that containers of a daemon mount. Many checks ask for them. */
export function hostMounts(daemon: Daemon): readonly HostMount[] {
  return daemon.once(mountsOf);
}

function mountsOf(daemon: Daemon): HostMount[] {
  const volumes = new Map((daemon.pod.volumes ?? []).flatMap(({ name, hostPath }, position) =>
    hostPath === undefined ? [] : [[name, { hostPath, volumeField: `spec.template.spec.volumes[${position}].hostPath` }]]));
  return volumes.size === 0 ? [] : daemon.containers.flatMap(placed => (placed.container.volumeMounts ?? []).flatMap((mount, position) => {
    const volume = volumes.get(mount.name);
    if (volume === undefined) {
      return [];
    }
    const { path, type = '' } = volume.hostPath;
    return [{
      // Spread, each mount would get a shape of its own, which is many times slower and larger.
      container: placed.container,
      field: placed.field,
      isInit: placed.isInit,
      path,
      place: placeOf(mount.subPath ? `${path}/${mount.subPath}` : path),
      type,
      mountPath: mount.mountPath,
      isWritable: mount.readOnly !== true,
      isShared: mount.mountPropagation === 'Bidirectional',
      volumeField: volume.volumeField,
      mountField: `${placed.field}.volumeMounts[${position}]`,
    }];
  }));
}

/** The mounts without those of a volume that came before: one for each volume. */
export function byVolume(mounts: readonly HostMount[]): HostMount[] {
  return [...new Map([...mounts].reverse().map(mount => [mount.volumeField, mount])).values()].reverse();
}
