import { alloy } from '../catalog/alloy/alloy';
import { AlloyOptions } from '../catalog/alloy/options';
import { filebeat } from '../catalog/filebeat/filebeat';
import { FilebeatOptions } from '../catalog/filebeat/options';
import { fluentBit } from '../catalog/fluent-bit/fluent-bit';
import { FluentBitOptions } from '../catalog/fluent-bit/options';
import { fluentd } from '../catalog/fluentd/fluentd';
import { fluentdOfImage } from '../catalog/fluentd/image-configuration';
import { FluentdOptions } from '../catalog/fluentd/options';
import { logstash } from '../catalog/logstash/logstash';
import { LogstashOptions } from '../catalog/logstash/options';
import { assertOpenTelemetryLogs } from '../catalog/open-telemetry-logs/assert-logs';
import { openTelemetryLogs } from '../catalog/open-telemetry-logs/logs';
import { OpenTelemetryLogsOptions } from '../catalog/open-telemetry-logs/options';
import { VectorOptions } from '../catalog/vector/options';
import { vector } from '../catalog/vector/vector';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { assertContainerGiven, customOptions, programOptions } from '../core/assert-options';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { DaemonContainer } from '../host/daemon-container';
import { invalid } from '../host/invalid';
import { LogPipelineOptions } from '../host/log/log-pipeline-options';

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

/** The program of a LogCollector. It writes sources, filters and sinks in its own configuration language; what it cannot do is an error. */
export class LogAgent {
  /**
   * Grafana Alloy.
   *
   * @param options container and what else differs
   */
  public static alloy(options: AlloyOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => alloy(copy, pipeline, context));
  }

  /**
   * Filebeat.
   *
   * @param options container and what else differs
   */
  public static filebeat(options: FilebeatOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => filebeat(copy, pipeline, context));
  }

  /**
   * Fluent Bit.
   *
   * @param options container and what else differs
   */
  public static fluentBit(options: FluentBitOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => fluentBit(copy, pipeline, context));
  }

  /**
   * Fluentd. With sinks, its image is the one of fluent/fluentd-kubernetes-daemonset that has their plugin.
   *
   * Without sinks it is an image that brings its own configuration, as those of fluent/fluentd-kubernetes-daemonset do, and
   * `container.image` must be given. With `HARDENED` it reads the containers' logs and may write only to its state directory, asks the
   * API server for pods and namespaces, leaves out its own lines and is ready when its metrics answer on port 24231. With `BARE` it is
   * the container as you write it.
   *
   * @param options container and state
   */
  public static fluentd(options: FluentdOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => {
      if (pipeline.sinks !== undefined) {
        return fluentd(copy, pipeline, context);
      }
      const { container, stateDirectory = '/var/lib/fluentd' } = copy;
      assertNoPipeline(pipeline, 'fluentd with the configuration of its image');
      assertContainerGiven(container!);
      return fluentdOfImage({ container: container!, stateDirectory }, context);
    });
  }

  /**
   * Logstash. It reads containers without metadata of Kubernetes, and is at its best behind another agent.
   *
   * @param options container and what else differs
   */
  public static logstash(options: LogstashOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => logstash(copy, pipeline, context));
  }

  /**
   * The OpenTelemetry Collector: it reads logs, and takes logs, metrics and traces from others.
   *
   * @param options what it takes from others, memory, batches and container
   */
  public static openTelemetry(options: OpenTelemetryLogsOptions = {}): LogAgent {
    const copy = programOptions(options);
    assertOpenTelemetryLogs(copy);
    return new LogAgent((pipeline, context) => openTelemetryLogs(copy, pipeline, context));
  }

  /**
   * Vector. The label `vector.dev/exclude` keeps other collectors that are Vector away from its lines.
   *
   * @param options container and what else differs
   */
  public static vector(options: VectorOptions = {}): LogAgent {
    const copy = programOptions(options);
    return new LogAgent((pipeline, context) => vector(copy, pipeline, context));
  }

  /**
   * Any other program. Only what every log collector has is added to it; sources, filters and sinks stand in its own configuration.
   *
   * @param options what runs
   */
  public static custom(options: CustomLogAgentOptions): LogAgent {
    const { container, configFiles, apiAccess } = customOptions(options);
    return new LogAgent(pipeline => {
      assertNoPipeline(pipeline, 'a program of your own');
      return { component: 'log-collector', container, configFiles, apiAccess };
    });
  }

  private constructor(private readonly configure: (pipeline: LogPipelineOptions, context: AgentContext) => AgentConfig) {}

  /** @internal */
  public _config(pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
    return this.configure(pipeline, context);
  }
}

function assertNoPipeline(pipeline: LogPipelineOptions, program: string): void {
  const given = Object.entries(pipeline).filter(([, value]) => value !== undefined).map(([name]) => name);
  if (given.length > 0) {
    throw invalid(given[0], `left out with ${program}, which brings its own configuration`, given, 'choose another agent, such as LogAgent.fluentBit()');
  }
}
