import type { IConstruct } from 'constructs';
import { changeContainers, ContainerChoice, podEdit, withMount, withVolume } from './edit-pod';
import { editWorkload } from './workload-edits';
import { withUse } from '../analysis/uses';
import { assertSomeOrAbsent } from '../host/assert-some-or-absent';
import { assertFields, assertKnownFields, assertOneOfEnum, assertYesOrNo, checkedType } from '../host/checked-type';
import { copyOf } from '../host/copy';
import { HostPath } from '../host/host-path';
import { HostPathType } from '../host/host-path-type';
import { invalid } from '../host/invalid';
import { MountIntoOptions } from '../host/mount-into-options';
import { MountPropagation } from '../host/mount-propagation';
import { NodePlatform } from '../host/node-platform';
import { assertMountPath, normalPath } from '../host/paths';
import { assertDirectoryType, SharedDirectory } from '../host/shared-directory';
import type { Container, VolumeMount } from '../kubernetes/wire/container';
import type { PodSpec } from '../kubernetes/wire/pod-spec';
import type { Volume } from '../kubernetes/wire/volume';

/** A directory that is mounted, and by whose leave. */
export interface SharedMount {
  readonly directory: SharedDirectory;
  readonly platform: NodePlatform;
  /** Whether the daemon accepted, with a reason, that directories of the whole node are written. */
  readonly isWritingAccepted: boolean;
  /** How the workload names the daemon; undefined where it does not. */
  readonly uses?: readonly string[];
}

/** Mounts a directory of the node into the containers of a workload. */
export function mountInto(workload: IConstruct, mountPath: string, written: MountIntoOptions, shared: SharedMount): void {
  assertMountPath(mountPath);
  const options = checked(written, shared);
  const { directory, platform, uses } = shared;
  const { readOnly = true, type = checkedType(platform, directory.path, HostPathType.DIRECTORY), propagation, subPath, volumeName } = options;
  const hostPath = HostPath[readOnly ? 'readOnly' : 'readWrite'](directory.path, { mountPath, type, propagation: wireOf(propagation), subPath, volumeName });
  const volume: Volume = { name: hostPath.volumeName, hostPath: hostPath._source(platform) };
  const edit = podEdit(pod => mountedIn(pod, options, volumeName === undefined ? volumeLike(pod, volume) : volume, hostPath._mount()));
  editWorkload(workload, manifest => uses === undefined ? edit(manifest) : withUse(edit(manifest), uses));
}

function checked(options: MountIntoOptions, { directory, isWritingAccepted }: SharedMount): MountIntoOptions {
  assertFields('options of a mount', options, '{ readOnly: false }');
  assertKnownFields('options of a mount', options, ['readOnly', 'type', 'propagation', 'subPath', 'volumeName', 'containers', 'initContainers']);
  const { readOnly, type, propagation, containers, initContainers, subPath } = options;
  assertYesOrNo('readOnly', readOnly);
  assertYesOrNo('initContainers', initContainers);
  assertDirectoryType(type);
  assertOneOfEnum('propagation', propagation, 'MountPropagation', MountPropagation);
  assertSomeOrAbsent('containers', 'name', containers, 'leave it out for all containers');
  const root = directory._protected(subPath);
  if (readOnly === false && root !== undefined && !isWritingAccepted) {
    throw invalid('readOnly', `true for '${root}', which belongs to the whole node`, false,
      'mount a directory below it, with subPath, or acknowledge ND402 with a reason in the daemon, before this call');
  }
  return copyOf(options);
}

/** Not at all is what Kubernetes does where nothing is said. */
function wireOf(propagation = MountPropagation.HOST_TO_CONTAINER): MountPropagation | undefined {
  return propagation === MountPropagation.NONE ? undefined : propagation;
}

/** The volume of the pod with the same path, where it has one. */
function volumeLike(pod: PodSpec, volume: Volume): Volume {
  const same = (pod.volumes ?? []).filter(({ hostPath }) => hostPath !== undefined && normalPath(hostPath.path) === normalPath(volume.hostPath!.path));
  const found = same.find(({ hostPath }) => typeOf({ hostPath }) === typeOf(volume));
  if (found === undefined && same.length > 0) {
    throw invalid(`type of the volume '${same[0].name}'`, `'${typeOf(volume)}', as '${volume.hostPath!.path}' is mounted here`, typeOf(same[0]),
      'the kubelet checks each volume by itself: give this mount the type of the other, or the other this one');
  }
  return found ?? volume;
}

function typeOf({ hostPath }: Pick<Volume, 'hostPath'>): string {
  return hostPath?.type ?? '';
}

function mountedIn(pod: PodSpec, choice: ContainerChoice, volume: Volume, mount: VolumeMount): PodSpec {
  return changeContainers(withVolume(pod, volume), choice, container => {
    assertMayShare(container, mount);
    return withMount(container, { ...mount, name: volume.name });
  });
}

function assertMayShare({ name, securityContext }: Container, { mountPropagation }: VolumeMount): void {
  if (mountPropagation === MountPropagation.BIDIRECTIONAL && securityContext?.privileged !== true) {
    throw invalid(`propagation into container '${name}'`, 'HostToContainer or None, as it is not privileged', mountPropagation,
      'leave it out, or choose the privileged containers with `containers`');
  }
}
