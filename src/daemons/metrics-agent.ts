import { nodeExporter } from '../catalog/node-exporter/node-exporter';
import { PrometheusOptions } from '../catalog/node-exporter/options';
import { assertOpenTelemetryMetrics, openTelemetryMetrics } from '../catalog/open-telemetry/metrics';
import { OpenTelemetryMetricsOptions } from '../catalog/open-telemetry/metrics-options';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { assertContainerGiven } from '../core/assert-options';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { copyOf } from '../host/copy';
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
    const copy = copyOf(options);
    return new MetricsAgent(context => nodeExporter(copy, context));
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
    const copy = copyOf(options);
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
    const { container, configFiles, apiAccess } = copyOf(options);
    assertContainerGiven(container);
    return new MetricsAgent(() => ({ component: 'node-exporter', container, configFiles, apiAccess }));
  }

  private constructor(private readonly configure: (context: AgentContext) => AgentConfig) {}

  /** @internal */
  public _config(context: AgentContext): AgentConfig {
    return this.configure(context);
  }
}
