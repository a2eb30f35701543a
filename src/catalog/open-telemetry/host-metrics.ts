import { HostScraper } from './host-scraper';

/** What the OpenTelemetry Collector measures of the node itself. */
export interface HostMetricsOptions {
  /**
   * What is measured. An empty list measures nothing.
   *
   * @default - CPU, disk, file systems, load, memory and network
   */
  readonly scrapers?: HostScraper[];

  /**
   * How often, such as `30s`.
   *
   * @default - that of the collector, 1m
   */
  readonly collectionInterval?: string;

  /**
   * How long after its start it measures first.
   *
   * @default - that of the collector, 1s
   */
  readonly initialDelay?: string;

  /**
   * Whether the node's root is mounted, read-only and with what is mounted later. Without it the collector sees the file systems,
   * processes and users of its own container.
   *
   * @default true
   */
  readonly mountRoot?: boolean;

  /**
   * Where the collector finds the node's root.
   *
   * @default - /hostfs where `mountRoot` mounts it, otherwise nowhere
   */
  readonly rootPath?: string;
}
