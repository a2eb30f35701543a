/** VXLAN: pod traffic in UDP. */
export interface FlannelVxlanOptions {
  /**
   * Identifier of the network, 1 to 16777215.
   *
   * @default 1
   */
  readonly vni?: number;

  /**
   * UDP port of the nodes.
   *
   * @default - that of the kernel, 8472
   */
  readonly port?: number;

  /**
   * Whether nodes of one subnet send to each other without VXLAN.
   *
   * @default false
   */
  readonly directRouting?: boolean;

  /**
   * Size of the largest packet between nodes.
   *
   * @default - that of the interface
   */
  readonly mtu?: number;
}

/** WireGuard: pod traffic encrypted in UDP. Each node makes its own key. */
export interface FlannelWireguardOptions {
  /**
   * UDP port of the nodes.
   *
   * @default 51820
   */
  readonly listenPort?: number;

  /**
   * UDP port of the nodes for IPv6.
   *
   * @default 51821
   */
  readonly listenPortV6?: number;

  /**
   * Size of the largest packet between nodes.
   *
   * @default - that of the interface
   */
  readonly mtu?: number;
}

/** IP in IP. */
export interface FlannelIpipOptions {
  /**
   * Whether nodes of one subnet send to each other without a tunnel.
   *
   * @default false
   */
  readonly directRouting?: boolean;
}
