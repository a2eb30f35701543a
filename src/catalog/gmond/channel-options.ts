import { GmondAcl } from './acl';
import { IpFamily } from '../../host/ip-family';

/** Packets to one gmond. */
export interface GmondUnicastOptions {
  /**
   * Its port.
   *
   * @default 8649
   */
  readonly port?: number;

  /**
   * How many networks packets cross: 1 to 255.
   *
   * @default 1
   */
  readonly timeToLive?: number;
}

/** Packets to a group. */
export interface GmondMulticastOptions {
  /**
   * Address of the group, 224.0.0.0 to 239.255.255.255.
   *
   * @default 239.2.11.71
   */
  readonly group?: string;

  /**
   * The group's port.
   *
   * @default 8649
   */
  readonly port?: number;

  /**
   * Interface of the node.
   *
   * @default - chosen by the kernel
   */
  readonly networkInterface?: string;
}

/** Packets to a group, from this node. */
export interface GmondMulticastSendOptions extends GmondMulticastOptions {
  /**
   * How many networks packets cross: 1 to 255.
   *
   * @default 1
   */
  readonly timeToLive?: number;
}

/** What is common to sockets on which gmond receives. */
export interface GmondSocketOptions {
  /**
   * Who is heard.
   *
   * @default - everyone
   */
  readonly acl?: GmondAcl;

  /**
   * Bytes of the socket's buffer.
   *
   * @default - those of the system
   */
  readonly buffer?: number;
}

/** Packets that others send to this gmond. */
export interface GmondUnicastReceiveOptions extends GmondSocketOptions {
  /**
   * Port.
   *
   * @default 8649
   */
  readonly port?: number;

  /**
   * Address on which it listens.
   *
   * @default - every address
   */
  readonly bind?: string;

  /**
   * Family of the addresses.
   *
   * @default - that of the platform
   */
  readonly family?: IpFamily;
}

/** Packets to a group, for this node. */
export interface GmondMulticastReceiveOptions extends GmondMulticastOptions, GmondSocketOptions {}

/** A port on which gmond tells all that it has heard, as XML. */
export interface GmondTcpAccept {
  /**
   * Port.
   *
   * @default 8649
   */
  readonly port?: number;

  /**
   * Address on which it listens.
   *
   * @default - with `HARDENED` in the network of the node, the address of the node; otherwise every address
   */
  readonly bind?: string;

  /**
   * Family of the addresses.
   *
   * @default - that of the platform
   */
  readonly family?: IpFamily;

  /**
   * Who is answered.
   *
   * @default - everyone
   */
  readonly acl?: GmondAcl;

  /**
   * Microseconds after which a client is left that does not read.
   *
   * @default - never
   */
  readonly timeout?: number;

  /**
   * Whether the XML is compressed.
   *
   * @default false
   */
  readonly gzip?: boolean;
}
