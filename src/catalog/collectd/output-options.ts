import { SecretValue } from '../../host/secret-value';

/** Metrics for Prometheus. */
export interface CollectdPrometheusOptions {
  /**
   * Port on which they are scraped: the one value for listener, probes, Service and monitor.
   *
   * @default 9103
   */
  readonly port?: number;

  /**
   * Seconds after which a metric goes that gets no new value.
   *
   * @default 300
   */
  readonly staleness?: number;
}

/** The format of metrics in a request. */
export enum CollectdHttpFormat {
  /** Commands of collectd's own text protocol. */
  COMMAND = 'Command',
  /** JSON. */
  JSON = 'JSON',
  /** JSON as KairosDB takes it. */
  KAIROSDB = 'KAIROSDB',
}

/** Metrics that are posted to a server. */
export interface CollectdHttpOptions {
  /** The URL, without credentials in it. */
  readonly url: string;

  /**
   * Name of this output in collectd; two need two.
   *
   * @default - host and port of the URL
   */
  readonly name?: string;

  /**
   * Username.
   *
   * @default - none
   */
  readonly username?: SecretValue;

  /**
   * Password.
   *
   * @default - none
   */
  readonly password?: SecretValue;

  /**
   * Certificates of the authorities that the server's certificate may come from.
   *
   * @default - those of the image
   */
  readonly ca?: SecretValue;

  /**
   * Certificate of the client.
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
   * Whether any certificate is taken for the server's.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * The format.
   *
   * @default CollectdHttpFormat.COMMAND
   */
  readonly format?: CollectdHttpFormat;

  /**
   * Whether counters become rates.
   *
   * @default false
   */
  readonly storeRates?: boolean;

  /**
   * Bytes that are gathered for a request, at least 1024.
   *
   * @default 4096
   */
  readonly bufferSize?: number;

  /**
   * Seconds to wait for an answer.
   *
   * @default - the interval of the program
   */
  readonly timeout?: number;

  /**
   * Whether an answer with an error is logged.
   *
   * @default false
   */
  readonly logErrors?: boolean;
}

/** How lines travel to Graphite. */
export enum CollectdProtocol {
  /** TCP. */
  TCP = 'tcp',
  /** UDP. */
  UDP = 'udp',
}

/** Metrics for Graphite, line by line. */
export interface CollectdGraphiteOptions {
  /** Its name or address. */
  readonly host: string;

  /**
   * Its port.
   *
   * @default 2003
   */
  readonly port?: number;

  /**
   * Name of this output in collectd; two need two.
   *
   * @default - host and port
   */
  readonly name?: string;

  /**
   * How lines travel.
   *
   * @default CollectdProtocol.TCP
   */
  readonly protocol?: CollectdProtocol;

  /**
   * Text before the name of each metric.
   *
   * @default - none
   */
  readonly prefix?: string;

  /**
   * Whether counters become rates.
   *
   * @default true
   */
  readonly storeRates?: boolean;

  /**
   * Whether each metric has tags instead of a long name.
   *
   * @default false
   */
  readonly tags?: boolean;

  /**
   * Seconds after which the connection is made again.
   *
   * @default - never while it is open
   */
  readonly reconnectInterval?: number;
}
