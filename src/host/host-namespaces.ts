/** Namespaces of the node that the pod shares. */
export interface HostNamespaces {
  /**
   * The node's network: its addresses and its ports.
   *
   * @default false
   */
  readonly network?: boolean;

  /**
   * The node's processes.
   *
   * @default false
   */
  readonly pid?: boolean;

  /**
   * The node's shared memory and semaphores.
   *
   * @default false
   */
  readonly ipc?: boolean;
}
