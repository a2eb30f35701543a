import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { CsiHostAccess } from '../../host/csi-host-access';
import { DaemonContainer } from '../../host/daemon-container';

/** A container of a CSI node plugin beside the driver. */
export interface CsiSidecarOptions {
  /**
   * Whether it runs.
   *
   * @default - yes with `HARDENED`; with `BARE`, where something is given for it
   */
  readonly enabled?: boolean;

  /**
   * What differs from the defaults in its container. What you write wins; `args` are then all arguments. Variables, ports and mounts are added.
   *
   * @default - the newest image that was tried
   */
  readonly container?: DaemonContainer;

  /**
   * Port on which it answers the kubelet, under the network of the node on its loopback address alone.
   *
   * @default - with `HARDENED` 9809 for the registrar and 9808 for the liveness probe, in the network of the pod; under that of the node, where
   * all drivers share the ports, that of the ready program, otherwise it must be given. With `BARE` no port
   */
  readonly port?: number;

  /**
   * Further flags, such as `--v=5`.
   *
   * @default - none
   */
  readonly extraArgs?: string[];
}

/** What the drivers have in common. */
export interface CsiDriverOptions {
  /**
   * Directory of its socket: a name, which stands below `plugins` of the kubelet, or an absolute path there. All containers that need the
   * socket have it at /csi; further ones mount the volume `plugin-dir`.
   *
   * @default - that of the ready program under its own name, otherwise the name of the driver; with `BARE` none,
   * unless there is a registrar or a liveness probe
   */
  readonly pluginDirectory?: string;

  /**
   * Directories of the kubelet in which it mounts volumes.
   *
   * @default - that of the ready program, otherwise `CsiHostAccess.pods()`; with `BARE` none
   */
  readonly access?: CsiHostAccess;

  /**
   * Whether the nodes enforce SELinux: the driver sees how it is set up, the containers beside it may use the driver's socket (`spc_t`), and,
   * where it is written, the CSIDriver object says that it mounts with a label.
   *
   * @default - with `HARDENED` true on `NodePlatform.openshift()`, where the CSIDriver object is as it is elsewhere; otherwise false
   */
  readonly seLinux?: boolean;

  /**
   * The container that tells the kubelet of the driver.
   *
   * @default - with `HARDENED` node-driver-registrar
   */
  readonly registrar?: CsiSidecarOptions;

  /**
   * The container that the kubelet asks whether the driver answers.
   *
   * @default - with `HARDENED` livenessprobe
   */
  readonly livenessProbe?: CsiSidecarOptions;

  /**
   * Program and arguments that run in the driver's container before it is stopped, within `terminationGracePeriodSeconds`.
   *
   * @default - none
   */
  readonly preStop?: string[];
}

/** A driver of your own. */
export interface CustomCsiDriverOptions extends CsiDriverOptions {
  /** Name by which pods and storage classes know it, such as `ebs.csi.aws.com`; the one that the program tells. */
  readonly name: string;

  /**
   * The container. `$(CSI_ENDPOINT)` in its arguments is the address on which it must listen, `$(NODE_ID)` the name of the node.
   *
   * With `HARDENED` it is privileged and cannot write to its image, but to /tmp.
   */
  readonly container: DaemonContainer;

  /**
   * What it may ask the API server.
   *
   * @default - nothing
   */
  readonly apiAccess?: ApiAccess[];

  /**
   * Text files that it reads, from a ConfigMap that the daemon owns.
   *
   * @default - none
   */
  readonly configFiles?: ConfigFile[];
}

/** What the ready drivers have in common. */
export interface ReadyCsiDriverOptions extends CsiDriverOptions {
  /**
   * Name by which pods and storage classes know it. Another one lets two of them run in a cluster, as `pluginDirectory` follows from it.
   *
   * @default - that of the program
   */
  readonly name?: string;

  /**
   * What differs from the defaults in its container. What you write wins; `args` are then all arguments. Variables, ports and mounts are added.
   *
   * @default - the newest image that was tried
   */
  readonly container?: DaemonContainer;

  /**
   * Further flags, such as `--v=5`.
   *
   * @default - none
   */
  readonly extraArgs?: string[];
}

/** The host-path driver. */
export interface HostPathCsiDriverOptions extends ReadyCsiDriverOptions {
  /**
   * Directory of the node that holds the volumes.
   *
   * @default - /var/lib/csi-hostpath-data; where the driver has another name, with a hyphen and this name behind it
   */
  readonly stateDirectory?: string;

  /**
   * How much room it says it has, by kinds that storage classes name, such as `{ fast: '10Gi' }`. It makes no room: it is a driver for tests.
   *
   * @default - no limit
   */
  readonly capacity?: { [kind: string]: string };

  /**
   * How many volumes a node may have.
   *
   * @default - no limit
   */
  readonly maxVolumesPerNode?: number;
}

/** The NFS driver. */
export interface NfsCsiDriverOptions extends ReadyCsiDriverOptions {
  /**
   * Permission bits of the mounted directory, such as `0o777`.
   *
   * @default - those that the server has
   */
  readonly mountPermissions?: number;
}
