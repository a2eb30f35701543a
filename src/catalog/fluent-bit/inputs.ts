import { onOff } from './language';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { JournalModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { linkPaths } from '../log/container-paths';

/** @see https://docs.fluentbit.io/manual/data-pipeline/inputs/tail */
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
    case 'raw': return [{ tag: source.id, ...source.raw.settings }];
    default: return [{
      ...tail(source, around), tag: source.id, path: source.paths.join(','), ...excluded(source.exclude), path_key: 'file', ...source.isJson ? { parser: 'json-line' } : {},
    }];
  }
}

function tail({ id, fromBeginning }: SourceModel, around: LogSurroundings): object {
  const { maxLineBytes, rotation } = around.pipeline;
  return {
    name: 'tail',
    ...kept(id, around),
    read_from_head: fromBeginning,
    refresh_interval: rotation.refreshSeconds,
    rotate_wait: rotation.waitSeconds,
    buffer_max_size: maxLineBytes,
    // Else it stops to read a file at the first line that is too long.
    skip_long_lines: 'on',
  };
}

/** Where an input keeps how far it has read, and how much it may hold. */
function kept(id: string, { pipeline, state }: LogSurroundings): object {
  const isOnDisk = pipeline.sinks.some(({ buffer }) => buffer.kind === 'disk');
  const inMemory = Math.max(...pipeline.sinks.map(({ buffer }) => buffer.kind === 'memory' ? buffer.maxMebibytes : 0));
  return withoutUndefined({
    'db': state && `${state.directory}/${id}.db`,
    'storage.type': isOnDisk ? 'filesystem' : undefined,
    'mem_buf_limit': isOnDisk ? undefined : `${Math.max(1, Math.floor(inMemory / pipeline.sources.length))}M`,
  });
}

function excluded(paths: readonly string[]): object {
  return paths.length === 0 ? {} : { exclude_path: paths.join(',') };
}

/** @see https://docs.fluentbit.io/manual/data-pipeline/inputs/systemd */
function journals(source: JournalModel, around: LogSurroundings): object[] {
  const places = source.directories ?? [undefined];
  return places.map((path, position) => withoutUndefined({
    name: 'systemd',
    ...kept(position === 0 ? source.id : `${source.id}-${position + 1}`, around),
    tag: source.id,
    path,
    read_from_tail: onOff(!source.fromBeginning),
    ...journalFilter(source),
  }));
}

/** It knows one word between all conditions: any of the values of one field, or one value each of several. */
function journalFilter({ units, matches }: JournalModel): object {
  const fields = Object.entries({ ...units.length > 0 && { _SYSTEMD_UNIT: units }, ...matches });
  if (fields.length > 1 && fields.some(([, values]) => values.length > 1)) {
    throw invalid('matches of the source journal', 'several values of one field, or one value of each of several, for Fluent Bit', Object.fromEntries(fields),
      'make a source of each value');
  }
  const conditions = fields.flatMap(([field, values]) => values.map(value => `${field}=${value}`));
  return conditions.length === 0 ? {} : { systemd_filter: conditions, systemd_filter_type: fields.length > 1 ? 'and' : 'or' };
}
