import { ContainersModel, FilesModel, MultilineModel, PodNamesModel, SourceModel } from '../../host/log/model';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';
import { LogPipeline } from '../log/pipeline';

const BUILT_IN: readonly MultilineModel['preset'][] = ['java', 'python', 'go'];

/**
 * Joins lines: the first filters, for each gives its lines to the pipeline once more.
 * @see https://docs.fluentbit.io/manual/data-pipeline/filters/multiline-stacktrace
 */
export function multilineFilters(pipeline: LogPipeline): object[] {
  const isOnDisk = pipeline.sinks.some(({ buffer }) => buffer.kind === 'disk');
  return joining(pipeline).flatMap(source => {
    const groups = multilineGroups(source.multiline);
    return groups.map((group, position) => ({
      'name': 'multiline',
      'match_regex': tagsOf(source, group, groups.slice(0, position)),
      'multiline.key_content': 'log',
      'multiline.parser': group.kinds.map(kind => parserName(source, kind)).join(', '),
      'flush_ms': group.flushSeconds * 1000,
      ...isOnDisk ? { 'emitter_storage.type': 'filesystem' } : {},
      'emitter_mem_buf_limit': '10M',
    }));
  });
}

/** The kinds of entries that Fluent Bit does not know by itself. */
export function multilineParsers(pipeline: LogPipeline): object[] {
  return joining(pipeline).flatMap(source => source.multiline.filter(({ preset }) => !BUILT_IN.includes(preset)).map(kind => ({
    name: parserName(source, kind),
    type: 'regex',
    flush_timeout: kind.flushSeconds * 1000,
    rules: [
      { state: 'start_state', regex: `/${kind.firstLine ?? not(kind.continuation!)}/`, next_state: 'cont' },
      { state: 'cont', regex: `/${kind.continuation ?? not(kind.firstLine!)}/`, next_state: 'cont' },
    ],
  })));
}

function joining({ sources }: LogPipeline): (ContainersModel | FilesModel)[] {
  return sources.filter((source: SourceModel): source is ContainersModel | FilesModel => 'multiline' in source && source.multiline.length > 0);
}

function parserName(source: ContainersModel | FilesModel, kind: MultilineModel): string {
  return BUILT_IN.includes(kind.preset) ? kind.preset : `${source.id}-${kind.preset}-${source.multiline.indexOf(kind) + 1}`;
}

function not(pattern: string): string {
  return `^(?!.*(?:${pattern}))`;
}

/** The tags of a group: those of its containers, without those of the groups before it. */
function tagsOf(source: ContainersModel | FilesModel, group: MultilineGroup, before: readonly MultilineGroup[]): string {
  if (source.kind !== 'containers') {
    return `^${source.id}$`;
  }
  const tag = ({ pods, namespaces, containers }: PodNamesModel) =>
    `${oneOf(pods)}_${oneOf(namespaces)}_${oneOf(containers)}-[0-9a-f]{64}\\.log$`;
  const others = before.map(({ only }) => `(?!${tag(only)})`).join('');
  return `^${source.id}\\.var\\.log\\.containers\\.${others}${tag(group.only)}`;
}

function oneOf(names: readonly string[]): string {
  const patterns = names.map(name => name.replace(/\./g, '\\.').replace(/\*/g, '[^_]*'));
  return patterns.length === 0 ? '[^_]+' : patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`;
}
