import { Codec, codec, Part, pattern, plugin, quoted, raw, when } from './language';
import { invalid, listed } from '../../host/invalid';
import { ContainersModel, FilesModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { linkPaths } from '../log/container-paths';
import { multilineGroups } from '../log/multiline-groups';

/** The field that tells the source of a line; no output sends it. */
const SOURCE = '[@metadata][source]';

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-file */
export function inputs(around: LogSurroundings): Part[] {
  return around.pipeline.sources.map(source => {
    switch (source.kind) {
      case 'raw': return raw(`the source '${source.id}'`, 'input', source.raw);
      case 'journal': throw invalid(`the source '${source.id}'`, 'something that Logstash can do', 'the journal of systemd');
      case 'containers': {
        const { include, exclude } = linkPaths(source, around.own);
        return file(source, include, exclude, around);
      }
      default: return file(source, source.paths, source.exclude, around);
    }
  });
}

function file(source: ContainersModel | FilesModel, include: readonly string[], exclude: readonly string[], { pipeline, state }: LogSurroundings): Part {
  return plugin('file', {
    id: `in_${source.id}`,
    path: include,
    exclude: exclude.length === 0 ? undefined : exclude.map(path => nameOf(source, path, include)),
    sincedb_path: state && `${state.directory}/${source.id}.sincedb`,
    start_position: source.fromBeginning ? 'beginning' : 'end',
    // In rounds of a second.
    discover_interval: pipeline.rotation.refreshSeconds,
    add_field: { [SOURCE]: source.id },
    codec: multiline(source),
  });
}

/** It looks at the names of files alone. Those of containers have all names in them. */
function nameOf(source: ContainersModel | FilesModel, path: string, include: readonly string[]): string {
  const slash = path.lastIndexOf('/');
  if (source.kind !== 'containers' && include.some(other => other.slice(0, other.lastIndexOf('/')) !== path.slice(0, slash))) {
    throw invalid(`exclude of the source '${source.id}'`, 'in the directory of all its paths, for Logstash looks at the names of files alone', path, 'make a source of each directory');
  }
  return path.slice(slash + 1);
}

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-multiline */
function multiline({ multiline: kinds }: ContainersModel | FilesModel): Codec | undefined {
  return multilineGroups(kinds).map(({ continuation, firstLine, flushSeconds }) => codec('multiline', {
    pattern: pattern(continuation ?? firstLine!),
    negate: continuation === undefined,
    what: 'previous',
    auto_flush_interval: Math.ceil(flushSeconds),
  }))[0];
}

/** The condition that a line is of some sources; undefined for all. */
export function of(sources: readonly string[] | undefined): string | undefined {
  return sources === undefined ? undefined : sources.map(id => `${SOURCE} == ${quoted(id)}`).join(' or ');
}

/** What a source in the user's own words does not tell of its lines. */
export function ofRaw(sources: readonly SourceModel[]): readonly Part[] {
  const ids = sources.filter(({ kind }) => kind === 'raw').map(({ id }) => id);
  if (ids.length > 1) {
    throw invalid('raw sources', 'at most one with Logstash, which tells their lines apart by no other sign', listed(ids), 'write both plugins into one text');
  }
  return ids.length === 0 ? [] : when(`!${SOURCE}`, [plugin('mutate', { add_field: { [SOURCE]: ids[0] } })]);
}
