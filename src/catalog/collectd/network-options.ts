import { SecretValue } from '../../host/secret-value';

/** How metrics travel to another collectd. */
export enum CollectdSecurity {
  /** As they are. */
  NONE = 'None',
  /** Signed: they can be read and not be changed. */
  SIGN = 'Sign',
  /** Encrypted. */
  ENCRYPT = 'Encrypt',
}

/** Another collectd, which listens. */
export interface CollectdServer {
  /** Its name or address. */
  readonly host: string;

  /**
   * Its port.
   *
   * @default 25826
   */
  readonly port?: number;

  /**
   * How metrics travel.
   *
   * @default - CollectdSecurity.ENCRYPT with a username and a password, otherwise CollectdSecurity.NONE
   */
  readonly security?: CollectdSecurity;

  /**
   * Name that the other knows.
   *
   * @default - none
   */
  readonly username?: SecretValue;

  /**
   * The password that belongs to it.
   *
   * @default - none
   */
  readonly password?: SecretValue;

  /**
   * Seconds after which its name is looked up again.
   *
   * @default - only after an error
   */
  readonly resolveInterval?: number;
}

/** Metrics for other collectds, by UDP. */
export interface CollectdNetworkOptions {
  /** Those that get every metric. */
  readonly servers: CollectdServer[];

  /**
   * How many networks packets cross: 1 to 255.
   *
   * @default - that of the system for packets to one address, 1 for those to a group
   */
  readonly timeToLive?: number;

  /**
   * The most bytes of a packet: 1024 to 65535.
   *
   * @default 1452
   */
  readonly maxPacketSize?: number;
}
