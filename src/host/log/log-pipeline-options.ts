import { KubernetesMetadata } from './kubernetes-metadata';
import { LogBuffer } from './log-buffer';
import { LogFilter } from './log-filter';
import { LogSink } from './log-sink';
import { LogSource } from './log-source';
import { LogState } from './log-state';

/** How files that are rotated are followed. */
export interface LogRotation {
  /**
   * How many seconds a file that was rotated is read on, for what its writer still adds. An agent that reads such a file to its end and leaves it has
   * no such time: with it this is an error.
   *
   * @default 30
   */
  readonly waitSeconds?: number;

  /**
   * After how many seconds new files are found.
   *
   * @default 10
   */
  readonly refreshSeconds?: number;
}

/** Where a log collector tells of itself. */
export interface LogCollectorHealth {
  /**
   * Port that the probes ask.
   *
   * @default - that of the agent
   */
  readonly port?: number;

  /**
   * Port of its own metrics, for agents that have another one for them.
   *
   * @default - that of the agent
   */
  readonly metricsPort?: number;
}

/** What happens when the configuration changes. */
export enum ConfigReload {
  /** The pods are replaced, a tenth of the nodes at a time. */
  ROLL_PODS = 'rollPods',
  /** The program reads it again, on all nodes within about a minute. A configuration that it refuses reaches all of them, too. */
  HOT_RELOAD = 'hotReload',
}

/** What a log collector reads, what it does with it, and where it sends it. */
export interface LogPipelineOptions {
  /**
   * Where lines come from. Two sources of which one selects containers that the other selects too are an error where a sink takes both.
   *
   * @default - the output of all containers of the node
   */
  readonly sources?: LogSource[];

  /**
   * What of pods is added to the lines of their containers. It comes before the filters.
   *
   * @default - labels of the pod, asked from the API server
   */
  readonly kubernetesMetadata?: KubernetesMetadata;

  /**
   * What is done with lines, in this order.
   *
   * @default - nothing
   */
  readonly filters?: LogFilter[];

  /**
   * Where lines are sent, each to all of them that take its source. May be left out only where the agent brings its own configuration.
   *
   * @default - none
   */
  readonly sinks?: LogSink[];

  /**
   * Where it keeps how far it has read, and what it has not sent.
   *
   * @default - the directory `/var/lib/AGENT/NAMESPACE-NAME` of each node
   */
  readonly state?: LogState;

  /**
   * Where lines wait that a sink does not take.
   *
   * @default LogBuffer.disk()
   */
  readonly buffer?: LogBuffer;

  /**
   * The longest line that is read, such as `1Mi`; of a longer one the rest, or all of it, is left out, as the agent does.
   *
   * @default 1Mi
   */
  readonly maxLineSize?: string;

  /**
   * How files that are rotated are followed.
   *
   * @default - read on for 30 seconds, new ones found after 10
   */
  readonly rotation?: LogRotation;

  /**
   * Where it tells of itself.
   *
   * @default - on the ports of the agent
   */
  readonly health?: LogCollectorHealth;

  /**
   * What happens when the configuration changes.
   *
   * @default ConfigReload.ROLL_PODS
   */
  readonly configReload?: ConfigReload;
}
