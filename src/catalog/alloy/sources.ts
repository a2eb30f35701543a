import { containerTargets, pods } from './discovery';
import { journalFields, labelledFields } from './fields';
import { Block, labelOf, Part, reference, seconds, Value } from './language';
import { lineStages } from './line-stages';
import { invalid } from '../../host/invalid';
import { ContainersModel, FilesModel, JournalModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';

/** All sources, each of which ends in the component that its filters are. */
export function sources(around: LogSurroundings): Part[] {
  return [...pods(around), ...around.pipeline.sources.flatMap(source => sourceOf(source, around))];
}

/** The component that holds the filters of a source. */
export function filtersLabel(source: { readonly id: string }): string {
  return `source_${labelOf(source)}`;
}

function sourceOf(source: SourceModel, around: LogSurroundings): Part[] {
  switch (source.kind) {
    case 'raw': return [source.raw.text!];
    case 'journal': return journal(source, around);
    case 'containers': return [...containerTargets(source, around), ...files(source, reference(`discovery.relabel.${labelOf(source)}.output`), around)];
    default: return files(source, fileTargets(source), around);
  }
}

/**
 * It keeps its positions in a directory of its own below the state.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.file/
 */
function files(source: ContainersModel | FilesModel, targets: Value, around: LogSurroundings): Block[] {
  const label = labelOf(source);
  return [
    {
      name: 'loki.source.file',
      label,
      attributes: {
        targets,
        forward_to: [reference(`loki.process.lines_${label}.receiver`)],
        tail_from_end: source.fromBeginning ? undefined : true,
      },
      parts: source.kind === 'containers' && around.pipeline.metadata === undefined ? []
        : [{ name: 'file_match', attributes: { enabled: true, sync_period: seconds(around.pipeline.rotation.refreshSeconds) } }],
    },
    {
      name: 'loki.process',
      label: `lines_${label}`,
      attributes: { forward_to: [reference(`loki.process.${filtersLabel(source)}.receiver`)] },
      parts: lineStages(source, around),
    },
  ];
}

function fileTargets({ id, paths, exclude }: FilesModel): Value {
  const excluded = exclude.length === 0 ? undefined : exclude.length === 1 ? exclude[0] : `{${exclude.join(',')}}`;
  return paths.map(path => ({ __path__: path, __path_exclude__: excluded, job: id }));
}

/**
 * Each component reads one directory, and entries that have one value of each field.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.journal/
 */
function journal(source: JournalModel, { pipeline }: LogSurroundings): Block[] {
  const label = labelOf(source);
  const combinations = (source.directories ?? [undefined]).flatMap(path => matchesOf(source).map(matches => ({ path, matches })));
  return [
    {
      name: 'loki.relabel',
      label,
      attributes: { forward_to: [] },
      parts: Object.entries(journalFields(labelledFields(source, pipeline))).map(([name, field]) =>
        ({ name: 'rule', attributes: { source_labels: [`__journal_${field}`], target_label: name } })),
    },
    ...combinations.map(({ path, matches }, position) => ({
      name: 'loki.source.journal',
      label: `part${position + 1}_${label}`,
      attributes: {
        forward_to: [reference(`loki.process.${filtersLabel(source)}.receiver`)],
        relabel_rules: reference(`loki.relabel.${label}.rules`),
        labels: { job: source.id },
        path,
        matches: matches || undefined,
        // Else it would begin some hours back. Shorter than that it must not be: what it had read before counts only within that time.
        max_age: source.fromBeginning ? '87600h' : undefined,
      },
    })),
  ];
}

/** Every combination of one value of each field. */
function matchesOf({ units, matches }: JournalModel): string[] {
  const fields = Object.entries({ ...units.length > 0 && { _SYSTEMD_UNIT: units }, ...matches });
  const wrong = fields.flatMap(([, values]) => values).find(value => /[\s=]/.test(value));
  if (wrong !== undefined) {
    throw invalid('matches of the source journal', "values without blanks and '=' for Grafana Alloy", wrong, 'use LogFilter.keep() with LogField.named()');
  }
  return fields.reduce<string[]>((all, [field, values]) => all.flatMap(before => values.map(value => `${before} ${field}=${value}`.trim())), ['']);
}
