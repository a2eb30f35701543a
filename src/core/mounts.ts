import { DaemonContainer } from '../host/daemon-container';
import { invalid } from '../host/invalid';
import { assertMountPath, assertSubPathOptions, normalPath } from '../host/paths';
import { shortHash } from '../host/short-hash';
import { VolumeMount } from '../host/volume-mount';
import type * as wire from '../kubernetes/wire/container';

/** What a container mounts, host paths first. */
export interface Mounts {
  readonly volumeMounts: wire.VolumeMount[];
  readonly volumeDevices: wire.VolumeDevice[];
}

/** The mounts of a container, each with the name of its volume. */
export function mountsOf(container: DaemonContainer, isMain: boolean): Mounts {
  return {
    volumeMounts: [
      ...(container.hostPaths ?? []).map(hostPath => hostPath._mount()),
      ...(container.volumes ?? []).map(mount => renderMount(mount, volumeNameOf(container, mount, isMain))),
    ],
    volumeDevices: (container.volumeDevices ?? []).map(({ name, devicePath }) => ({ name, devicePath })),
  };
}

/**
 * The name of a mount's volume. Without one, containers other than the daemon's own put their name before it, so that two
 * containers with an empty directory at /tmp do not share it by accident.
 */
export function volumeNameOf(container: DaemonContainer, mount: VolumeMount, isMain: boolean): string {
  if (mount.name !== undefined) {
    return mount.name;
  }
  const path = mount.mountPath.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'root';
  const name = isMain ? path : `${container.name}-${path}`;
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${shortHash(name)}`;
}

/** Refuses mounts that no container runtime can make. */
export function assertMounts({ volumeMounts }: Mounts): void {
  const paths = new Set<string>();
  for (const { mountPath } of volumeMounts) {
    // Kubernetes compares the text, the kernel the place.
    const path = normalPath(mountPath);
    if (paths.has(path)) {
      throw invalid('mount path', 'used once in a container', mountPath, 'give one of the two another mountPath');
    }
    paths.add(path);
  }
}

function renderMount(mount: VolumeMount, name: string): wire.VolumeMount {
  const { mountPath, readOnly, subPath, subPathExpr, propagation, recursiveReadOnly } = mount;
  assertMountPath(mountPath);
  assertSubPathOptions(mount);
  return { name, mountPath, readOnly, subPath, subPathExpr, mountPropagation: propagation, recursiveReadOnly };
}
