import type { IConstruct } from 'constructs';
import { assertMountable } from './assert-mountable';
import { useEdit } from './daemon-uses';
import { changeContainers, ContainerChoice, podEdit, withMount, withVolume } from './edit-pod';
import { mountVolume } from './mount-volume';
import { editWorkload } from './workload-edits';
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
import { isWithin } from '../kubernetes/host-path';
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
  assertOutsideOfProc(mountPath);
  const options = checked(written, shared);
  const { directory, platform, uses } = shared;
  const { readOnly = true, type = checkedType(platform, directory.path, HostPathType.DIRECTORY), propagation, subPath, volumeName } = options;
  const hostPath = HostPath[readOnly ? 'readOnly' : 'readWrite'](directory.path, { mountPath, type, propagation: wireOf(propagation), subPath, volumeName });
  const volume: Volume = { name: hostPath.volumeName, hostPath: hostPath._source(platform) };
  editWorkload(workload, podEdit((pod, manifest) => mountedIn(pod, options, mountVolume(pod, manifest, volume, options), hostPath._mount())));
  editWorkload(workload, useEdit(workload, uses));
}

/** The runtime refuses every directory there. */
function assertOutsideOfProc(mountPath: string): void {
  assertMountPath(mountPath);
  if (isWithin(normalPath(mountPath), '/proc')) {
    throw invalid('mount path', "outside of '/proc', which belongs to the kernel", mountPath, `choose another, such as '/host${normalPath(mountPath)}'`);
  }
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

function mountedIn(pod: PodSpec, choice: ContainerChoice, volume: Volume, mount: VolumeMount): PodSpec {
  const mounting = withVolume(pod, volume);
  return changeContainers(mounting, choice, container => {
    const named = { ...mount, name: volume.name };
    assertMayShare(container, mount);
    assertMountable(container, named, mounting.volumes ?? []);
    return withMount(container, named);
  });
}

function assertMayShare({ name, securityContext }: Container, { mountPropagation }: VolumeMount): void {
  if (mountPropagation === MountPropagation.BIDIRECTIONAL && securityContext?.privileged !== true) {
    throw invalid(`propagation into container '${name}'`, 'HostToContainer or None, as it is not privileged', mountPropagation,
      'leave it out, or choose the privileged containers with `containers`');
  }
}
