import { assertCollectd } from '../catalog/collectd/assert-collectd';
import { collectd } from '../catalog/collectd/collectd';
import { CollectdOptions } from '../catalog/collectd/options';
import { assertGmond } from '../catalog/gmond/assert-gmond';
import { gmond } from '../catalog/gmond/gmond';
import { GmondOptions } from '../catalog/gmond/options';
import { assertMetricbeat } from '../catalog/metricbeat/assert-options';
import { metricbeat } from '../catalog/metricbeat/metricbeat';
import { MetricbeatOptions } from '../catalog/metricbeat/options';
import { assertNewRelic } from '../catalog/new-relic/assert-options';
import { newRelic } from '../catalog/new-relic/new-relic';
import { NewRelicOptions } from '../catalog/new-relic/options';
import { nodeExporter } from '../catalog/node-exporter/node-exporter';
import { PrometheusOptions } from '../catalog/node-exporter/options';
import { assertOpenTelemetryMetrics, openTelemetryMetrics } from '../catalog/open-telemetry/metrics';
import { OpenTelemetryMetricsOptions } from '../catalog/open-telemetry/metrics-options';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { customOptions, programOptions } from '../core/assert-options';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { DaemonContainer } from '../host/daemon-container';

/** A metrics program of your own. */
export interface CustomMetricsAgentOptions {
  /** The container. */
  readonly container: DaemonContainer;

  /**
   * Text files that it reads, from a ConfigMap that the daemon owns.
   *
   * @default - none
   */
  readonly configFiles?: ConfigFile[];

  /**
   * What it may ask the API server.
   *
   * @default - nothing
   */
  readonly apiAccess?: ApiAccess[];
}

/** The program of a NodeExporter. */
export class MetricsAgent {
  /**
   * Prometheus' node exporter.
   *
   * With `HARDENED` it runs as nobody without any capability, sees the root directory of the node read-only, listens on the address of the node
   * and leaves out what belongs to pods. With `BARE` nothing is added to what you write.
   *
   * @param options what it reports, and to whom
   */
  public static prometheus(options: PrometheusOptions = {}): MetricsAgent {
    const copy = programOptions(options);
    return new MetricsAgent(context => nodeExporter(copy, context));
  }

  /**
   * Metricbeat: it measures the node and asks the kubelet, and sends to Elasticsearch, Logstash or Kafka.
   *
   * What it mounts, asks and may do follows from its modules. With `HARDENED` it is root without any capability that no module needs,
   * writes nothing but its state, and runs in the network of the node only where it measures that network. With `BARE` it is the
   * container as you write it, with the configuration and the mounts of the options that you give.
   *
   * @param options output, modules and state
   */
  public static metricbeat(options: MetricbeatOptions): MetricsAgent {
    const copy = programOptions(options);
    assertMetricbeat(copy);
    return new MetricsAgent(context => metricbeat(copy, context));
  }

  /**
   * The infrastructure agent of New Relic, with a second container that asks the kubelet.
   *
   * To measure the node it is privileged, which fails synthesis until ND401 is acknowledged with a reason; with `hostMetrics: false`
   * it is not even root. With `BARE` it is the container as you write it, with the configuration and the mounts of the options that
   * you give.
   *
   * @param options licence key, cluster and what is measured
   */
  public static newRelic(options: NewRelicOptions): MetricsAgent {
    const copy = programOptions(options);
    assertNewRelic(copy);
    return new MetricsAgent(context => newRelic(copy, context));
  }

  /**
   * collectd, in an image of your own: its project publishes none.
   *
   * With `HARDENED` it runs as nobody without any capability, reads what is usual of the node and is scraped on port 9103. What it must see of the
   * node follows from its plugins: the node's network for interfaces, its processes for processes, its root directory, read-only, for file systems.
   * With `BARE` it has what you write and what that asks for.
   *
   * Where an output has credentials, or the pod its own network, the shell of the image completes the configuration before collectd starts.
   *
   * @param options image, what it reads and where it writes
   */
  public static collectd(options: CollectdOptions): MetricsAgent {
    const copy = programOptions(options);
    assertCollectd(copy);
    return new MetricsAgent(context => collectd(copy, context));
  }

  /**
   * Ganglia's gmond, in an image of your own: its project publishes none.
   *
   * With `HARDENED` it runs as nobody without any capability, calls the node by its name and answers on port 8649. It has the network of the node for
   * metrics of the network and for multicast, and sees its root directory read-only for those of disks. With `BARE` it has its configuration and what
   * you write.
   *
   * @param options image, cluster and channels
   */
  public static gmond(options: GmondOptions): MetricsAgent {
    const copy = programOptions(options);
    assertGmond(copy);
    return new MetricsAgent(context => gmond(copy, context));
  }

  /**
   * The OpenTelemetry Collector, which measures its node and takes what programs of the node send.
   *
   * With `HARDENED` it sees the node's root read-only and the node's network, may do nothing else, refuses data before its memory ends,
   * and names the node in all that it sends. With `BARE` it is what you write.
   *
   * @param options exporters, and whatever differs from the defaults
   */
  public static openTelemetry(options: OpenTelemetryMetricsOptions): MetricsAgent {
    const copy = programOptions(options);
    assertOpenTelemetryMetrics(copy);
    return new MetricsAgent(context => openTelemetryMetrics(copy, context));
  }

  /**
   * Any other program. Only what every exporter has is added to it. Its metrics are those of the port called `metrics`, or of
   * the only port that it has.
   *
   * @param options what runs
   */
  public static custom(options: CustomMetricsAgentOptions): MetricsAgent {
    const { container, configFiles, apiAccess } = customOptions(options);
    return new MetricsAgent(() => ({ component: 'node-exporter', container, configFiles, apiAccess }));
  }

  private constructor(private readonly configure: (context: AgentContext) => AgentConfig) {}

  /** @internal */
  public _config(context: AgentContext): AgentConfig {
    return this.configure(context);
  }
}
