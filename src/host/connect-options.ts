/** Which containers of a workload are told where the daemon is. */
export interface ConnectOptions {
  /**
   * Names of the containers; those of init containers too.
   *
   * @default - all containers
   */
  readonly containers?: string[];

  /**
   * Whether all init containers are told as well.
   *
   * @default false
   */
  readonly initContainers?: boolean;
}
