/** Which devices are reported: those that match `include`, or all but those that match `exclude`. */
export interface DeviceFilter {
  /**
   * Regular expression (RE2) of the devices that are reported.
   *
   * @default - every device
   */
  readonly include?: string;

  /**
   * Regular expression (RE2) of the devices that are left out.
   *
   * @default - none, where the collector has no default of its own
   */
  readonly exclude?: string;
}

/** The collector cpu. */
export interface CpuCollectorOptions {
  /**
   * Whether time in guests of the node counts.
   *
   * @default true
   */
  readonly guest?: boolean;

  /**
   * Whether model, flags and bugs are reported.
   *
   * @default - only where one of the two patterns is given
   */
  readonly info?: boolean;

  /**
   * Regular expression (RE2) of the flags that are reported.
   *
   * @default - none
   */
  readonly infoFlagsInclude?: string;

  /**
   * Regular expression (RE2) of the bugs that are reported.
   *
   * @default - none
   */
  readonly infoBugsInclude?: string;
}

/** The collector ethtool. */
export interface EthtoolCollectorOptions extends DeviceFilter {
  /**
   * Regular expression (RE2) of the statistics that are reported.
   *
   * @default .*
   */
  readonly metricsInclude?: string;
}

/** The collector filesystem. Each pattern is a regular expression (RE2) that replaces the one of the default. */
export interface FilesystemCollectorOptions {
  /**
   * Mount points that are reported.
   *
   * @default - all but those that `mountPointsExclude` matches
   */
  readonly mountPointsInclude?: string;

  /**
   * Mount points that are left out.
   *
   * @default - with `HARDENED`, those of the system, of container runtimes and of the volumes of pods
   */
  readonly mountPointsExclude?: string;

  /**
   * Types of file systems that are reported.
   *
   * @default - all but those that `fsTypesExclude` matches
   */
  readonly fsTypesInclude?: string;

  /**
   * Types of file systems that are left out.
   *
   * @default - with `HARDENED`, those of the kernel, overlays, and network and user-space file systems, which may hang
   */
  readonly fsTypesExclude?: string;

  /**
   * Time after which a mount that does not answer is left out, such as `5s`.
   *
   * @default 5s
   */
  readonly mountTimeout?: string;
}

/** The collector hwmon. */
export interface HwmonCollectorOptions {
  /**
   * Regular expression (RE2) of the chips that are reported.
   *
   * @default - every chip
   */
  readonly chipInclude?: string;

  /**
   * Regular expression (RE2) of the chips that are left out.
   *
   * @default - none
   */
  readonly chipExclude?: string;

  /**
   * Regular expression (RE2) of the sensors that are reported.
   *
   * @default - every sensor
   */
  readonly sensorInclude?: string;

  /**
   * Regular expression (RE2) of the sensors that are left out.
   *
   * @default - none
   */
  readonly sensorExclude?: string;
}

/** The collector interrupts. */
export interface InterruptsCollectorOptions extends DeviceFilter {
  /**
   * Whether interrupts that never came are reported.
   *
   * @default true
   */
  readonly includeZeros?: boolean;
}

/** The collector netclass. */
export interface NetclassCollectorOptions {
  /**
   * Regular expression (RE2) of the interfaces that are left out.
   *
   * @default - with `HARDENED`, those of pods
   */
  readonly ignoredDevices?: string;

  /**
   * Whether a speed that the driver does not know is left out.
   *
   * @default false
   */
  readonly ignoreInvalidSpeed?: boolean;

  /**
   * Whether netlink is asked instead of /sys.
   *
   * @default false
   */
  readonly netlink?: boolean;
}

/** The collector netdev. */
export interface NetdevCollectorOptions extends DeviceFilter {
  /**
   * Whether the addresses of the interfaces are reported; many series.
   *
   * @default false
   */
  readonly addressInfo?: boolean;

  /**
   * Whether the alias of an interface is a label.
   *
   * @default false
   */
  readonly labelIfalias?: boolean;

  /**
   * Whether errors and drops are reported by kind, under other names.
   *
   * @default false
   */
  readonly detailedMetrics?: boolean;

  /**
   * Whether netlink is asked instead of /proc.
   *
   * @default true
   */
  readonly netlink?: boolean;
}

/** The collector perf. */
export interface PerfCollectorOptions {
  /**
   * CPUs that are read, such as `0-3` or `0,2`.
   *
   * @default - all
   */
  readonly cpus?: string;

  /**
   * Trace points that are counted, such as `sched:sched_process_exec`.
   *
   * @default - none
   */
  readonly tracepoints?: string[];

  /**
   * Hardware counters, such as `CpuCycles`.
   *
   * @default - all
   */
  readonly hardwareProfilers?: string[];

  /**
   * Software counters, such as `PageFault`.
   *
   * @default - all
   */
  readonly softwareProfilers?: string[];

  /**
   * Cache counters, such as `L1DataReadHit`.
   *
   * @default - all
   */
  readonly cacheProfilers?: string[];
}

/** The collector slabinfo. */
export interface SlabinfoCollectorOptions {
  /**
   * Regular expression (RE2) of the slabs that are reported.
   *
   * @default .*
   */
  readonly include?: string;

  /**
   * Regular expression (RE2) of the slabs that are left out.
   *
   * @default - none
   */
  readonly exclude?: string;
}

/** The collector sysctl. One list at least must be given. */
export interface SysctlCollectorOptions {
  /**
   * Kernel parameters whose value is reported, such as `vm.swappiness` or `net.ipv4.tcp_mem:min,pressure,max`.
   *
   * @default - none
   */
  readonly include?: string[];

  /**
   * Kernel parameters whose value is a label.
   *
   * @default - none
   */
  readonly includeInfo?: string[];
}

/** The collector systemd. */
export interface SystemdCollectorOptions {
  /**
   * Regular expression (RE2) of the units that are reported.
   *
   * @default .+
   */
  readonly unitInclude?: string;

  /**
   * Regular expression (RE2) of those of them that are left out.
   *
   * @default .+\.(automount|device|mount|scope|slice)
   */
  readonly unitExclude?: string;

  /**
   * Whether restarts of services are counted.
   *
   * @default false
   */
  readonly restarts?: boolean;

  /**
   * Whether the time is reported at which a unit started.
   *
   * @default false
   */
  readonly startTime?: boolean;

  /**
   * Whether tasks of services are counted.
   *
   * @default false
   */
  readonly tasks?: boolean;
}
