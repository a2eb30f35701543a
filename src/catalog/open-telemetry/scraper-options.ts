import { ScraperFilter } from './scraper-filter';

/** What all scrapers have. */
export interface ScraperOptions {
  /**
   * Metrics that are switched on or off, by their names, such as `system.cpu.utilization`.
   *
   * @default - those that are on in the collector
   */
  readonly metrics?: { [metric: string]: boolean };
}

/** Details of the disk scraper. */
export interface DiskScraperOptions extends ScraperOptions {
  /**
   * The only devices that are measured.
   *
   * @default - all
   */
  readonly include?: ScraperFilter;

  /**
   * Devices that are left out.
   *
   * @default - none
   */
  readonly exclude?: ScraperFilter;
}

/** Details of the load scraper. */
export interface LoadScraperOptions extends ScraperOptions {
  /**
   * Whether the load is divided by the number of CPUs.
   *
   * @default false
   */
  readonly cpuAverage?: boolean;
}

/** Details of the file system scraper. Mount points are those of the node. */
export interface FilesystemScraperOptions extends ScraperOptions {
  /**
   * The only devices whose file systems are measured.
   *
   * @default - all
   */
  readonly includeDevices?: ScraperFilter;

  /**
   * Devices whose file systems are left out.
   *
   * @default - none
   */
  readonly excludeDevices?: ScraperFilter;

  /**
   * The only types of file systems that are measured.
   *
   * @default - all
   */
  readonly includeFsTypes?: ScraperFilter;

  /**
   * Types of file systems that are left out.
   *
   * @default - with `HARDENED`, where no filter is given, those that the kernel keeps for itself, and overlay and squashfs
   */
  readonly excludeFsTypes?: ScraperFilter;

  /**
   * The only mount points that are measured.
   *
   * @default - all
   */
  readonly includeMountPoints?: ScraperFilter;

  /**
   * Mount points that are left out.
   *
   * @default - with `HARDENED`, where no filter is given, those of pods, containers, snaps, /dev, /proc and /sys
   */
  readonly excludeMountPoints?: ScraperFilter;

  /**
   * Whether file systems without a device are measured, such as tmpfs.
   *
   * @default false
   */
  readonly includeVirtualFilesystems?: boolean;
}

/** Details of the network scraper. */
export interface NetworkScraperOptions extends ScraperOptions {
  /**
   * The only interfaces that are measured.
   *
   * @default - all
   */
  readonly include?: ScraperFilter;

  /**
   * Interfaces that are left out.
   *
   * @default - with `HARDENED`, where no filter is given, those that lead to a pod, by the names that networks give them
   */
  readonly exclude?: ScraperFilter;
}

/** What the process scraper cannot read of a process without being told so each time. */
export enum ProcessError {
  /** Everything. */
  ALL = 'all',
  /** Its name. */
  NAME = 'name',
  /** The path of its program. */
  EXE = 'exe',
  /** What it reads and writes. */
  IO = 'io',
  /** The name of its user, which may exist in its container only. */
  USER = 'user',
  /** Its control group. */
  CGROUP = 'cgroup',
}

/** Details of the process scraper. */
export interface ProcessScraperOptions extends ScraperOptions {
  /**
   * The only processes that are measured, by their names.
   *
   * @default - all
   */
  readonly include?: ScraperFilter;

  /**
   * Processes that are left out, by their names.
   *
   * @default - none
   */
  readonly exclude?: ScraperFilter;

  /**
   * What is said of each process, by the attributes' names, such as `process.command_line`.
   *
   * @default - those that are on in the collector
   */
  readonly resourceAttributes?: { [attribute: string]: boolean };

  /**
   * Whether the collector is root and may look into the processes of other users (`SYS_PTRACE`, `DAC_READ_SEARCH`).
   *
   * @default false
   */
  readonly asRoot?: boolean;

  /**
   * What it is silent about where it may not read it.
   *
   * @default - with `HARDENED` what it may not read: users that only a container has and, unless `asRoot`, programs and input and output
   */
  readonly muteErrors?: ProcessError[];

  /**
   * How long a process runs before it is measured, such as `30s`.
   *
   * @default 0s
   */
  readonly delay?: string;
}
