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

/** A claim that Kubernetes makes for each pod. */
export interface PersistentVolumeClaimOptions {
  /** How it is mounted, such as `ReadWriteOnce`. */
  readonly accessModes: string[];

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
   * `Filesystem` or `Block`.
   *
   * @default Filesystem
   */
  readonly volumeMode?: string;

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
