import { Yaml } from 'cdk8s';
import { FLUENT_BIT } from './capability';
import { filters, parsers } from './filters';
import { inputs } from './inputs';
import { onOff } from './language';
import { multilineParsers } from './multiline';
import { FluentBitOptions } from './options';
import { outputs } from './outputs';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { withoutUndefined } from '../../host/copy';
import { EnvValue } from '../../host/env-value';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';

const CONFIG = '/fluent-bit/etc/conf/fluent-bit.yaml';

const RESOURCES = { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } };

/**
 * Fluent Bit with its configuration in YAML (read at 5.1.1).
 * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml
 */
export function fluentBit(options: FluentBitOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  const request = { program: FLUENT_BIT, pipeline, container: options.container ?? {}, resources: RESOURCES };
  return logCollector(request, context, around => parts(options, around));
}

function parts(options: FluentBitOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline, context } = around;
  const port = pipeline.health.port ?? 2020;
  const isAsked = context.hardened || pipeline.health.port !== undefined;
  const configuration = withoutUndefined({
    service: { ...service(around, isAsked ? port : undefined), ...options.service },
    parsers: someOf(parsers(pipeline)),
    multiline_parsers: someOf(multilineParsers(pipeline)),
    pipeline: withoutUndefined({ inputs: inputs(around), filters: someOf(filters(pipeline)), outputs: outputs(around) }),
  });
  const asksKubelet = pipeline.metadata?.from === 'kubelet';
  return {
    readsLinks: true,
    container: {
      image: IMAGES.fluentBit,
      args: ['-c', CONFIG],
      env: {
        ...asksKubelet ? { HOST_IP: EnvValue.HOST_IP } : {},
        ...pipeline.sinks.some(sink => sink.kind === 'forward' && sink.sharedKey) ? { HOSTNAME: EnvValue.POD_NAME } : {},
      },
      ports: isAsked ? [ContainerPort.tcp(port, { name: 'http' })] : [],
      ...context.hardened && {
        livenessProbe: Probe.httpGet('/', { port, initialDelaySeconds: 10, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/api/v1/health', { port }),
      },
    },
    configFiles: [ConfigFile.text(CONFIG, Yaml.stringify(configuration), { isWatched: pipeline.isHotReloaded })],
    apiAccess: access(around),
    metrics: isAsked ? { port: 'http', number: port, path: '/api/v2/metrics/prometheus' } : undefined,
  };
}

/** @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml/service-section */
function service({ pipeline, state, context }: LogSurroundings, port: number | undefined): object {
  const isOnDisk = pipeline.sinks.some(({ buffer }) => buffer.kind === 'disk');
  return withoutUndefined({
    'flush': 1,
    'log_level': 'info',
    'scheduler.cap': Math.max(...pipeline.sinks.map(({ retry }) => retry.maxIntervalSeconds)),
    // Documentation and program differ in its default.
    'hot_reload': onOff(pipeline.isHotReloaded),
    ...port === undefined ? {} : {
      http_server: 'on', http_listen: context.platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : '::', http_port: port, health_check: 'on',
    },
    ...isOnDisk && state ? { 'storage.path': `${state.directory}/buffer`, 'storage.sync': 'normal', 'storage.metrics': 'on', ...memory(pipeline.memoryMebibytes) } : {},
  });
}

/** A chunk has about 2 MB: those in memory get a quarter of the limit, and those that are read again at the start an eighth. */
function memory(mebibytes: number | undefined): object {
  return mebibytes === undefined ? {} : {
    'storage.max_chunks_up': Math.max(4, Math.min(128, Math.floor(mebibytes / 8))),
    'storage.backlog.mem_limit': `${Math.max(1, Math.floor(mebibytes / 8))}M`,
  };
}

function access({ pipeline: { metadata } }: LogSurroundings): ApiAccess[] {
  if (metadata === undefined) {
    return [];
  }
  return metadata.from === 'kubelet'
    ? [ApiAccess.rule({ resources: ['nodes/pods'], verbs: ['get'] }), ...metadata.namespaceLabels ? [ApiAccess.read('', 'namespaces')] : []]
    : [ApiAccess.read('', 'pods', ...metadata.namespaceLabels ? ['namespaces'] : [])];
}

function someOf(list: object[]): object[] | undefined {
  return list.length === 0 ? undefined : list;
}
