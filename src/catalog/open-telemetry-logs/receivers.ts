import { joining } from './multiline';
import { ownParts } from './own-parts';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { ContainersModel, FilesModel, JournalModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { podPaths } from '../log/container-paths';
import { Component } from '../open-telemetry/component';

/** What reads a source; each keeps its position under its own name. */
export interface Reading {
  readonly around: LogSurroundings;
  /** The pipeline as it was written, without defaults. */
  readonly given: LogPipelineOptions;
  /** Whether lines wait where a sink takes none. */
  readonly waits: boolean;
}

export function receivers(source: SourceModel, reading: Reading): Component[] {
  switch (source.kind) {
    case 'containers': return [filelog(source, containers(source, reading), reading)];
    case 'journal': return journals(source, reading);
    case 'raw': return ownParts(`the source '${source.id}'`, 'receiver', source.raw);
    default: return [filelog(source, files(source, reading), reading)];
  }
}

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/filelogreceiver */
function filelog(source: ContainersModel | FilesModel, config: object, reading: Reading): Component {
  const { refreshSeconds } = reading.given.rotation ?? {};
  return {
    name: `filelog/${source.id}`,
    config: withoutUndefined({
      ...config,
      include_file_name: false,
      include_file_path: true,
      poll_interval: refreshSeconds && `${refreshSeconds}s`,
      ...kept(source, reading),
      operators: operators(source, reading),
    }),
    signals: ['logs'],
  };
}

/**
 * The kubelet puts a full file aside as `0.log.20261121-120000` and packs the one before it. What was put aside while nobody read is
 * read too; a file that has only another name goes on where it was.
 */
function containers(source: ContainersModel, { around, given }: Reading): object {
  const { include, exclude } = podPaths(source, around.own);
  const withRotated = (paths: readonly string[]) => paths.map(path => `${path}*`);
  return around.context.hardened || given.rotation !== undefined
    ? { include: withRotated(include), exclude: [...withRotated(exclude), '/var/log/pods/*/*/*.gz', '/var/log/pods/*/*/*.tmp'] } : { include, exclude };
}

function files(source: FilesModel, reading: Reading): object {
  return { include: source.paths, exclude: source.exclude, max_log_size: longest(reading) };
}

function longest({ around, given }: Reading): number | undefined {
  return around.context.hardened || given.maxLineSize !== undefined ? around.pipeline.maxLineBytes : undefined;
}

/** Where it begins, where it notes how far it is, and what it does with lines that the pipeline does not take. */
function kept({ fromBeginning }: SourceModel, { around, waits }: Reading): object {
  return {
    start_at: fromBeginning ? 'beginning' : 'end',
    storage: around.state && 'file_storage',
    retry_on_failure: { enabled: waits, ...waits && around.context.hardened ? { max_elapsed_time: '0s' } : {} },
  };
}

function operators(source: ContainersModel | FilesModel, reading: Reading): object[] | undefined {
  const all = [
    ...source.kind === 'containers' ? [withoutUndefined({ type: 'container', id: 'container', max_log_size: longest(reading) })] : [],
    ...source.kind === 'audit' ? [{ type: 'json_parser', id: 'json', parse_to: 'attributes', if: 'body matches "^\\\\s*{"', on_error: 'send_quiet' }] : [],
    ...joining(source, reading.around.pipeline.maxLineBytes),
  ];
  return all.length === 0 ? undefined : all;
}

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/journaldreceiver */
function journals(source: JournalModel, reading: Reading): Component[] {
  if (reading.around.container.image === undefined) {
    throw invalid(`the source '${source.id}'`, 'read by an image with journalctl, which those of the OpenTelemetry Collector lack', 'no image',
      "write container: { image: 'example.com/otelcol-with-journalctl:1' }");
  }
  return (source.directories ?? [undefined]).map((directory, position) => ({
    name: `journald/${source.id}${position === 0 ? '' : `_${position + 1}`}`,
    config: withoutUndefined({
      directory,
      units: source.units.length === 0 ? undefined : source.units,
      matches: matchesOf(source),
      // By itself it leaves out what is for debugging, and texts above 4096 bytes.
      priority: 'debug',
      all: true,
      convert_message_bytes: true,
      ...kept(source, reading),
      operators: [
        // An entry is a map: its text becomes the text, all else fields.
        { type: 'move', id: 'entry', from: 'body', to: 'attributes.entry' },
        { type: 'flatten', id: 'fields', field: 'attributes.entry' },
        { type: 'move', id: 'message', from: 'attributes.MESSAGE', to: 'body', if: 'attributes.MESSAGE != nil' },
      ],
    }),
    signals: ['logs'],
  }));
}

/** Any of several maps: each has one value of each field. */
function matchesOf({ matches }: JournalModel): object[] | undefined {
  const strange = Object.keys(matches).find(field => !/^[_A-Z]+$/.test(field));
  if (strange !== undefined) {
    throw invalid('matches of the source journal', "fields of letters and '_' for the OpenTelemetry Collector", strange);
  }
  const all = Object.entries(matches).reduce<readonly { [field: string]: string }[]>((maps, [field, values]) =>
    maps.flatMap(map => values.map(value => ({ ...map, [field]: value }))), [{}]);
  return Object.keys(matches).length === 0 ? undefined : [...all];
}
