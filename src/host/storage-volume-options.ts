/** A directory of CephFS. */
export interface CephfsOptions {
  /** Addresses of the monitors. */
  readonly monitors: string[];

  /**
   * Directory.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * User.
   *
   * @default admin
   */
  readonly user?: string;

  /**
   * Path of the key file on the node.
   *
   * @default /etc/ceph/user.secret
   */
  readonly secretFile?: string;

  /**
   * Name of the Secret with the credentials.
   *
   * @default - none
   */
  readonly secretName?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A volume of a FlexVolume driver; deprecated. */
export interface FlexVolumeOptions {
  /** Name of the driver. */
  readonly driver: string;

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

  /**
   * What the driver wants to know.
   *
   * @default - nothing
   */
  readonly options?: { [name: string]: string };
}

/** A volume of GlusterFS. */
export interface GlusterfsOptions {
  /** Name of the Endpoints object of the servers. */
  readonly endpoints: string;

  /** Name of the volume. */
  readonly path: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A block device of Ceph. */
export interface RbdOptions {
  /** Addresses of the monitors. */
  readonly monitors: string[];

  /** Name of the image. */
  readonly image: string;

  /**
   * Pool.
   *
   * @default rbd
   */
  readonly pool?: string;

  /**
   * User.
   *
   * @default admin
   */
  readonly user?: string;

  /**
   * Path of the keyring on the node.
   *
   * @default /etc/ceph/keyring
   */
  readonly keyring?: string;

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
