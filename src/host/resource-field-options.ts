/** How a resource amount becomes text. */
export interface ResourceFieldOptions {
  /**
   * The container whose resources are meant.
   *
   * @default - the container that has the variable
   */
  readonly containerName?: string;

  /**
   * The unit of the number, such as `1Mi` or `1m`; the result is rounded up.
   *
   * @default - 1 (bytes, or whole CPUs)
   */
  readonly divisor?: string;
}
