import { assertCollectd } from '../catalog/collectd/assert-collectd';
import { collectd } from '../catalog/collectd/collectd';
import { CollectdOptions } from '../catalog/collectd/options';
import { assertGmond } from '../catalog/gmond/assert-gmond';
import { gmond } from '../catalog/gmond/gmond';
import { GmondOptions } from '../catalog/gmond/options';
import { nodeExporter } from '../catalog/node-exporter/node-exporter';
import { PrometheusOptions } from '../catalog/node-exporter/options';
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
    const copy = copyOf(options);
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
    const copy = copyOf(options);
    assertGmond(copy);
    return new MetricsAgent(context => gmond(copy, context));
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
