import { HostPathType } from './host-path-type';
import { ImagePullPolicy } from './image-pull-policy';

/** What an empty directory lives on. */
export enum EmptyDirMedium {
  /** The disk of the node. */
  DISK = '',
  /** Memory; it counts against the containers' limits. */
  MEMORY = 'Memory',
  /** Huge pages. */
  HUGE_PAGES = 'HugePages',
  /** Huge pages of 2 MiB. */
  HUGE_PAGES_2MI = 'HugePages-2Mi',
  /** Huge pages of 1 GiB. */
  HUGE_PAGES_1GI = 'HugePages-1Gi',
}

/** An empty directory. */
export interface EmptyDirOptions {
  /**
   * What it lives on.
   *
   * @default EmptyDirMedium.DISK
   */
  readonly medium?: EmptyDirMedium;

  /**
   * The most that it may hold, such as `64Mi`; the pod is evicted when it holds more.
   *
   * @default - no limit
   */
  readonly sizeLimit?: string;
}

/** A host path as a volume of the pod. */
export interface HostPathVolumeOptions {
  /**
   * What must be at the path on the node.
   *
   * @default HostPathType.UNCHECKED
   */
  readonly type?: HostPathType;
}

/** Fields of the pod as files. */
export interface DownwardApiVolumeOptions {
  /**
   * Permission bits of the files, such as `0o444`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/** A volume of several sources. */
export interface ProjectedVolumeOptions {
  /**
   * Permission bits of the files, such as `0o444`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/** An inline volume of a CSI driver. */
export interface CsiVolumeOptions {
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
   * What the driver wants to know.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: { [name: string]: string };

  /**
   * Name of the Secret that the driver needs to publish the volume.
   *
   * @default - none
   */
  readonly nodePublishSecretName?: string;
}

/** An image as a volume. */
export interface ImageVolumeOptions {
  /**
   * When the image is pulled.
   *
   * @default - always for the tag `latest` or none, otherwise where the node does not have it (the default of Kubernetes)
   */
  readonly pullPolicy?: ImagePullPolicy;
}

/** A claim in the daemon's namespace; every pod of the daemon shares it. */
export interface ClaimVolumeOptions {
  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A directory of an NFS server. */
export interface NfsVolumeOptions {
  /** Host name or address of the server. */
  readonly server: string;

  /** Absolute path that the server exports. */
  readonly path: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk by iSCSI. */
export interface IscsiVolumeOptions {
  /** Address of the target, with its port where that is not 3260. */
  readonly targetPortal: string;

  /** Qualified name of the target. */
  readonly iqn: string;

  /** Number of the unit. */
  readonly lun: number;

  /**
   * Further addresses of the target.
   *
   * @default - none
   */
  readonly portals?: string[];

  /**
   * Name of the initiator.
   *
   * @default - that of the node
   */
  readonly initiatorName?: string;

  /**
   * Interface of the initiator.
   *
   * @default default
   */
  readonly iscsiInterface?: string;

  /**
   * File system.
   *
   * @default ext4
   */
  readonly fsType?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Whether discovery needs CHAP.
   *
   * @default false
   */
  readonly chapAuthDiscovery?: boolean;

  /**
   * Whether the session needs CHAP.
   *
   * @default false
   */
  readonly chapAuthSession?: boolean;

  /**
   * Name of the Secret with the CHAP credentials.
   *
   * @default - none
   */
  readonly secretName?: string;
}

/** A disk by Fibre Channel: `targetWwns` with `lun`, or `wwids`. */
export interface FcVolumeOptions {
  /**
   * World wide names of the target.
   *
   * @default - `wwids` names the disk
   */
  readonly targetWwns?: string[];

  /**
   * Number of the unit.
   *
   * @default - `wwids` names the disk
   */
  readonly lun?: number;

  /**
   * World wide identifiers of the disk.
   *
   * @default - `targetWwns` and `lun` name the disk
   */
  readonly wwids?: string[];

  /**
   * File system.
   *
   * @default ext4
   */
  readonly fsType?: string;

  /**
   * Whether it is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}
