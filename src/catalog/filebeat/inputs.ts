import { literal, seconds } from './language';
import { linkExpression, pathExpression } from './paths';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { ContainersModel, FilesModel, JournalModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { linkPaths } from '../log/container-paths';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';
import { LogPipeline } from '../log/pipeline';

/** What inputs have in common; ids are the names under which positions are kept. */
export function inputs(around: LogSurroundings): object[] {
  const { pipeline } = around;
  const { isWaitAsked, waitSeconds } = pipeline.rotation;
  if (isWaitAsked && waitSeconds < SHORTEST_WAIT) {
    throw invalid('waitSeconds of the rotation', `at least ${SHORTEST_WAIT} with Filebeat, which would lose lines of a file that it leaves sooner`, waitSeconds);
  }
  // Filters of some sources alone must know from where a line is.
  const isMarked = pipeline.filters.some(({ sources }) => sources !== undefined);
  return pipeline.sources.flatMap(source => inputsOf(source, around).map(input => ({ ...input, ...isMarked ? { fields: { source: source.id } } : {} })));
}

function inputsOf(source: SourceModel, around: LogSurroundings): object[] {
  switch (source.kind) {
    case 'containers': return containers(source, around);
    case 'journal': return [journal(source)];
    case 'raw': return [{ id: source.id, ...source.raw.settings }];
    default: return [files(source, around.pipeline)];
  }
}

/** One input for the containers of each group of multi-line entries, and one for those of none. */
function containers(source: ContainersModel, around: LogSurroundings): object[] {
  const { include, exclude } = linkPaths(source, around.own);
  const groups = multilineGroups(source.multiline);
  const input = (id: string, group: MultilineGroup | undefined, before: readonly MultilineGroup[]) => filestream({
    id,
    paths: [...include],
    included: group === undefined || isAll(group) ? [] : [linkExpression(group.only)],
    excluded: [...exclude.map(pathExpression), ...before.map(({ only }) => linkExpression(only))],
    parsers: [{ container: { stream: 'all', format: 'auto' } }, ...group === undefined ? [] : [multiline(group)]],
    hasLinks: true,
  }, source, around.pipeline);
  const grouped = groups.map((group, position) => input(`${source.id}.${position + 1}`, group, groups.slice(0, position)));
  return groups.some(isAll) ? grouped : [...grouped, input(source.id, undefined, groups)];
}

function isAll({ only }: MultilineGroup): boolean {
  return [only.namespaces, only.pods, only.containers].every(names => names.length === 0);
}

function files(source: FilesModel, pipeline: LogPipeline): object {
  return {
    ...filestream({
      id: source.id,
      paths: source.paths,
      included: [],
      excluded: source.exclude.map(pathExpression),
      parsers: multilineGroups(source.multiline).map(multiline),
      hasLinks: false,
    }, source, pipeline),
    ...source.isJson ? { processors: [json()] } : {},
  };
}

/** Keys of a JSON line as fields; those that are there stay. */
export function json(): object {
  return { decode_json_fields: { fields: ['message'], target: '', overwrite_keys: false, max_depth: 1, add_error_key: false } };
}

interface Files {
  readonly id: string;
  readonly paths: readonly string[];
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly parsers: readonly object[];
  readonly hasLinks: boolean;
}

/** What it has closed, and is then renamed, it never reads to its end. */
const SHORTEST_WAIT = 300;

/** @see https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-filestream */
function filestream(
  { id, paths, included, excluded, parsers, hasLinks }: Files, { fromBeginning }: SourceModel, { rotation, maxLineBytes }: LogPipeline,
): object {
  return withoutUndefined({
    'type': 'filestream',
    id,
    paths,
    // By itself it knows a file by its first 1024 bytes, and reads none that is shorter: a pod that says little would never be read.
    'file_identity.native': null,
    'prospector.scanner.fingerprint.enabled': false,
    'prospector.scanner.symlinks': hasLinks ? true : undefined,
    'prospector.scanner.check_interval': seconds(rotation.refreshSeconds),
    'prospector.scanner.include_files': included.length === 0 ? undefined : included.map(literal),
    'prospector.scanner.exclude_files': excluded.length === 0 ? undefined : excluded.map(literal),
    'ignore_inactive': fromBeginning ? undefined : 'since_first_start',
    'close.on_state_change.inactive': seconds(Math.max(SHORTEST_WAIT, rotation.waitSeconds)),
    'backoff.init': '1s',
    'backoff.max': seconds(Math.min(10, rotation.refreshSeconds)),
    'message_max_bytes': maxLineBytes,
    'parsers': parsers.length === 0 ? undefined : parsers,
  });
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/multiline-examples */
function multiline({ continuation, firstLine, flushSeconds }: MultilineGroup): object {
  return {
    multiline: {
      type: 'pattern',
      pattern: literal(continuation ?? firstLine!),
      negate: continuation === undefined,
      match: 'after',
      max_lines: 1000,
      timeout: seconds(flushSeconds),
    },
  };
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-journald */
function journal({ id, fromBeginning, directories, units, matches }: JournalModel): object {
  const conditions = Object.entries({ ...units.length > 0 && { _SYSTEMD_UNIT: units }, ...matches });
  return withoutUndefined({
    'type': 'journald',
    id,
    'paths': directories,
    'seek': fromBeginning ? 'head' : 'tail',
    // Of one field any of the values, of several fields one each.
    'include_matches.match': conditions.length === 0 ? undefined : conditions.flatMap(([field, values]) => values.map(value => literal(`${field}=${value}`))),
  });
}
