import { Yaml } from 'cdk8s';
import { DEFAULT_PORT } from './assert-options';
import { NewRelicOptions } from './options';
import { withoutUndefined } from '../../host/copy';

/** What the agent's file says besides its options. */
export interface AgentFileContext {
  readonly hardened: boolean;
  readonly clusterName: string;
  /** Whether it measures the node; undefined where nothing is said. */
  readonly hostMetrics: boolean | undefined;
  readonly takesScrapes: boolean;
  /** Whether it has the socket of Docker. */
  readonly hasDocker: boolean;
}

/**
 * newrelic-infra.yml. The licence key is never in it.
 * @see https://docs.newrelic.com/docs/infrastructure/install-infrastructure-agent/configuration/infrastructure-agent-configuration-settings/
 */
export function agentFile(options: NewRelicOptions, { hardened, clusterName, hostMetrics, takesScrapes, hasDocker }: AgentFileContext): string {
  const { port, statusPort, sampleRates = {}, runtimeSocket, verbose } = options;
  const listens = takesScrapes || port !== undefined;
  return Yaml.stringify(withoutUndefined({
    ...listens ? { http_server_enabled: true, http_server_port: port ?? DEFAULT_PORT } : {},
    ...statusPort === undefined ? {} : { status_server_enabled: true, status_server_port: statusPort },
    // Without the node's files it would measure its own container.
    is_secure_forward_only: hostMetrics === false ? true : undefined,
    features: hardened || runtimeSocket !== undefined ? { docker_enabled: hasDocker } : undefined,
    enable_process_metrics: options.processMetrics,
    metrics_system_sample_rate: sampleRates.system,
    metrics_storage_sample_rate: sampleRates.storage,
    metrics_network_sample_rate: sampleRates.network,
    metrics_process_sample_rate: sampleRates.process,
    log: verbose === true ? { level: 'debug' } : undefined,
    custom_attributes: { ...options.customAttributes, clusterName },
    ...options.settings,
  }));
}
