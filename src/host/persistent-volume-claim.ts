import { LabelSelector } from './label-selector';

/** An object from which a volume is filled. */
export interface VolumeDataSource {
  /**
   * API group of the object.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /** Kind of the object. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;
}

/** How nodes may mount a volume. */
export enum VolumeAccessMode {
  /** One node reads and writes it. */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Many nodes read it. */
  READ_ONLY_MANY = 'ReadOnlyMany',
  /** Many nodes read and write it. */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** One pod reads and writes it. */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',
}

/** What a volume is to a pod. */
export enum VolumeMode {
  /** A file system. */
  FILESYSTEM = 'Filesystem',
  /** A raw block device. */
  BLOCK = 'Block',
}

/** A claim that Kubernetes makes for each pod. */
export interface PersistentVolumeClaimOptions {
  /** How it is mounted. */
  readonly accessModes: VolumeAccessMode[];

  /** Its size, such as `10Gi`. */
  readonly storage: string;

  /**
   * The most that it may grow to.
   *
   * @default - no limit
   */
  readonly storageLimit?: string;

  /**
   * Storage class.
   *
   * @default - that of the cluster
   */
  readonly storageClassName?: string;

  /**
   * What it is to the pod.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;

  /**
   * Name of the one volume that fits.
   *
   * @default - any volume
   */
  readonly volumeName?: string;

  /**
   * Volume attributes class. Kubernetes 1.34 and later.
   *
   * @default - none
   */
  readonly volumeAttributesClassName?: string;

  /**
   * Labels of volumes that fit.
   *
   * @default - any volume
   */
  readonly selector?: LabelSelector;

  /**
   * What the volume is filled from.
   *
   * @default - nothing
   */
  readonly dataSource?: VolumeDataSource;

  /**
   * What the volume is filled from, by any controller.
   *
   * @default - nothing
   */
  readonly dataSourceRef?: VolumeDataSource;

  /**
   * Labels of the claim.
   *
   * @default - none
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations of the claim.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}
