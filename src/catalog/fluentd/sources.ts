import { json, raw, Section, section, Settings } from './language';
import { JournalModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { linkPaths } from '../log/container-paths';

/** CRI and Docker write times as RFC 3339, with as many digits as the fraction has, or none. */
const TIME = '%iso8601';

/** @see https://docs.fluentd.org/input/tail */
export function sources(around: LogSurroundings): Section[] {
  return around.pipeline.sources.flatMap(source => sourcesOf(source, around));
}

function sourcesOf(source: SourceModel, around: LogSurroundings): Section[] {
  switch (source.kind) {
    case 'containers': {
      const { include, exclude } = linkPaths(source, around.own);
      return [section('source', '', {
        ...tail(source, around, '@CRI'),
        tag: `${source.id}.*`,
        ...paths(include, exclude),
        // '?' stands for a character only with it.
        glob_policy: 'extended',
        path_key: around.pipeline.metadata === undefined ? 'file' : undefined,
      }, parse({ format: 'cri', time_format: TIME, keep_time_key: false }, { format: 'json', time_format: TIME }))];
    }
    case 'journal': return journals(source, around);
    case 'raw': return [section('source', '', { '@id': `in_${source.id}`, '@label': '@TEXT', 'tag': source.id }, raw(`the source '${source.id}'`, 'source', source.raw))];
    default: return [section('source', '', {
      ...tail(source, around, '@TEXT'), tag: source.id, ...paths(source.paths, source.exclude), path_key: 'file',
    }, source.isJson ? parse(WITHOUT_TIME, { format: 'none' }) : section('parse', '', { '@type': 'none' }))];
  }
}

/** Its own default takes a field `time` away, and fails where it is no number. It must have a name, which no line has. */
export const WITHOUT_TIME: Settings = { format: 'json', time_key: '' };

/** The first format that reads a line counts. With one alone, text that is no object still comes out as it was. */
export function parse(...formats: Settings[]): Section {
  return section('parse', '', { '@type': 'multi_format' }, ...formats.map(format => section('pattern', '', format)));
}

function tail({ id, fromBeginning }: SourceModel, { pipeline, state }: LogSurroundings, label: string): Settings {
  const { maxLineBytes, rotation } = pipeline;
  return {
    '@type': 'tail',
    '@id': `in_${id}`,
    '@label': label,
    'pos_file': state && `${state.directory}/${id}.pos`,
    // By its name, a file that is rotated into the pattern would be read twice. It needs positions.
    'follow_inodes': state === undefined ? undefined : true,
    // Else places of files that are gone stay until the next start.
    'pos_file_compaction_interval': state === undefined ? undefined : '1h',
    'read_from_head': fromBeginning,
    'refresh_interval': `${rotation.refreshSeconds}s`,
    'rotate_wait': `${rotation.waitSeconds}s`,
    'max_line_size': maxLineBytes,
  };
}

/** It puts the date in where '%' stands. */
function paths(include: readonly string[], exclude: readonly string[]): Settings {
  const literal = (path: string) => path.replace(/%/g, '%%');
  return { path: include.map(literal).join(','), exclude_path: exclude.length === 0 ? undefined : json(exclude.map(literal)) };
}

/** @see https://github.com/fluent-plugin-systemd/fluent-plugin-systemd */
function journals(source: JournalModel, { state, context }: LogSurroundings): Section[] {
  const places = source.directories ?? context.platform.journalDirectories;
  const matches = { ...source.units.length > 0 && { _SYSTEMD_UNIT: source.units }, ...source.matches };
  return places.map((path, position) => {
    const id = position === 0 ? source.id : `${source.id}-${position + 1}`;
    return section('source', '', {
      '@type': 'systemd',
      '@id': `in_${id}`,
      '@label': '@TEXT',
      'tag': source.id,
      path,
      'read_from_head': source.fromBeginning,
      'matches': Object.keys(matches).length === 0 ? undefined : { written: `[${json(matches).written}]` },
    },
    section('entry', '', { field_map: json({ MESSAGE: 'message' }) }),
    state && section('storage', '', { '@type': 'local', 'persistent': true, 'path': `${state.directory}/${id}.json` }));
  });
}
