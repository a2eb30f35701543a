import { assertPipelineOptions } from './assert-options';
import { assertNoLoop, assertReached } from './assert-reached';
import { LogCapability } from './capability';
import { LogPipeline } from './pipeline';
import { assertCapable } from './requirements';
import { AgentContext } from '../../core/agent-config';
import { copyOf } from '../../host/copy';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { LogBuffer } from '../../host/log/log-buffer';
import { ConfigReload, LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { BufferModel, FilterModel, MetadataModel, SinkModel, SourceModel } from '../../host/log/model';
import { bytesOf, mebibytesOf } from '../../host/mebibytes';
import { assertPort, assertWhole } from '../assert-values';

/** What a pipeline is made for. */
export interface LogRequest {
  readonly program: LogCapability;
  readonly pipeline: LogPipelineOptions;
  /** What the user wrote of the container. */
  readonly container: DaemonContainer;
  /** Resources of the program, which give way to those of the user. */
  readonly resources: { readonly requests: { readonly [name: string]: string }; readonly limits: { readonly memory: string } };
}

/** Fills in the defaults, and refuses what could never work or what the program cannot do. */
export function logPipeline({ program, pipeline: options, container, resources }: LogRequest, context: AgentContext): LogPipeline {
  assertPipelineOptions(options);
  const { rotation = {}, health = {}, maxLineSize = '1Mi' } = options;
  const sources = modelsOf<SourceModel>('sources', options.sources, 'LogSource.containers()') ?? [CONTAINERS];
  const filters = modelsOf<FilterModel>('filters', options.filters, "LogFilter.drop(LogField.MESSAGE, '…')") ?? [];
  const sinks = modelsOf<SinkModel>('sinks', options.sinks, "LogSink.elasticsearch({ host: '…' })") ?? [];
  assertReached(sources, filters, sinks);
  context.hardened && assertNoLoop(sources, sinks);
  assertWhole('waitSeconds of the rotation', rotation.waitSeconds, 1, 3600);
  assertWhole('refreshSeconds of the rotation', rotation.refreshSeconds, 1, 3600);
  assertPort('port of the health', health.port);
  assertPort('metricsPort of the health', health.metricsPort);
  const memoryMebibytes = memoryOf(container, context, resources.limits.memory);
  const hasState = context.hardened || options.state !== undefined;
  const buffer = options.buffer?._model ?? standardBuffer(hasState && program.can.includes('buffer.disk'), memoryMebibytes, sinks.length);
  const pipeline: LogPipeline = {
    sources,
    metadata: metadataOf(options, sources, program),
    filters,
    sinks: sinks.map(sink => ({ ...sink, buffer: sink.buffer ?? buffer })),
    maxLineBytes: lineBytes(maxLineSize),
    rotation: { waitSeconds: rotation.waitSeconds ?? 30, isWaitAsked: rotation.waitSeconds !== undefined, refreshSeconds: rotation.refreshSeconds ?? 10 },
    health: copyOf(health),
    isHotReloaded: options.configReload === ConfigReload.HOT_RELOAD,
    memoryMebibytes,
  };
  assertCapable(pipeline, program);
  assertMemory(pipeline);
  return pipeline;
}

const CONTAINERS: SourceModel = {
  kind: 'containers',
  id: 'containers',
  fromBeginning: true,
  excludesSelf: true,
  multiline: [],
  only: { namespaces: [], pods: [], containers: [] },
  except: { namespaces: [], pods: [], containers: [] },
};

function modelsOf<T>(what: string, values: readonly { readonly _model: unknown }[] | undefined, example: string): T[] | undefined {
  if (values === undefined) {
    return undefined;
  }
  if (!Array.isArray(values) || (values.length === 0 && what === 'sources') || values.some(value => value?._model === undefined)) {
    throw invalid(what, `values such as ${example}`, values);
  }
  return values.map(({ _model }) => _model as T);
}

/** Who is not asked for by the user is not asked where the program cannot. */
function metadataOf({ kubernetesMetadata }: LogPipelineOptions, sources: readonly SourceModel[], program: LogCapability): MetadataModel | undefined {
  if (!sources.some(({ kind }) => kind === 'containers' || kind === 'raw' && kubernetesMetadata !== undefined)) {
    return undefined;
  }
  return kubernetesMetadata !== undefined ? kubernetesMetadata._model
    : program.can.includes('metadata.apiServer') ? { from: 'apiServer', labels: true, annotations: false, namespaceLabels: false } : undefined;
}

function memoryOf(container: DaemonContainer, context: AgentContext, standard: string): number | undefined {
  const ofContainer = container.resources ?? (context.hardened ? context.resources : undefined);
  const limit = ofContainer !== undefined ? ofContainer.limits?.memory ?? context.options.podResources?.limits?.memory
    : context.options.podResources?.limits?.memory ?? (context.hardened ? standard : undefined);
  return limit === undefined ? undefined : mebibytesOf(limit);
}

/** In memory, a quarter of the limit for all sinks together. */
function standardBuffer(isOnDisk: boolean, memoryMebibytes: number | undefined, sinks: number): BufferModel {
  return isOnDisk ? LogBuffer.disk()._model
    : { kind: 'memory', maxMebibytes: memoryMebibytes === undefined ? 32 : Math.max(1, Math.floor(memoryMebibytes / 4 / Math.max(1, sinks))) };
}

function lineBytes(amount: string): number {
  const bytes = (typeof amount === 'string' ? bytesOf(amount) : undefined) ?? 0;
  if (bytes < 1024 || bytes > 64 * 1024 * 1024) {
    throw invalid('maxLineSize', "an amount from 1Ki to 64Mi, such as '1Mi'", amount);
  }
  return bytes;
}

/** Beyond half of its limit, what waits and what the program itself needs do not fit together, and the kernel kills it. */
function assertMemory({ sinks, memoryMebibytes }: LogPipeline): void {
  const inMemory = sinks.filter(({ buffer }) => buffer.kind === 'memory').reduce((sum, { buffer }) => sum + buffer.maxMebibytes, 0);
  if (memoryMebibytes !== undefined && inMemory > memoryMebibytes / 2) {
    throw invalid('buffers in memory of all sinks', `at most half of the container's memory limit, ${Math.floor(memoryMebibytes / 2)} MiB`, `${inMemory} MiB`,
      'make them smaller, raise the limit, or use LogBuffer.disk()');
  }
}
