import { journals } from './journal';
import { kept } from './position';
import { settingsOf } from './raw';
import { SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { linkPaths } from '../log/container-paths';

/** What Fluent Bit reads of a file at once, unless a line may not be that long. */
const CHUNK = 32768;

/** All inputs, without what lines may take of memory. */
export function inputs(around: LogSurroundings): object[] {
  return around.pipeline.sources.flatMap(source => inputsOf(source, around));
}

function inputsOf(source: SourceModel, around: LogSurroundings): object[] {
  switch (source.kind) {
    case 'containers': {
      const { include, exclude } = linkPaths(source, around.own);
      return [{ ...tail(source, around), 'tag': `${source.id}.*`, 'path': include.join(','), ...excluded(exclude), 'multiline.parser': 'docker, cri' }];
    }
    case 'journal': return journals(source, around);
    case 'raw': return [{ tag: source.id, ...settingsOf(`the source '${source.id}'`, source.raw) }];
    default: return [{
      ...tail(source, around),
      tag: source.id,
      path: source.paths.join(','),
      ...excluded(source.exclude),
      path_key: 'file',
      // What the container runtime writes it has cut already; cut once more, it could not be read.
      truncate_long_lines: 'on',
      ...source.isJson ? { parser: 'json-line' } : {},
    }];
  }
}

/** @see https://docs.fluentbit.io/manual/data-pipeline/inputs/tail */
function tail({ id, fromBeginning }: SourceModel, { pipeline, state }: LogSurroundings): object {
  const { maxLineBytes, rotation } = pipeline;
  return {
    name: 'tail',
    ...kept(id, { state }),
    // Its usual way to write needs memory that all who have the file open share, which a network has not.
    ...state?.isRemote ? { 'db.journal_mode': 'DELETE' } : {},
    read_from_head: fromBeginning,
    refresh_interval: rotation.refreshSeconds,
    rotate_wait: rotation.waitSeconds,
    ...maxLineBytes < CHUNK ? { buffer_chunk_size: maxLineBytes } : {},
    buffer_max_size: maxLineBytes,
    // Else it stops to read a file at the first line that is too long.
    skip_long_lines: 'on',
  };
}

function excluded(paths: readonly string[]): object {
  return paths.length === 0 ? {} : { exclude_path: paths.join(',') };
}
