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
  return container.securityContext?._isReadOnlyByDefault !== false && !mounts.volumeMounts.some(({ mountPath }) => /^\/(tmp\/?)?$/.test(mountPath));
}

/** The mount of that directory. */
export function tmpMount(volume: Volume): VolumeMount {
  return { name: volume.name, mountPath: '/tmp' };
}

/**
 * The volume of that directory.
 *
 * @param others volumes of the pod, of which one may have its name
 */
export function tmpVolume({ name }: DaemonContainer, others: readonly Volume[]): Volume {
  const own = `${name}-tmp`;
  const isFree = own.length <= 63 && !others.some(other => other.name === own);
  return { name: isFree ? own : `${name!.slice(0, 50)}-${shortHash(name!)}-tmp`, emptyDir: {} };
}
