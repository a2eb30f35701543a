import { MountPropagation, RecursiveReadOnly } from './mount-propagation';
import { VolumeSource } from './volume-source';

/** A volume in a container. */
export interface VolumeMount {
  /** Where the container sees it. */
  readonly mountPath: string;

  /**
   * What the volume is made of. Mounts with one name are mounts of one volume, which has one source.
   *
   * @default - the volume of that name, which another mount or the pod's `volumes` defines
   */
  readonly source?: VolumeSource;

  /**
   * Name of the volume in the pod.
   *
   * @default - made from `mountPath`, such as `tmp` for `/tmp`
   */
  readonly name?: string;

  /**
   * Whether the container may only read it.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * A path in the volume to mount instead of the whole; must be relative. A file mounted so is not updated when its ConfigMap is.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;

  /**
   * Like `subPath`, with `$(VAR)` replaced by environment variables of the container.
   *
   * @default - the whole volume
   */
  readonly subPathExpr?: string;

  /**
   * How later mounts travel between node and container.
   *
   * @default - not at all (the default of Kubernetes)
   */
  readonly propagation?: MountPropagation;

  /**
   * Whether mounts below a read-only mount are read-only too.
   *
   * @default - they stay writable (the default of Kubernetes)
   */
  readonly recursiveReadOnly?: RecursiveReadOnly;
}

/** A volume in a container as a raw block device. */
export interface VolumeDevice {
  /** Where the container sees the device. */
  readonly devicePath: string;

  /** Name of the volume in the pod; it must be a claim of mode `Block`. */
  readonly name: string;

  /**
   * What the volume is made of.
   *
   * @default - the volume of that name, which the pod's `volumes` or another container defines
   */
  readonly source?: VolumeSource;
}
