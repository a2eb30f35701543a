import { CollectdOutput } from './output';
import { CollectdPlugin } from './plugin';
import { DaemonContainer } from '../../host/daemon-container';
import { SecretValue } from '../../host/secret-value';

/** How much collectd says. */
export enum CollectdLogLevel {
  /** Errors. */
  ERROR = 'err',
  /** Errors and warnings. */
  WARNING = 'warning',
  /** Errors, warnings and what is unusual. */
  NOTICE = 'notice',
  /** Everything but what developers want to know. */
  INFO = 'info',
}

/** collectd. */
export interface CollectdOptions {
  /**
   * The container: its image, which must be given as the project publishes none, and whatever differs from the defaults. What you write wins;
   * variables, ports and mounts are added.
   */
  readonly container: DaemonContainer;

  /**
   * What it reads.
   *
   * @default - with `HARDENED` CPU, memory, swap, load, uptime, disks, file systems and interfaces of the node; with `BARE` nothing
   */
  readonly plugins?: CollectdPlugin[];

  /**
   * Where it writes.
   *
   * @default - with `HARDENED` a port for Prometheus; with `BARE` nowhere
   */
  readonly outputs?: CollectdOutput[];

  /**
   * Seconds from one reading to the next.
   *
   * @default 10
   */
  readonly interval?: number;

  /**
   * Intervals after which a metric without a value counts as missing.
   *
   * @default 2
   */
  readonly timeout?: number;

  /**
   * Plugins that are read at the same time.
   *
   * @default 5
   */
  readonly readThreads?: number;

  /**
   * Values that are written at the same time.
   *
   * @default 5
   */
  readonly writeThreads?: number;

  /**
   * Values that may wait to be written; those beyond are lost.
   *
   * @default - with `HARDENED` 20000, which is some 15 MiB; with `BARE` any number
   */
  readonly writeQueueLimit?: number;

  /**
   * How much it says.
   *
   * @default CollectdLogLevel.INFO
   */
  readonly logLevel?: CollectdLogLevel;

  /**
   * Files that say what the types of values are, instead of the image's.
   *
   * @default - that of the image
   */
  readonly typesDb?: string[];

  /**
   * Further pieces of collectd.conf, each a whole key of a Secret: for plugins with credentials, and for images without a shell.
   *
   * @default - none
   */
  readonly secretConfiguration?: SecretValue[];
}
