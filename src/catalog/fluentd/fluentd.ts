import { FLUENTD } from './capability';
import { filters } from './filters';
import { imageOf } from './images';
import { joins } from './joins';
import { rendered, Section, section } from './language';
import { FluentdOptions } from './options';
import { labels, routes } from './sinks';
import { sources } from './sources';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { VolumeSource } from '../../host/volume-source';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';
import { onePort } from '../log/one-port';

/** The images look for a file below /fluentd/etc, where their own files lie: a directory of its own hides none of them. */
const CONFIG = 'log-collector/fluent.conf';

const RESOURCES = { requests: { cpu: '100m', memory: '300Mi' }, limits: { memory: '300Mi' } };

/**
 * Fluentd with a configuration of ours (read at 1.19.3).
 * @see https://docs.fluentd.org/configuration/config-file
 */
export function fluentd({ container = {}, stateDirectory }: FluentdOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  if (stateDirectory !== undefined) {
    throw invalid('stateDirectory of LogAgent.fluentd()', 'left out with sinks', stateDirectory, `write state: LogState.hostPath('${stateDirectory}') beside the sinks`);
  }
  return logCollector({ program: FLUENTD, pipeline, container, resources: RESOURCES }, context, parts);
}

function parts(around: LogSurroundings): LogProgramParts {
  const { pipeline, context, container } = around;
  const asked = onePort(pipeline, 'Fluentd');
  const port = asked ?? 24231;
  const isAsked = context.hardened || asked !== undefined;
  const needsNode = pipeline.metadata !== undefined || pipeline.sinks.some(({ kind }) => kind === 'splunkHec');
  return {
    readsLinks: true,
    container: {
      image: imageOf(pipeline.sinks, container.image),
      env: { FLUENTD_CONF: EnvValue.text(CONFIG), ...needsNode && { K8S_NODE_NAME: EnvValue.NODE_NAME } },
      ports: isAsked ? [ContainerPort.tcp(port, { name: 'metrics' })] : [],
      ...context.hardened && {
        // Objects of S3 and what Ruby makes smaller lie there for a moment.
        volumes: [{ mountPath: '/tmp', source: VolumeSource.emptyDir() }],
        readinessProbe: Probe.httpGet('/metrics', { port, initialDelaySeconds: 10 }),
        livenessProbe: Probe.httpGet('/metrics', { port, initialDelaySeconds: 60, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 }),
      },
    },
    configFiles: [ConfigFile.text(`/fluentd/etc/${CONFIG}`, configuration(around, isAsked ? port : undefined))],
    // It watches namespaces even where nothing of them is added, and ends where it may not.
    apiAccess: pipeline.metadata === undefined ? [] : [ApiAccess.read('', 'pods', 'namespaces')],
    metrics: isAsked ? { port: 'metrics', number: port, path: '/metrics' } : undefined,
  };
}

function configuration(around: LogSurroundings, port: number | undefined): string {
  const { pipeline } = around;
  return rendered([
    // At its start it would write what variables of the environment hold.
    section('system', '', { log_level: 'info', suppress_config_dump: true }),
    ...port === undefined ? [] : metrics(around, port),
    ...sources(around),
    ...joins(pipeline),
    section('label', '@EVENTS', {}, ...filters(pipeline), routes(pipeline.sinks)),
    ...labels(around),
    // What it says itself stands in its log; as lines it would come back for ever.
    section('label', '@FLUENT_LOG', {}, section('match', '**', { '@type': 'null', '@id': 'own_log' })),
  ]);
}

/** @see https://github.com/fluent/fluent-plugin-prometheus */
function metrics({ context }: LogSurroundings, port: number): Section[] {
  return [
    section('source', '', { '@type': 'prometheus', '@id': 'metrics', 'bind': context.platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : '::', port, 'metrics_path': '/metrics' }),
    section('source', '', { '@type': 'prometheus_output_monitor', '@id': 'metrics_of_outputs' }),
    section('source', '', { '@type': 'prometheus_tail_monitor', '@id': 'metrics_of_files' }),
  ];
}
