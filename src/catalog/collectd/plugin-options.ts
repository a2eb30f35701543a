/** What every plugin of collectd can be told. */
export interface CollectdPluginOptions {
  /**
   * Seconds from one reading to the next.
   *
   * @default - that of the whole program
   */
  readonly interval?: number;
}

/** Which things a plugin reports: names, or extended regular expressions of POSIX between slashes, such as `/^eth/`. */
export interface CollectdSelectionOptions extends CollectdPluginOptions {
  /**
   * Those that are reported.
   *
   * @default - all but those in `exclude`
   */
  readonly include?: string[];

  /**
   * Those that are left out. Not together with `include`.
   *
   * @default - none
   */
  readonly exclude?: string[];
}

/** Time of the CPUs. */
export interface CollectdCpuOptions extends CollectdPluginOptions {
  /**
   * Whether each CPU is reported, and not only their sum.
   *
   * @default true
   */
  readonly byCpu?: boolean;

  /**
   * Whether each state is reported, and not only busy or idle.
   *
   * @default true
   */
  readonly byState?: boolean;

  /**
   * Whether values are percentages.
   *
   * @default false
   */
  readonly percentage?: boolean;

  /**
   * Whether the number of CPUs is reported.
   *
   * @default false
   */
  readonly count?: boolean;
}

/** Amounts as they are, as percentages, or both. */
export interface CollectdValuesOptions extends CollectdPluginOptions {
  /**
   * Whether amounts are reported.
   *
   * @default true
   */
  readonly absolute?: boolean;

  /**
   * Whether percentages are reported.
   *
   * @default false
   */
  readonly percentage?: boolean;
}

/** Load averages. */
export interface CollectdLoadOptions extends CollectdPluginOptions {
  /**
   * Whether the load is divided by the number of CPUs.
   *
   * @default false
   */
  readonly relative?: boolean;
}

/** Interfaces of the node's network. */
export interface CollectdInterfacesOptions extends CollectdSelectionOptions {
  /**
   * Whether interfaces without any traffic are reported.
   *
   * @default true
   */
  readonly inactive?: boolean;
}

/** Swap space. */
export interface CollectdSwapOptions extends CollectdValuesOptions {
  /**
   * Whether each device is reported.
   *
   * @default false
   */
  readonly byDevice?: boolean;

  /**
   * Whether input and output are reported.
   *
   * @default true
   */
  readonly io?: boolean;
}

/** Virtual memory. */
export interface CollectdVmemOptions extends CollectdPluginOptions {
  /**
   * Whether every counter of the kernel is reported.
   *
   * @default false
   */
  readonly verbose?: boolean;
}

/** Processes of the node. */
export interface CollectdProcessesOptions extends CollectdPluginOptions {
  /**
   * Names of programs that are reported one by one.
   *
   * @default - only the number of processes in each state
   */
  readonly programs?: string[];

  /**
   * Extended regular expressions of POSIX for command lines, by the names under which they are reported.
   *
   * @default - none
   */
  readonly matches?: { [name: string]: string };

  /**
   * Whether switches between these processes are reported.
   *
   * @default false
   */
  readonly contextSwitches?: boolean;
}

/** TCP connections of the node by state. */
export interface CollectdTcpConnectionsOptions extends CollectdPluginOptions {
  /**
   * Whether each port is reported on which the node listens.
   *
   * @default - where neither of the other two is given
   */
  readonly listeningPorts?: boolean;

  /**
   * Ports of the node that are reported.
   *
   * @default - none
   */
  readonly localPorts?: number[];

  /**
   * Ports of others that are reported.
   *
   * @default - none
   */
  readonly remotePorts?: number[];

  /**
   * Whether the sum of all ports is reported.
   *
   * @default false
   */
  readonly summary?: boolean;
}

/** Any other plugin. */
export interface CollectdCustomPluginOptions extends CollectdPluginOptions {
  /**
   * Lines of its block as collectd.conf has them. Credentials do not belong here but into `secretConfiguration`.
   *
   * @default - no block
   */
  readonly lines?: string[];

  /**
   * Whether it reads what only the network of the node shows.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * Whether it reads what only the processes of the node show.
   *
   * @default false
   */
  readonly hostPid?: boolean;
}
