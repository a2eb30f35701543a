import { Yaml } from 'cdk8s';
import { fluentBitBuffers } from './buffers';
import { FLUENT_BIT } from './capability';
import { filters, parsers } from './filters';
import { inputs } from './inputs';
import { filledIn } from './language';
import { metadataAccess } from './metadata';
import { multilineParsers } from './multiline';
import { FluentBitOptions } from './options';
import { outputs } from './outputs';
import { service } from './service';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { withoutUndefined } from '../../host/copy';
import { EnvValue } from '../../host/env-value';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';
import { CONFIG_RELOADER, configReloader } from '../log/config-reloader';
import { onePort } from '../log/one-port';

const DIRECTORY = '/fluent-bit/etc/conf';
const CONFIG = `${DIRECTORY}/fluent-bit.yaml`;

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
  const { pipeline, context, own } = around;
  const { isHotReloaded, metadata } = pipeline;
  const asked = onePort(pipeline, 'Fluent Bit');
  const port = asked ?? 2020;
  const isServed = context.hardened || asked !== undefined || isHotReloaded;
  const loopback = context.platform.ipFamily === IpFamily.IPV4 ? '127.0.0.1' : '[::1]';
  return {
    readsLinks: true,
    container: {
      image: IMAGES.fluentBit,
      args: ['-c', CONFIG],
      env: {
        ...metadata?.from === 'kubelet' ? { HOST_IP: EnvValue.HOST_IP } : {},
        ...pipeline.sinks.some(sink => sink.kind === 'forward' && sink.sharedKey) ? { HOSTNAME: EnvValue.POD_NAME } : {},
      },
      ports: isServed ? [ContainerPort.tcp(port, { name: 'http' })] : [],
      ...context.hardened && {
        livenessProbe: Probe.httpGet('/', { port, initialDelaySeconds: 10, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/api/v1/health', { port }),
      },
    },
    sidecars: isHotReloaded ? [configReloader(DIRECTORY, `http://${loopback}:${port}/api/v2/reload`, context.hardened)] : [],
    configFiles: [ConfigFile.text(CONFIG, Yaml.stringify(configuration(options, around, isServed ? port : undefined)),
      isHotReloaded ? { isWatched: true, containers: [own.container, CONFIG_RELOADER] } : {})],
    apiAccess: metadataAccess(pipeline, context),
    metrics: isServed ? { port: 'http', number: port, path: '/api/v2/metrics/prometheus' } : undefined,
  };
}

function configuration(options: FluentBitOptions, around: LogSurroundings, port: number | undefined): object {
  const { pipeline } = around;
  const read = inputs(around);
  const buffers = fluentBitBuffers(around, read.length);
  return filledIn(withoutUndefined({
    service: { ...service(around, buffers, port), ...options.service },
    parsers: someOf(parsers(pipeline)),
    multiline_parsers: someOf(multilineParsers(pipeline)),
    pipeline: withoutUndefined({
      // Its name first, as people read it.
      inputs: read.map(input => ({ name: '', ...buffers.input, ...input })), filters: someOf(filters(pipeline, buffers.emitter)), outputs: outputs(around),
    }),
  }));
}

function someOf(list: object[]): object[] | undefined {
  return list.length === 0 ? undefined : list;
}
