import { POD_FIELDS, podLabelName } from './discovery';
import { FilterModel, LogFieldModel, SourceModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** The filters that lines of a source pass. */
export function filtersOf({ id }: SourceModel, { filters }: LogPipeline): readonly FilterModel[] {
  return filters.filter(({ sources }) => sources?.includes(id) ?? true);
}

/** Whether lines of a source that are JSON have their keys as fields. */
export function isParsed(source: SourceModel, pipeline: LogPipeline): boolean {
  return 'isJson' in source && source.isJson || filtersOf(source, pipeline).some(({ kind }) => kind === 'parseJson');
}

/** The label that holds a field; undefined for the text, and for fields that are only extracted. */
export function labelOfField({ kind, name }: LogFieldModel): string | undefined {
  return kind === 'message' || kind === 'named' ? undefined : kind === 'podLabel' ? podLabelName(name!) : kind;
}

/** Fields by name for which a filter of a source asks, and which no filter before it made. */
export function labelledFields(source: SourceModel, pipeline: LogPipeline): string[] {
  const asked = filtersOf(source, pipeline).flatMap(filter => 'field' in filter && filter.field.kind === 'named' ? [filter.field.name!] : []);
  return [...new Set(asked)];
}

/** Labels of the lines of a journal, and the fields of the journal from which they come. */
export function journalFields(asked: readonly string[]): { [label: string]: string } {
  const lower = asked.filter(name => name === name.toUpperCase()).map(name => [name, name.toLowerCase()]);
  return { unit: '_systemd_unit', level: 'priority_keyword', node: '_hostname', ...Object.fromEntries(lower) };
}

/** The names of labels that a line of a source may have, and the beginnings of further ones. */
export function labelsOf(source: SourceModel, pipeline: LogPipeline): { readonly names: string[]; readonly beginnings: string[] } {
  const added = filtersOf(source, pipeline).flatMap(filter => filter.kind === 'addFields' ? Object.keys(filter.fields) : []);
  const own = source.kind === 'containers' ? ['namespace', 'pod', 'container', 'node', 'stream', 'filename']
    : source.kind === 'journal' ? ['job', ...Object.keys(journalFields(labelledFields(source, pipeline)))] : ['job', 'filename'];
  return { names: [...new Set([...own, ...added])], beginnings: source.kind === 'containers' ? Object.values(POD_FIELDS) : [] };
}
