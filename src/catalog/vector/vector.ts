import { VECTOR } from './capability';
import { configuration } from './configuration';
import { configurationText } from './configuration-text';
import { isInterpolated } from './language';
import { VectorOptions } from './options';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';
import { onePort } from '../log/one-port';

const CONFIG = '/etc/vector/vector.yaml';

const RESOURCES = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } };

/**
 * Vector with its configuration in YAML (read at 0.57.0).
 * @see https://vector.dev/docs/reference/configuration/
 */
export function vector(options: VectorOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  const request = { program: VECTOR, pipeline, container: options.container ?? {}, resources: RESOURCES };
  return logCollector(request, context, around => parts(options, around));
}

function parts(options: VectorOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline: { sources, metadata, isHotReloaded }, pipeline, context } = around;
  // Probes ask for the metrics: the API of Vector would show every line to everybody who reaches it.
  const port = onePort(around.pipeline, 'Vector') ?? (around.context.hardened ? 9598 : undefined);
  const asksApi = metadata !== undefined && sources.some(({ kind }) => kind === 'containers');
  return {
    readsLinks: false,
    credentials: 'files',
    container: {
      image: sources.some(({ kind }) => kind === 'journal') ? IMAGES.vectorWithJournal : IMAGES.vector,
      // The kubelet changes a link, which the watch of files does not always notice.
      args: ['--config', CONFIG, ...isHotReloaded ? ['--watch-config', '--watch-config-method', 'poll'] : []],
      env: {
        ...asksApi ? { VECTOR_SELF_NODE_NAME: EnvValue.NODE_NAME } : {},
        // What lines of files have as host; else it were the name of the pod.
        ...sources.some(({ kind }) => kind === 'files' || kind === 'audit' || kind === 'containers' && !asksApi) ? { VECTOR_HOSTNAME: EnvValue.NODE_NAME } : {},
        ...isInterpolated(pipeline) ? { VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION: EnvValue.text('true') } : {},
        // By itself it has one for each processor of the node, each with its own queues in memory.
        ...context.hardened ? { VECTOR_THREADS: EnvValue.text('2') } : {},
      },
      ports: port === undefined ? [] : [ContainerPort.tcp(port, { name: 'metrics' })],
      ...context.hardened && port !== undefined && {
        livenessProbe: Probe.httpGet('/metrics', { port, initialDelaySeconds: 10, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/metrics', { port }),
      },
    },
    configFiles: [ConfigFile.text(CONFIG, configurationText(configuration(options, around, port)), { isWatched: isHotReloaded })],
    apiAccess: asksApi ? [ApiAccess.rule({ resources: ['nodes', 'pods', ...metadata.namespaceLabels ? ['namespaces'] : []], verbs: ['list', 'watch'] })] : [],
    // Two collectors that read each other's lines about lines would never end.
    defaults: context.hardened && sources.some(source => source.kind === 'containers' && source.excludesSelf)
      ? { podMetadata: { labels: { 'vector.dev/exclude': 'true' } } } : undefined,
    metrics: port === undefined ? undefined : { port: 'metrics', number: port, path: '/metrics' },
  };
}
