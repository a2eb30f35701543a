import { fluentd } from '../catalog/fluentd';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { assertContainerGiven } from '../core/assert-options';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { copyOf } from '../host/copy';
import { DaemonContainer } from '../host/daemon-container';

/** fluentd in an image that brings its own configuration. */
export interface FluentdOptions {
  /**
   * The container: its image, which must be given, and whatever differs from the defaults. What you write wins; variables, ports and
   * mounts are added to those of the defaults.
   */
  readonly container: DaemonContainer;

  /**
   * Directory of the node in which fluentd keeps how far it has read and what it has not sent. Two collectors need two.
   *
   * @default /var/lib/fluentd
   */
  readonly stateDirectory?: string;
}

/** A log program of your own. */
export interface CustomLogAgentOptions {
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

/** The program of a LogCollector. */
export class LogAgent {
  /**
   * fluentd in an image that brings its own configuration, as those of fluent/fluentd-kubernetes-daemonset do.
   *
   * With `HARDENED` it reads the containers' logs and may write only to its state directory, asks the API server for pods and
   * namespaces, leaves out its own lines and is ready when its metrics answer on port 24231. With `BARE` it is the container
   * as you write it.
   *
   * @param options container and state
   */
  public static fluentd(options: FluentdOptions): LogAgent {
    const { container, stateDirectory = '/var/lib/fluentd' } = copyOf(options);
    assertContainerGiven(container);
    return new LogAgent(context => fluentd({ container, stateDirectory }, context));
  }

  /**
   * Any other program. Only what every log collector has is added to it.
   *
   * @param options what runs
   */
  public static custom(options: CustomLogAgentOptions): LogAgent {
    const { container, configFiles, apiAccess } = copyOf(options);
    assertContainerGiven(container);
    return new LogAgent(() => ({ component: 'log-collector', container, configFiles, apiAccess }));
  }

  private constructor(private readonly configure: (context: AgentContext) => AgentConfig) {}

  /** @internal */
  public _config(context: AgentContext): AgentConfig {
    return this.configure(context);
  }
}
