import { LogCapability } from './capability';
import { assertDialect } from './dialect';
import { LOG_FEATURES, LogFeature } from './features';
import { LogPipeline } from './pipeline';
import { LOG_CAPABILITIES } from './programs';
import { invalid } from '../../host/invalid';
import { BufferModel, FilterModel, MultilineModel, RawModel, SinkModel, SourceModel } from '../../host/log/model';

/** Something that a pipeline asks for, and where. */
interface Requirement {
  readonly feature: LogFeature;
  readonly where: string;
}

/** Refuses a pipeline that the program cannot do, and names those that can. */
export function assertCapable(pipeline: LogPipeline, program: LogCapability): void {
  for (const { feature, where } of requirementsOf(pipeline)) {
    if (!program.can.includes(feature)) {
      const able = LOG_CAPABILITIES.filter(({ can }) => can.includes(feature)).map(({ factory }) => factory);
      throw invalid(where, `something that ${program.title} can do`, LOG_FEATURES[feature], able.length === 0 ? undefined : `these can: ${able.join(', ')}`);
    }
  }
  pipeline.filters.forEach(filter => assertLabels(filter, pipeline, program));
  pipeline.sources.forEach(source => 'multiline' in source && source.multiline.forEach(lines => assertPatterns(lines, program)));
  pipeline.filters.forEach(filter => 'pattern' in filter && assertDialect(`pattern of the filter '${filter.id}'`, filter.pattern, program.dialect, program.title));
  for (const [what, parts] of Object.entries({ source: pipeline.sources, filter: pipeline.filters, sink: pipeline.sinks })) {
    parts.forEach(part => part.kind === 'raw' && assertRaw(`the ${what} '${part.id}'`, part.raw, program));
  }
}

/** A label that no line has is matched by no pattern: all lines would stay, or none. */
function assertLabels(filter: FilterModel, { metadata }: LogPipeline, program: LogCapability): void {
  if ('field' in filter && filter.field.kind === 'podLabel' && metadata?.labels !== true) {
    throw invalid(`field of the filter '${filter.id}'`, 'one that lines have; they have no labels of pods', filter.field.name, program.can.includes('metadata.apiServer')
      ? 'write kubernetesMetadata: KubernetesMetadata.apiServer()' : `choose a program that asks for them; ${program.title} does not`);
  }
}

/** All that a pipeline asks of an agent. */
export function requirementsOf(pipeline: LogPipeline): Requirement[] {
  const { metadata, sources, filters, sinks, rotation, isHotReloaded } = pipeline;
  return [
    ...sources.flatMap(ofSource),
    ...metadata === undefined ? [] : [
      { feature: `metadata.${metadata.from}` as const, where: 'kubernetesMetadata' },
      ...metadata.annotations ? [{ feature: 'metadata.annotations' as const, where: 'kubernetesMetadata' }] : [],
      ...metadata.namespaceLabels ? [{ feature: 'metadata.namespaceLabels' as const, where: 'kubernetesMetadata' }] : [],
    ],
    ...filters.flatMap(ofFilter),
    ...sinks.flatMap(sink => ofSink(sink)),
    ...sinks.length > 1 ? [{ feature: 'sinks.several' as const, where: 'sinks' }] : [],
    ...rotation.isWaitAsked ? [{ feature: 'rotation.wait' as const, where: 'waitSeconds of the rotation' }] : [],
    ...isHotReloaded ? [{ feature: 'hotReload' as const, where: 'configReload' }] : [],
  ];
}

function ofSource(source: SourceModel): Requirement[] {
  const where = `the source '${source.id}'`;
  const lines = 'multiline' in source ? source.multiline : [];
  return [
    ...source.kind === 'raw' ? [] : [{ feature: source.kind, where }],
    ...source.kind !== 'raw' && source.kind !== 'journal' && !source.fromBeginning ? [{ feature: 'readFrom.end' as const, where: `readFrom of ${where}` }] : [],
    ...lines.flatMap(({ preset, firstLine }) => [
      { feature: source.kind === 'containers' ? 'multiline.containers' as const : 'multiline.files' as const, where: `multiline of ${where}` },
      {
        feature: preset !== 'own' ? `multiline.${preset}` as const : firstLine === undefined ? 'multiline.continuation' as const : 'multiline.firstLine' as const,
        where: `multiline of ${where}`,
      },
    ]),
  ];
}

function ofFilter(filter: FilterModel): Requirement[] {
  return filter.kind === 'raw' ? [] : [{ feature: `filter.${filter.kind}`, where: `the filter '${filter.id}'` }];
}

function ofSink(sink: SinkModel): Requirement[] {
  const where = `the sink '${sink.id}'`;
  return [
    ...sink.kind === 'raw' ? [] : [{ feature: sink.kind === 'otlp' ? `sink.otlp.${sink.protocol}` as const : `sink.${sink.kind}` as const, where }],
    ...sink.buffer === undefined ? [] : ofBuffer(sink.buffer, where),
    ...sink.retry.attempts === undefined ? [] : [{ feature: 'retry.attempts' as const, where: `retry of ${where}` }],
    ...sink.retry.giveUpAfterSeconds === undefined ? [] : [{ feature: 'retry.giveUpAfter' as const, where: `retry of ${where}` }],
    ...sink.retry.isIntervalAsked ? [{ feature: 'retry.maxInterval' as const, where: `retry of ${where}` }] : [],
  ];
}

function ofBuffer({ kind, whenFull }: BufferModel, where: string): Requirement[] {
  return [
    { feature: `buffer.${kind}`, where: `buffer of ${where}` },
    ...whenFull === undefined ? [] : [{ feature: `buffer.${kind}.${whenFull}` as const, where: `whenFull of ${where}` }],
  ];
}

function assertPatterns({ preset, firstLine, continuation }: MultilineModel, { dialect, title }: LogCapability): void {
  if (preset === 'own') {
    for (const [what, pattern] of Object.entries({ firstLine, continuation })) {
      if (pattern !== undefined) {
        assertDialect(`${what} of a multi-line entry`, pattern, dialect, title);
      }
    }
  }
}

function assertRaw(where: string, { text, settings }: RawModel, program: LogCapability): void {
  if (program.raw === 'settings' ? settings === undefined : text === undefined) {
    throw invalid(where, `given ${program.raw}, in the language of ${program.title}`, text === undefined ? 'settings' : 'text');
  }
}
