/** A disk of Amazon EBS. */
export interface AwsElasticBlockStoreOptions {
  /** Id of the disk. */
  readonly volumeId: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Number of the partition.
   *
   * @default - the whole disk
   */
  readonly partition?: number;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk of Azure. */
export interface AzureDiskOptions {
  /** Name of the disk. */
  readonly diskName: string;

  /** URI of the disk. */
  readonly diskUri: string;

  /**
   * Host caching: `None`, `ReadOnly` or `ReadWrite`.
   *
   * @default ReadWrite
   */
  readonly cachingMode?: string;

  /**
   * `Shared`, `Dedicated` or `Managed`.
   *
   * @default Shared
   */
  readonly kind?: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A share of Azure Files. */
export interface AzureFileOptions {
  /** Name of the Secret with the account and its key. */
  readonly secretName: string;

  /** Name of the share. */
  readonly shareName: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk of OpenStack. */
export interface CinderOptions {
  /** Id of the disk. */
  readonly volumeId: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Name of the Secret with the credentials.
   *
   * @default - none
   */
  readonly secretName?: string;
}

/** A disk of Google Cloud. */
export interface GcePersistentDiskOptions {
  /** Name of the disk. */
  readonly pdName: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Number of the partition.
   *
   * @default - the whole disk
   */
  readonly partition?: number;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk of Photon Controller. */
export interface PhotonPersistentDiskOptions {
  /** Id of the disk. */
  readonly pdId: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;
}

/** A volume of Portworx. */
export interface PortworxVolumeOptions {
  /** Id of the volume. */
  readonly volumeId: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk of vSphere. */
export interface VsphereVolumeOptions {
  /** Path of the disk. */
  readonly volumePath: string;

  /**
   * File system.
   *
   * @default - chosen by the driver
   */
  readonly fsType?: string;

  /**
   * Name of the storage policy.
   *
   * @default - none
   */
  readonly storagePolicyName?: string;

  /**
   * Id of the storage policy.
   *
   * @default - none
   */
  readonly storagePolicyId?: string;
}
