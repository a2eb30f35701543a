import { NodeCollector } from './collector';
import { CollectorName } from './collector-name';
import { MetricsAuth } from './metrics-auth';
import { TextfileDirectory } from './textfile-directory';
import { DaemonContainer } from '../../host/daemon-container';
import { MountPropagation } from '../../host/mount-propagation';

/** On which addresses an exporter listens. */
export enum ListenOn {
  /** The address of the node in the cluster; without host network, that of the pod. */
  NODE_IP = 'NODE_IP',
  /** Every address, public ones of the node too. */
  ALL = 'ALL',
}

/** Where the exporter sees the files of the node. */
export interface NodeFiles {
  /**
   * Whether the root directory of the node is mounted. Without it /proc and /sys are mounted alone, and the collectors filesystem
   * and os must be off.
   *
   * @default true
   */
  readonly root?: boolean;

  /**
   * Where the root directory of the node is mounted.
   *
   * @default /host/root
   */
  readonly rootfs?: string;

  /**
   * Where the exporter reads /proc. A path outside of `rootfs` is mounted.
   *
   * @default - proc below `rootfs`; /host/proc without it
   */
  readonly procfs?: string;

  /**
   * Where the exporter reads /sys. A path outside of `rootfs` is mounted.
   *
   * @default - sys below `rootfs`; /host/sys without it
   */
  readonly sysfs?: string;

  /**
   * How mounts that the node makes later reach the exporter. `NONE` is for nodes whose root is not shared; the exporter then sees the file systems
   * of its start alone.
   *
   * @default MountPropagation.HOST_TO_CONTAINER
   */
  readonly propagation?: MountPropagation;
}

/** Prometheus' node exporter. */
export interface PrometheusOptions {
  /**
   * What differs from the defaults in its container. What you write wins; `args` are then all arguments. Variables, ports and mounts are added.
   *
   * @default - the newest image that was tried
   */
  readonly container?: DaemonContainer;

  /**
   * Port on which it is scraped: the one value for listener, probes, Service and monitor.
   *
   * @default 9100
   */
  readonly port?: number;

  /**
   * Addresses on which it is scraped.
   *
   * @default - with `HARDENED` ListenOn.NODE_IP, with `BARE` that of the program, every address
   */
  readonly listenOn?: ListenOn;

  /**
   * What is asked of a scraper.
   *
   * @default MetricsAuth.none()
   */
  readonly auth?: MetricsAuth;

  /**
   * Collectors that are switched on or set up, besides those that are on by default. Mounts, user and capabilities follow.
   *
   * @default - none; with `HARDENED` filesystem, netclass and netdev leave out what belongs to pods
   */
  readonly collectors?: NodeCollector[];

  /**
   * Collectors that are switched off.
   *
   * @default - with `HARDENED` btrfs and hwmon; otherwise none
   */
  readonly without?: CollectorName[];

  /**
   * Whether nothing but `collectors` is on.
   *
   * @default false
   */
  readonly onlyTheseCollectors?: boolean;

  /**
   * Directories from which it reads metrics that others left in files.
   *
   * @default - none
   */
  readonly textfiles?: TextfileDirectory[];

  /**
   * Where it sees the files of the node.
   *
   * @default - with `HARDENED` the root directory at /host/root, read-only; with `BARE` nowhere
   */
  readonly nodeFiles?: NodeFiles;

  /**
   * Further flags, such as `--web.max-requests=10`. An unknown, renamed or doubled flag, one that a prop makes and a value in quotes are
   * errors.
   *
   * @default - none
   */
  readonly extraArgs?: string[];
}
