import { Yaml } from 'cdk8s';
import { collectorConfig, OwnPipeline } from './collector-config';
import { Component, Surroundings } from './component';
import { environment } from './environment';
import { OpenTelemetryOptions } from './options';
import { batch, memoryLimiter, resource } from './processors';
import { ownMetricsPort, self } from './self';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { mebibytesOf } from '../../host/mebibytes';
import { SecurityContext } from '../../host/security-context';
import { IMAGES } from '../images';

/** What one kind of daemon makes of a collector. */
export interface CollectorRequest {
  readonly options: OpenTelemetryOptions;
  /** Receivers of its own, after those that were written. */
  readonly receivers: readonly Component[];
  /** Processors of its own, between the memory limiter and the batch. */
  readonly processors?: readonly Component[];
  /** With `HARDENED`, who it is; without it, the image's user without any right. */
  readonly securityContext?: SecurityContext;
  /** Extensions of its own. */
  readonly extensions?: readonly Component[];
  /** Further variables that its configuration may name. */
  readonly env?: { readonly [name: string]: EnvValue };
  exporters(around: Surroundings): readonly Component[];
  /** Pipelines of logs of its own. */
  logs?(shared: SharedParts): readonly OwnPipeline[];
}

/** What a pipeline of its own shares with the others. */
export interface SharedParts {
  /** What others send. */
  readonly receivers: readonly Component[];
  /** What comes first. */
  readonly limiter: readonly Component[];
  readonly resource: readonly Component[];
  /** What comes last, where it was asked for: what it holds would be lost with the pod. */
  readonly batch: readonly Component[];
}

/** What of the pod is the collector's. */
export type Collector = Required<Pick<AgentConfig, 'container' | 'configFiles' | 'apiAccess'>> & Pick<AgentConfig, 'metrics'>;

/** The configuration at its place in the official chart: the image's own stays where it is. */
const CONFIG = '/conf/relay.yaml';

/** What the program itself takes: about 100 MiB for a node, the rest for what waits to be sent. */
export const RESOURCES = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } };

/** The OpenTelemetry Collector with its configuration, and the needs of all that is in it (read at 0.158). */
export function collector(request: CollectorRequest, context: AgentContext): Collector {
  const { container, ...rest } = collectorParts(request, context);
  return { container: mergeContainer(container, request.options.container ?? {}), ...rest };
}

/** The same, without what was written of the container. */
export function collectorParts(request: CollectorRequest, context: AgentContext): Collector {
  const { options, securityContext = SecurityContext.restricted({ readOnlyRootFilesystem: true }) } = request;
  const { hardened, platform } = context;
  const container = options.container ?? {};
  const resources = container.resources ?? (hardened ? context.resources ?? RESOURCES : undefined);
  const memory = resources?.limits?.memory ?? context.options.podResources?.limits?.memory;
  const limit = memory === undefined ? undefined : mebibytesOf(memory);
  const address = platform.ipFamily === IpFamily.IPV6 ? '[${env:MY_POD_IP}]' : '${env:MY_POD_IP}';
  const around: Surroundings = { hardened, ownMetricsPort: ownMetricsPort(options) ?? 8888, listenOn: port => `${address}:${port}` };

  const receivers = [...options.receivers?.map(receiver => receiver._component(around)) ?? [], ...request.receivers];
  const limiter = memoryLimiter(options.memoryLimiter, limit, hardened);
  const ofNode = resource(options.resourceAttributes, hardened);
  const processors = [...limiter, ...request.processors ?? [], ...ofNode, ...batch(options.batch, hardened)];
  const exporters = request.exporters(around);
  const logs = request.logs?.({ receivers, limiter, resource: ofNode, batch: batch(options.batch, false) });
  const inLogs = logs?.flatMap(pipeline => [...pipeline.receivers, ...pipeline.processors, ...pipeline.exporters]) ?? [];
  const parts = [...new Set([...receivers, ...processors, ...exporters, ...inLogs])];
  const own = self(options, around);
  const extensions = [...own.extensions, ...request.extensions ?? [], ...parts.flatMap(part => part.extensions ?? [])];
  const text = Yaml.stringify(collectorConfig({ receivers, processors, exporters, extensions, telemetry: own.telemetry, logs }));
  const ports = parts.flatMap(part => part.ports ?? []);
  assertPorts([...ports, ...own.ports]);
  assertDistribution(container.image, parts);
  const program: DaemonContainer = {
    name: 'opentelemetry-collector',
    image: parts.some(part => part.isContribOnly) ? IMAGES.openTelemetryCollectorContrib : IMAGES.openTelemetryCollector,
    args: [`--config=${CONFIG}`],
    env: {
      ...environment(text, Object.assign({}, request.env, ...parts.map(part => part.env)) as { [name: string]: EnvValue }, container),
      // https://github.com/open-telemetry/opentelemetry-collector/tree/main/processor/memorylimiterprocessor#best-practices
      ...hardened && limit !== undefined && { GOMEMLIMIT: EnvValue.text(`${Math.floor(limit * 0.8)}MiB`) },
    },
    ports: hardened ? [...ports, ...own.ports] : ports,
    hostPaths: parts.flatMap(part => part.hostPaths ?? []),
    volumes: parts.flatMap(part => part.volumes ?? []),
    ...hardened && { resources, securityContext, livenessProbe: own.livenessProbe, readinessProbe: own.readinessProbe },
  };
  const ownMetrics = hardened ? own.ports.find(({ name }) => name === 'own-metrics') : undefined;
  return {
    container: program,
    configFiles: [ConfigFile.text(CONFIG, text, { key: 'relay' })],
    apiAccess: parts.flatMap(part => part.apiAccess ?? []),
    metrics: exporters.find(part => part.metrics)?.metrics ?? (ownMetrics && { port: 'own-metrics', number: ownMetrics.number }),
  };
}

/** Refuses a port on which two parts would listen: the collector stops at the second. */
function assertPorts(ports: readonly ContainerPort[]): void {
  const keys = ports.map(({ number, protocol }) => `${number}/${protocol}`);
  const twice = ports.find((_, position) => keys.indexOf(keys[position]) !== position);
  if (twice !== undefined) {
    const first = ports[keys.indexOf(`${twice.number}/${twice.protocol}`)];
    throw invalid('port of the collector', 'used once', twice.number, `'${first.name}' and '${twice.name}' listen on it: give one of the two another port`);
  }
}

/** Refuses what the image that was written has not: the collector stops at a type that it does not know. */
function assertDistribution(image: string | undefined, parts: readonly Component[]): void {
  const missing = parts.find(part => part.isContribOnly);
  if (missing !== undefined && image !== undefined && /opentelemetry-collector-k8s[:@]/.test(image)) {
    throw invalid('image of the collector', `one that has the exporter ${missing.name}, which the collector for Kubernetes lacks`, image,
      `leave the image out, or write '${IMAGES.openTelemetryCollectorContrib}'`);
  }
}
