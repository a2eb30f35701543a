import { pattern } from './language';
import { ContainersModel, FilesModel, MultilineModel, PodNamesModel, SourceModel } from '../../host/log/model';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';
import { LogPipeline } from '../log/pipeline';

const BUILT_IN: readonly MultilineModel['preset'][] = ['java', 'python', 'go'];

type Joining = ContainersModel | FilesModel;

/** Lines that are joined: those of a source that one filter sees, and no other. */
export interface JoiningGroup {
  readonly source: Joining;
  readonly group: MultilineGroup;
  readonly before: readonly MultilineGroup[];
}

/** What is joined, in the order in which it counts. */
export function joiningGroups(pipeline: LogPipeline): JoiningGroup[] {
  return joining(pipeline).flatMap(source => {
    const groups = multilineGroups(source.multiline);
    return groups.map((group, position) => ({ source, group, before: groups.slice(0, position) }));
  });
}

/**
 * Joins lines. These are the first filters, for each gives its lines to the pipeline once more, with the tag that they had; no two see the same
 * tag, or they would pass a line to and fro: https://github.com/fluent/fluent-bit/issues/5235
 * @see https://docs.fluentbit.io/manual/data-pipeline/filters/multiline-stacktrace
 */
export function multilineFilters(pipeline: LogPipeline, emitter: object): object[] {
  return joiningGroups(pipeline).map(({ source, group, before }) => ({
    'name': 'multiline',
    'match_regex': tagsOf(source, group, before),
    'multiline.key_content': 'log',
    'multiline.parser': group.kinds.map(kind => parserName(source, kind)).join(', '),
    'flush_ms': group.flushSeconds * 1000,
    ...emitter,
  }));
}

/** The kinds of entries that Fluent Bit does not know by itself. */
export function multilineParsers(pipeline: LogPipeline): object[] {
  return joining(pipeline).flatMap(source => source.multiline.filter(({ preset }) => !BUILT_IN.includes(preset)).map(kind => ({
    name: parserName(source, kind),
    type: 'regex',
    flush_timeout: kind.flushSeconds * 1000,
    // Both streams of a container have one tag; what the one writes between two lines of the other belongs to none of its entries.
    ...source.kind === 'containers' ? { key_content: 'log', key_group: 'stream' } : {},
    rules: [
      { state: 'start_state', regex: pattern(kind.firstLine ?? not(kind.continuation!)), next_state: 'cont' },
      { state: 'cont', regex: pattern(kind.continuation ?? not(kind.firstLine!)), next_state: 'cont' },
    ],
  })));
}

function joining({ sources }: LogPipeline): Joining[] {
  return sources.filter((source: SourceModel): source is Joining => 'multiline' in source && source.multiline.length > 0);
}

function parserName(source: Joining, kind: MultilineModel): string {
  return BUILT_IN.includes(kind.preset) ? kind.preset : `${source.id}-${kind.preset}-${source.multiline.indexOf(kind) + 1}`;
}

function not(expression: string): string {
  return `^(?!.*(?:${expression}))`;
}

/** The tags of a group: those of its containers, without those of the groups before it. */
function tagsOf(source: Joining, group: MultilineGroup, before: readonly MultilineGroup[]): string {
  if (source.kind !== 'containers') {
    return `^${source.id}$`;
  }
  const tag = ({ pods, namespaces, containers }: PodNamesModel) =>
    `${oneOf(pods)}_${oneOf(namespaces)}_${oneOf(containers)}-[0-9a-f]{64}\\.log$`;
  const others = before.map(({ only }) => `(?!${tag(only)})`).join('');
  return `^${source.id}\\.var\\.log\\.containers\\.${others}${tag(group.only)}`;
}

function oneOf(names: readonly string[]): string {
  const expressions = names.map(name => name.replace(/\./g, '\\.').replace(/\*/g, '[^_]*'));
  return expressions.length === 0 ? '[^_]+' : expressions.length === 1 ? expressions[0] : `(${expressions.join('|')})`;
}
