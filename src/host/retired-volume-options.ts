/** A dataset of Flocker. */
export interface FlockerOptions {
  /**
   * Name of the dataset.
   *
   * @default - `datasetUuid` names it
   */
  readonly datasetName?: string;

  /**
   * UUID of the dataset.
   *
   * @default - `datasetName` names it
   */
  readonly datasetUuid?: string;
}

/** A clone of a Git repository. Kubernetes has it disabled from 1.33 on. */
export interface GitRepoOptions {
  /** Address of the repository. */
  readonly repository: string;

  /**
   * Commit to check out.
   *
   * @default - the head of the default branch
   */
  readonly revision?: string;

  /**
   * Directory of the clone in the volume.
   *
   * @default - one with the name of the repository
   */
  readonly directory?: string;
}

/** A volume of Quobyte. */
export interface QuobyteOptions {
  /** Addresses of the registries, with ports, joined by commas. */
  readonly registry: string;

  /** Name of the volume. */
  readonly volume: string;

  /**
   * User.
   *
   * @default - the user of the mount
   */
  readonly user?: string;

  /**
   * Group.
   *
   * @default - none
   */
  readonly group?: string;

  /**
   * Tenant.
   *
   * @default - none
   */
  readonly tenant?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A volume of ScaleIO. */
export interface ScaleIoOptions {
  /** Address of the gateway. */
  readonly gateway: string;

  /** Name of the storage system. */
  readonly system: string;

  /** Name of the Secret with user and password. */
  readonly secretName: string;

  /**
   * Whether the gateway is asked by TLS.
   *
   * @default false
   */
  readonly sslEnabled?: boolean;

  /**
   * Protection domain.
   *
   * @default - that of the system
   */
  readonly protectionDomain?: string;

  /**
   * Storage pool.
   *
   * @default - that of the domain
   */
  readonly storagePool?: string;

  /**
   * `ThickProvisioned` or `ThinProvisioned`.
   *
   * @default ThinProvisioned
   */
  readonly storageMode?: string;

  /**
   * Name of the volume.
   *
   * @default - made for the pod
   */
  readonly volumeName?: string;

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

/** A volume of StorageOS. */
export interface StorageOsOptions {
  /**
   * Name of the volume.
   *
   * @default - none
   */
  readonly volumeName?: string;

  /**
   * Namespace of the volume.
   *
   * @default - that of the pod
   */
  readonly volumeNamespace?: string;

  /**
   * Name of the Secret with the credentials.
   *
   * @default - none
   */
  readonly secretName?: string;

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
