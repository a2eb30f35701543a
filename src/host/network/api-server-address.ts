/** Where the API server answers without the Service `kubernetes`, which some network program has yet to make. */
export interface ApiServerAddress {
  /** Name or address, without scheme and port. */
  readonly host: string;

  /**
   * Port.
   *
   * @default 6443
   */
  readonly port?: number;
}
