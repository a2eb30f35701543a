import { LogAgentOptions } from '../log/agent-options';

/** Fluentd. */
export interface FluentdOptions extends LogAgentOptions {
  /**
   * Directory of the node in which a fluentd with the configuration of its image keeps how far it has read and what it has not sent.
   * Two collectors need two. With sinks, `state` of the collector says it.
   *
   * @default /var/lib/fluentd
   */
  readonly stateDirectory?: string;
}
