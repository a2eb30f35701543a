import { CollectdValuesOptions } from './plugin-options';

/** File systems: names, or extended regular expressions of POSIX between slashes. */
export interface CollectdFileSystems {
  /**
   * Mount points as the node has them, such as `/var`. An expression that begins with `^` goes on with a slash: `/^\/var\//`.
   *
   * @default - not by their mount points
   */
  readonly mountPoints?: string[];

  /**
   * Types, such as `tmpfs`.
   *
   * @default - not by their types
   */
  readonly types?: string[];

  /**
   * Devices, such as `/dev/sda1`.
   *
   * @default - not by their devices
   */
  readonly devices?: string[];
}

/** Size and free space of the node's file systems. */
export interface CollectdDfOptions extends CollectdValuesOptions {
  /**
   * Those that are reported: what stands in each of the lists.
   *
   * @default - all but those in `exclude`
   */
  readonly include?: CollectdFileSystems;

  /**
   * Those that are left out: what stands in one of the lists. Not together with `include`.
   *
   * @default - with `HARDENED`, and where the plugin is not written: those of the system, of container runtimes and of pods
   */
  readonly exclude?: CollectdFileSystems;

  /**
   * Whether they are called by their devices and not by their mount points.
   *
   * @default false
   */
  readonly byDevice?: boolean;

  /**
   * Whether inodes are reported.
   *
   * @default false
   */
  readonly inodes?: boolean;
}
