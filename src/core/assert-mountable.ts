import { invalid } from '../host/invalid';
import { normalPath } from '../host/paths';
import { isWithin, placeOf } from '../kubernetes/host-path';
import type { Container, VolumeMount } from '../kubernetes/wire/container';
import type { Volume } from '../kubernetes/wire/volume';

/** Refuses a mount of a directory of the node with which its container could not start beside its other mounts and devices. */
export function assertMountable({ name, volumeMounts, volumeDevices }: Container, mount: VolumeMount, volumes: readonly Volume[]): void {
  const what = ({ mountPath }: VolumeMount) => `mount '${mountPath}' of container '${name}'`;
  const device = (volumeDevices ?? []).find(({ devicePath }) => normalPath(devicePath) === normalPath(mount.mountPath));
  if (device !== undefined) {
    throw invalid(what(mount), 'where the container has no block device', device, 'mount the directory at another path');
  }
  for (const other of volumeMounts ?? []) {
    const [outer, inner] = isInside(mount, other) ? [other, mount] : [mount, other];
    if (isInside(inner, outer) && isClosed(outer, inner, volumes)) {
      throw invalid(what(inner), `outside of '${outer.mountPath}', where a directory of the node is mounted read-only`, inner,
        'the runtime can make no mount point in it: mount one of the two elsewhere');
    }
  }
}

function isInside({ mountPath: inner }: VolumeMount, { mountPath: outer }: VolumeMount): boolean {
  return normalPath(inner) !== normalPath(outer) && isWithin(normalPath(inner), normalPath(outer));
}

/** Whether a mount lacks a mount point for another in it; one is there where both lead to the same place of the node. */
function isClosed(outer: VolumeMount, inner: VolumeMount, volumes: readonly Volume[]): boolean {
  const place = nodePathOf(outer, volumes);
  const rest = normalPath(inner.mountPath).slice(normalPath(outer.mountPath).length);
  return outer.readOnly === true && place !== undefined && placeOf(`${place}/${rest}`) !== nodePathOf(inner, volumes);
}

/** Where on the node a mount leads; undefined where that is not known or not on the node. */
function nodePathOf({ name, subPath = '', subPathExpr }: VolumeMount, volumes: readonly Volume[]): string | undefined {
  const path = volumes.find(volume => volume.name === name)?.hostPath?.path;
  return path === undefined || subPathExpr !== undefined ? undefined : placeOf(`${path}/${subPath}`);
}
