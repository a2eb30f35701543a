import { SecretValue } from '../../host/secret-value';

/** Whom an exporter trusts, and what it shows. Files come from Secrets and are read again when these change. */
export interface ExporterTls {
  /**
   * Whether nothing is encrypted; only for OTLP over gRPC, where others say it by `http://`.
   *
   * @default false
   */
  readonly insecure?: boolean;

  /**
   * Whether any certificate of the server is good.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Name in the server's certificate.
   *
   * @default - the host of the endpoint
   */
  readonly serverName?: string;

  /**
   * Authorities of the server's certificate.
   *
   * @default - those of the image
   */
  readonly ca?: SecretValue;

  /**
   * Certificate that the exporter shows.
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
}

/** Name and password of an exporter. */
export interface ExporterBasicAuth {
  /** Name. */
  readonly username: SecretValue;

  /** Password. */
  readonly password: SecretValue;
}

/** What waits in memory while a server does not answer. */
export interface ExporterQueue {
  /**
   * How many batches.
   *
   * @default - that of the exporter: 1000, for Prometheus 10000
   */
  readonly size?: number;

  /**
   * How many of them are sent at the same time.
   *
   * @default - that of the exporter: 10, for Prometheus 5
   */
  readonly consumers?: number;
}

/** How often a batch is sent again. */
export interface ExporterRetry {
  /**
   * How long it waits first, such as `5s`.
   *
   * @default - that of the exporter
   */
  readonly initialInterval?: string;

  /**
   * How long it waits at most.
   *
   * @default 30s
   */
  readonly maxInterval?: string;

  /**
   * After which time it is given up; `0s` for never.
   *
   * @default 5m
   */
  readonly maxElapsedTime?: string;
}

/** How a batch is made smaller. */
export enum ExporterCompression {
  /** gzip. */
  GZIP = 'gzip',
  /** Snappy. */
  SNAPPY = 'snappy',
  /** Zstandard. */
  ZSTD = 'zstd',
  /** Not at all. */
  NONE = 'none',
}

/** What all exporters have. */
export interface ExporterOptions {
  /**
   * What tells it from another exporter of its type: a-z, 0-9 and '-'.
   *
   * @default - none; the second of a type needs one
   */
  readonly id?: string;
}

/** What exporters have that send to a server. */
export interface ClientExporterOptions extends ExporterOptions {
  /** Where the server is. */
  readonly endpoint: string;

  /**
   * Whom it trusts, and what it shows.
   *
   * @default - TLS with the authorities of the image, unless the endpoint says `http://`
   */
  readonly tls?: ExporterTls;

  /**
   * Headers of each request, such as a tenant. Credentials belong in `secretHeaders`.
   *
   * @default - none
   */
  readonly headers?: { [header: string]: string };

  /**
   * Headers of each request whose values are secret.
   *
   * @default - none
   */
  readonly secretHeaders?: { [header: string]: SecretValue };

  /**
   * Token that it shows in the header `authorization`.
   *
   * @default - none
   */
  readonly bearerToken?: SecretValue;

  /**
   * Name and password that it shows in the header `authorization`.
   *
   * @default - none
   */
  readonly basicAuth?: ExporterBasicAuth;

  /**
   * How long the server may take, such as `10s`.
   *
   * @default - that of the exporter
   */
  readonly timeout?: string;

  /**
   * What waits while the server does not answer.
   *
   * @default - that of the exporter
   */
  readonly queue?: ExporterQueue;

  /**
   * How often a batch is sent again.
   *
   * @default - for 5 minutes
   */
  readonly retry?: ExporterRetry;
}
