import { Mounts } from './mounts';
import { DaemonContainer } from '../host/daemon-container';
import { shortHash } from '../host/short-hash';
import type { VolumeMount } from '../kubernetes/wire/container';
import type { Volume } from '../kubernetes/wire/volume';

/**
 * Whether a container gets an empty directory at /tmp: its image is read-only because nobody said otherwise, and a program that
 * cannot write a temporary file stops in ways that nobody expects.
 */
export function needsTmp(container: DaemonContainer, mounts: Mounts): boolean {
  return container.securityContext === undefined && !mounts.volumeMounts.some(({ mountPath }) => /^\/(tmp\/?)?$/.test(mountPath));
}

/** The mount of that directory. */
export function tmpMount(container: DaemonContainer): VolumeMount {
  return { name: volumeName(container), mountPath: '/tmp' };
}

/** The volume of that directory. */
export function tmpVolume(container: DaemonContainer): Volume {
  return { name: volumeName(container), emptyDir: {} };
}

function volumeName({ name }: DaemonContainer): string {
  return name!.length <= 59 ? `${name}-tmp` : `${name!.slice(0, 50)}-${shortHash(name!)}-tmp`;
}
