import { LogBuffer } from './log-buffer';
import { SecretValue } from '../secret-value';

/** How often a batch that a sink does not take is sent again. */
export interface LogRetry {
  /**
   * How many times; then it is lost.
   *
   * @default - as long as it fits into the buffer
   */
  readonly attempts?: number;

  /**
   * For how many seconds; then it is lost.
   *
   * @default - as long as it fits into the buffer
   */
  readonly giveUpAfterSeconds?: number;

  /**
   * How many seconds pass between two attempts at most; at first it is less. Where the agent has a time of its own for a sink, this is an error.
   *
   * @default 30
   */
  readonly maxIntervalSeconds?: number;
}

/** What all sinks have. */
export interface LogSinkOptions {
  /**
   * What it is called: a-z, 0-9 and '-'.
   *
   * @default - its kind, such as `elasticsearch`; the second of a kind needs one
   */
  readonly id?: string;

  /**
   * Ids of the sources whose lines it gets.
   *
   * @default - every source
   */
  readonly sources?: string[];

  /**
   * Where lines wait that it does not take.
   *
   * @default - that of the collector
   */
  readonly buffer?: LogBuffer;

  /**
   * How often a batch is sent again.
   *
   * @default - as long as it fits into the buffer, every 30 seconds at most
   */
  readonly retry?: LogRetry;
}

/** Whom a sink trusts, and what it shows. Files come from Secrets. */
export interface LogTls {
  /**
   * Whether it speaks TLS. Without it, everybody on the way reads lines and credentials.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Authorities of the server's certificate.
   *
   * @default - those of the image
   */
  readonly ca?: SecretValue;

  /**
   * Certificate that it shows; `key` must be given too.
   *
   * @default - none
   */
  readonly cert?: SecretValue;

  /**
   * Key of that certificate.
   *
   * @default - none
   */
  readonly key?: SecretValue;

  /**
   * Name in the server's certificate.
   *
   * @default - the host
   */
  readonly serverName?: string;

  /**
   * Whether any certificate of the server is good.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
}

/** What sinks have that send to a server. */
export interface LogServerOptions extends LogSinkOptions {
  /** Name or address of the server, without scheme and port, such as `logs.example.com`. */
  readonly host: string;

  /**
   * Its port.
   *
   * @default - the well-known port of its kind
   */
  readonly port?: number;

  /**
   * Whom it trusts, and what it shows.
   *
   * @default - TLS with the authorities of the image
   */
  readonly tls?: LogTls;
}

/** Credentials of Amazon Web Services. */
export interface LogAwsOptions extends LogSinkOptions {
  /** Region, such as `eu-central-1`. */
  readonly region: string;

  /**
   * URL of the service, where it is not that of the region.
   *
   * @default - that of the region
   */
  readonly endpoint?: string;

  /**
   * Role that it takes on.
   *
   * @default - that of the service account, or of the node
   */
  readonly roleArn?: string;

  /**
   * Id of an access key; `secretAccessKey` must be given too. The sinks of a collector that send to AWS have the same one, or none; only with
   * `LogAgent.vector()` may they differ.
   *
   * @default - the role of the service account, or of the node
   */
  readonly accessKeyId?: SecretValue;

  /**
   * The access key.
   *
   * @default - the role of the service account, or of the node
   */
  readonly secretAccessKey?: SecretValue;
}
