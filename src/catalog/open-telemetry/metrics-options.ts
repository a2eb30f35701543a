import { OpenTelemetryExporter } from './exporter';
import { HostMetricsOptions } from './host-metrics';
import { KubeletStatsOptions } from './kubelet-stats';
import { OpenTelemetryOptions } from './options';

/** The OpenTelemetry Collector as a program that measures each node. */
export interface OpenTelemetryMetricsOptions extends OpenTelemetryOptions {
  /** Where it sends what it measures and takes, at least one. */
  readonly exporters: OpenTelemetryExporter[];

  /**
   * What it measures of the node.
   *
   * @default - with `HARDENED` CPU, disk, file systems, load, memory and network, with `BARE` nothing
   */
  readonly hostMetrics?: HostMetricsOptions;

  /**
   * What it asks the kubelet.
   *
   * @default - nothing
   */
  readonly kubeletStats?: KubeletStatsOptions;
}
