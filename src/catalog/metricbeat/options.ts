import { MetricbeatModule } from './module';
import { MetricbeatOutput } from './output';
import { DaemonContainer } from '../../host/daemon-container';

/** Metricbeat. */
export interface MetricbeatOptions {
  /** Where it sends what it measures. */
  readonly output: MetricbeatOutput;

  /**
   * What it measures.
   *
   * @default - with `HARDENED`, of the node every 10 seconds cpu, load, memory, network, process, process_summary, socket_summary and
   * uptime, every minute filesystem and fsstat, without those of the network where `hostNamespaces` refuses the host network
   */
  readonly modules?: MetricbeatModule[];

  /**
   * Directory of the node in which it keeps who it is and what it has not sent. Two Metricbeats need two.
   *
   * @default - with `HARDENED` `/var/lib/metricbeat-data`, with the `name` of the daemon where it has one; otherwise none
   */
  readonly stateDirectory?: string;

  /**
   * Port on which it tells how it is, for the probes. Under host network it listens on the node's loopback address alone.
   *
   * @default - with `HARDENED` 5066, otherwise none
   */
  readonly httpPort?: number;

  /**
   * Further settings of metricbeat.yml, such as `processors`; what you write wins. Credentials in them must be variables.
   *
   * @default - none
   */
  readonly settings?: { [key: string]: any };

  /**
   * Whatever differs of its container. What you write wins; variables, ports and mounts are added to those of the program.
   *
   * @default - only what the program needs
   */
  readonly container?: DaemonContainer;
}
