/** Where a pod looks up names. */
export enum DnsPolicy {
  /** In the cluster's DNS; under host network the same as `DEFAULT`. */
  CLUSTER_FIRST = 'ClusterFirst',
  /** In the cluster's DNS, also under host network. */
  CLUSTER_FIRST_WITH_HOST_NET = 'ClusterFirstWithHostNet',
  /** As the node does. */
  DEFAULT = 'Default',
  /** Only as `dnsConfig` says. */
  NONE = 'None',
}

/** An option of the resolver. */
export interface DnsOption {
  /** Name, such as `ndots`. */
  readonly name: string;

  /**
   * Value.
   *
   * @default - the option has none
   */
  readonly value?: string;
}

/** What is added to the resolver's configuration. */
export interface DnsConfig {
  /**
   * Addresses of name servers, at most 3.
   *
   * @default - none
   */
  readonly nameservers?: string[];

  /**
   * Search domains, at most 32.
   *
   * @default - none
   */
  readonly searches?: string[];

  /**
   * Options.
   *
   * @default - none
   */
  readonly options?: DnsOption[];
}

/** A line of the pod's hosts file. */
export interface HostAlias {
  /** Address. */
  readonly ip: string;

  /** Names for the address. */
  readonly hostnames: string[];
}
