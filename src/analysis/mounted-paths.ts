import type { PlacedContainer } from './daemon';
import { cleanPath } from './paths';
import { isWithin } from '../kubernetes/host-path';
import type { PodSpec } from '../kubernetes/wire/pod-spec';
import type { Volume } from '../kubernetes/wire/volume';

/** A mount of a container together with its volume. */
export interface MountedPath {
  /** The container that has it. */
  readonly by: string;
  /** Nothing where the pod has no volume of that name, which the API server refuses. */
  readonly volume?: Volume;
  readonly mountPath: string;
  /** Path of the node that is mounted, `subPath` included; nothing where it is none of the node, or known to the node alone. */
  readonly hostPath?: string;
  readonly isReadOnly: boolean;
  /** Path within the volume, as far as it is known; empty for the whole of it. */
  readonly subPath: string;
  /** Whether it is a part of the volume, which stays what it was when the container started. */
  readonly isPart: boolean;
  /** Path of the mount in the manifest. */
  readonly field: string;
}

/** What a container has mounted, all paths clean. */
export function mountedPaths({ volumes = [] }: PodSpec, { container, field }: PlacedContainer): MountedPath[] {
  return (container.volumeMounts ?? []).map(({ name, mountPath, readOnly, subPath, subPathExpr }, position) => {
    const volume = volumes.find(candidate => candidate.name === name);
    const hostPath = volume?.hostPath === undefined || subPathExpr ? undefined : cleanPath(`${volume.hostPath.path}/${subPath ?? ''}`);
    return {
      by: container.name,
      volume,
      mountPath: cleanPath(mountPath),
      hostPath,
      isReadOnly: readOnly === true,
      subPath: subPath ?? '',
      isPart: Boolean(subPath || subPathExpr),
      field: `${field}.volumeMounts[${position}]`,
    };
  });
}

/** The mount that a path of a container lies on; nothing where it lies in the container's own file system. */
export function mountAt(mounts: readonly MountedPath[], path: string): MountedPath | undefined {
  return mounts.filter(({ mountPath }) => isWithin(path, mountPath)).sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}

/** The path of the node that a container sees at a path; nothing where it is none of the node. */
export function nodePathAt(mounts: readonly MountedPath[], path: string): string | undefined {
  const mount = mountAt(mounts, path);
  return mount?.hostPath === undefined ? undefined : cleanPath(`${mount.hostPath}/${path.slice(mount.mountPath.length)}`);
}
