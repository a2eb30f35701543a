import { ClientExporterOptions, ExporterCompression, ExporterOptions } from './client-options';

/** To a server of OTLP. */
export interface OtlpExporterOptions extends ClientExporterOptions {
  /**
   * How batches are made smaller.
   *
   * @default ExporterCompression.GZIP
   */
  readonly compression?: ExporterCompression;
}

/** To a server that takes Prometheus' remote write. */
export interface PrometheusRemoteWriteOptions extends ClientExporterOptions {
  /**
   * What stands before each name.
   *
   * @default - nothing
   */
  readonly namespace?: string;

  /**
   * Labels of all series, such as the cluster.
   *
   * @default - none
   */
  readonly externalLabels?: { [label: string]: string };

  /**
   * Whether each series carries the attributes of its resource, the node's name among them; otherwise only `target_info` does.
   *
   * @default - with `HARDENED` true, with `BARE` that of the exporter, false
   */
  readonly resourceAttributesAsLabels?: boolean;
}

/** An endpoint that Prometheus scrapes. */
export interface PrometheusEndpointOptions extends ExporterOptions {
  /**
   * Its port.
   *
   * @default 8889
   */
  readonly port?: number;

  /**
   * What stands before each name.
   *
   * @default - nothing
   */
  readonly namespace?: string;

  /**
   * Labels of all series.
   *
   * @default - none
   */
  readonly constLabels?: { [label: string]: string };

  /**
   * How long a series stays that nobody measures any more, such as `5m`.
   *
   * @default 5m
   */
  readonly metricExpiration?: string;

  /**
   * Whether samples carry the time at which they were measured.
   *
   * @default false
   */
  readonly sendTimestamps?: boolean;

  /**
   * Whether each series carries the attributes of its resource, the node's name among them; otherwise only `target_info` does.
   *
   * @default - with `HARDENED` true, with `BARE` that of the exporter, false
   */
  readonly resourceAttributesAsLabels?: boolean;
}

/** How much the collector's log says. */
export enum DebugVerbosity {
  /** One line a batch. */
  BASIC = 'basic',
  /** One line a record. */
  NORMAL = 'normal',
  /** Everything. */
  DETAILED = 'detailed',
}

/** To the collector's own log. */
export interface DebugExporterOptions extends ExporterOptions {
  /**
   * How much.
   *
   * @default DebugVerbosity.BASIC
   */
  readonly verbosity?: DebugVerbosity;
}
