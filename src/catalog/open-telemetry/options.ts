import { OpenTelemetryReceiver } from './receiver';
import { DaemonContainer } from '../../host/daemon-container';

/** How much memory the collector takes before it refuses data. Refused data comes again where the sender keeps it. */
export interface OpenTelemetryMemoryLimiter {
  /**
   * Whether it is on.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How often it measures, such as `1s`.
   *
   * @default 1s
   */
  readonly checkInterval?: string;

  /**
   * Percentage of the container's memory limit, 1 to 100.
   *
   * @default - 80, unless `limitMebibytes` is given
   */
  readonly limitPercentage?: number;

  /**
   * How much of it, in percentage points, may come between two measurements.
   *
   * @default - 25, of a limit below 50 a quarter
   */
  readonly spikeLimitPercentage?: number;

  /**
   * Amount of memory, instead of a percentage.
   *
   * @default - the percentage; 400 where the container has no memory limit and nothing is given
   */
  readonly limitMebibytes?: number;

  /**
   * How much of it may come between two measurements.
   *
   * @default - a quarter
   */
  readonly spikeLimitMebibytes?: number;
}

/** How records are put together before they are sent. */
export interface OpenTelemetryBatch {
  /**
   * Whether they are.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How long a batch waits, such as `200ms`.
   *
   * @default - that of the collector, 200ms
   */
  readonly timeout?: string;

  /**
   * How many records make a batch.
   *
   * @default - that of the collector, 8192
   */
  readonly sendBatchSize?: number;

  /**
   * How many a batch has at most.
   *
   * @default - no limit
   */
  readonly sendBatchMaxSize?: number;
}

/** Where the collector tells whether it is well. */
export interface OpenTelemetryHealthCheck {
  /**
   * Its port.
   *
   * @default 13133
   */
  readonly port?: number;

  /**
   * Its path.
   *
   * @default /
   */
  readonly path?: string;
}

/** How much the collector says of its work. */
export enum OpenTelemetryLogLevel {
  /** Everything. */
  DEBUG = 'debug',
  /** What it does. */
  INFO = 'info',
  /** What may be wrong. */
  WARN = 'warn',
  /** What is wrong. */
  ERROR = 'error',
}

/** What the collector tells of itself. */
export interface OpenTelemetrySelf {
  /**
   * Port of its own metrics.
   *
   * @default - 8888 where `OpenTelemetryReceiver.ownMetrics` reads them; otherwise with `HARDENED` it has no such port, with `BARE` that of the collector
   */
  readonly metricsPort?: number;

  /**
   * How much its log says.
   *
   * @default OpenTelemetryLogLevel.INFO
   */
  readonly logLevel?: OpenTelemetryLogLevel;

  /**
   * Attributes of its own metrics and logs. `${env:…}` stands for a variable of the container.
   *
   * @default - with `HARDENED`, where it has a port for its metrics, the names of node, namespace and pod
   */
  readonly resource?: { [attribute: string]: string };
}

/**
 * What all OpenTelemetry Collectors have in common.
 *
 * Texts may have `${env:NAME}` for a variable of the container; these are there where they are used: `OTEL_K8S_NODE_NAME`,
 * `OTEL_K8S_NODE_IP`, `OTEL_K8S_NAMESPACE`, `OTEL_K8S_POD_NAME`, `OTEL_K8S_POD_IP` and `MY_POD_IP`.
 */
export interface OpenTelemetryOptions {
  /**
   * Whatever differs of the container. What you write wins; variables, ports and mounts are added to those of the collector.
   *
   * @default - the collector for Kubernetes, or the one with all components where an exporter needs it
   */
  readonly container?: DaemonContainer;

  /**
   * What it takes from others.
   *
   * @default - nothing
   */
  readonly receivers?: OpenTelemetryReceiver[];

  /**
   * How much memory it takes before it refuses data. It comes first in each pipeline.
   *
   * @default - with `HARDENED` 80 percent of the container's memory limit, with `BARE` none
   */
  readonly memoryLimiter?: OpenTelemetryMemoryLimiter;

  /**
   * How records are put together. It comes last in each pipeline.
   *
   * @default - with `HARDENED` those of the collector, with `BARE` none
   */
  readonly batch?: OpenTelemetryBatch;

  /**
   * Attributes of every resource that does not have them already, such as the cluster's name. With `HARDENED` the node's name is
   * among them, as `host.name` and `k8s.node.name`.
   *
   * @default - with `HARDENED` the node's name, with `BARE` none
   */
  readonly resourceAttributes?: { [attribute: string]: string };

  /**
   * Where it tells whether it is well.
   *
   * @default - with `HARDENED` port 13133, which the probes ask, with `BARE` nowhere
   */
  readonly healthCheck?: OpenTelemetryHealthCheck;

  /**
   * What it tells of itself.
   *
   * @default - with `HARDENED` a log, with `BARE` what the collector does by itself
   */
  readonly telemetry?: OpenTelemetrySelf;
}
