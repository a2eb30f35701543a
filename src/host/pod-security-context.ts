import { SeLinuxOptions, WindowsOptions } from './security-options';
import { AppArmorProfile, SeccompProfile } from './security-profile';

/** When the kubelet changes the group of a volume's files. */
export enum FsGroupChangePolicy {
  /** Only where the volume's root has another group or mode. */
  ON_ROOT_MISMATCH = 'OnRootMismatch',
  /** At every mount. */
  ALWAYS = 'Always',
}

/** Where a process' supplementary groups come from. */
export enum SupplementalGroupsPolicy {
  /** From the pod and from the image's group file. */
  MERGE = 'Merge',
  /** Only from the pod. */
  STRICT = 'Strict',
}

/** How SELinux labels get onto volumes. */
export enum SeLinuxChangePolicy {
  /** File by file. */
  RECURSIVE = 'Recursive',
  /** By a mount option, where the driver can. */
  MOUNT_OPTION = 'MountOption',
}

/**
 * What holds for all containers of the pod.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export interface PodSecurityContext {
  /**
   * Numeric user, 0 to 2147483647.
   *
   * @default - the users of the images
   */
  readonly runAsUser?: number;

  /**
   * Numeric group, 0 to 2147483647.
   *
   * @default - the groups of the images
   */
  readonly runAsGroup?: number;

  /**
   * Whether the kubelet refuses to start a container as root.
   *
   * @default false
   */
  readonly runAsNonRoot?: boolean;

  /**
   * Group of the files of volumes that can change it; never of host paths.
   *
   * @default - unchanged
   */
  readonly fsGroup?: number;

  /**
   * When the group of files is changed.
   *
   * @default FsGroupChangePolicy.ALWAYS
   */
  readonly fsGroupChangePolicy?: FsGroupChangePolicy;

  /**
   * Further groups of each process.
   *
   * @default - those of the images
   */
  readonly supplementalGroups?: number[];

  /**
   * Where further groups come from. Kubernetes 1.33 and later.
   *
   * @default SupplementalGroupsPolicy.MERGE
   */
  readonly supplementalGroupsPolicy?: SupplementalGroupsPolicy;

  /**
   * System calls.
   *
   * @default - unconfined unless the kubelet says otherwise
   */
  readonly seccompProfile?: SeccompProfile;

  /**
   * AppArmor profile. Kubernetes 1.30 and later.
   *
   * @default - that of the container runtime
   */
  readonly appArmorProfile?: AppArmorProfile;

  /**
   * SELinux label.
   *
   * @default - chosen by the container runtime
   */
  readonly seLinuxOptions?: SeLinuxOptions;

  /**
   * How SELinux labels get onto volumes. Kubernetes 1.33 and later.
   *
   * @default - by a mount option where possible
   */
  readonly seLinuxChangePolicy?: SeLinuxChangePolicy;

  /**
   * Kernel parameters of the pod's namespaces, such as `net.ipv4.tcp_keepalive_time`.
   *
   * @default - none
   */
  readonly sysctls?: { [name: string]: string };

  /**
   * Fields for Windows.
   *
   * @default - none
   */
  readonly windowsOptions?: WindowsOptions;
}
