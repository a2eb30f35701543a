import { matching, pattern, quoted } from './language';
import { metadataFilters } from './metadata';
import { multilineFilters } from './multiline';
import { settingsOf } from './raw';
import { withoutUndefined } from '../../host/copy';
import { FilterModel, LogFieldModel, SourceModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** All filters, in the order in which lines pass them. */
export function filters(pipeline: LogPipeline, emitter: object): object[] {
  return [...multilineFilters(pipeline, emitter), ...metadataFilters(pipeline), ...pipeline.filters.flatMap(filter => filtersOf(filter, pipeline))];
}

/** The parsers that inputs and filters name. */
export function parsers({ sources, filters: all }: LogPipeline): object[] {
  return all.some(({ kind }) => kind === 'parseJson') || sources.some(source => 'isJson' in source && source.isJson) ? [{ name: 'json-line', format: 'json' }] : [];
}

function filtersOf(filter: FilterModel, pipeline: LogPipeline): object[] {
  const reached = pipeline.sources.filter(({ id }) => filter.sources?.includes(id) ?? true);
  const on = matching(filter.sources);
  switch (filter.kind) {
    case 'raw': {
      const { name, ...settings } = settingsOf(`the filter '${filter.id}'`, filter.raw);
      return [{ name, ...'match' in settings || 'match_regex' in settings ? {} : on, ...settings }];
    }
    // The filter modify would read each text as a regular expression, and end where it is none.
    case 'addFields': return [{
      name: 'record_modifier',
      ...on,
      remove_key: Object.keys(filter.fields),
      record: Object.entries(filter.fields).map(([name, value]) => `${name} ${quoted(value)}`),
    }];
    case 'parseJson': return byMessage(reached).map(({ key, ids }) =>
      ({ name: 'parser', ...matching(ids), key_name: key, parser: 'json-line', reserve_data: 'on', preserve_key: 'on' }));
    case 'redact': return [];
    default: return (filter.field.kind === 'message' ? byMessage(reached) : [{ key: keyOf(filter.field), ids: filter.sources }]).map(({ key, ids }) =>
      withoutUndefined({ name: 'grep', ...matching(ids), [filter.kind === 'drop' ? 'exclude' : 'regex']: `${key} ${pattern(filter.pattern)}` }));
  }
}

/** The journal has its text in another field than files have. */
function byMessage(sources: readonly SourceModel[]): { key: string; ids: string[] }[] {
  const idsOf = (isJournal: boolean) => sources.filter(({ kind }) => (kind === 'journal') === isJournal).map(({ id }) => id);
  return [{ key: 'log', ids: idsOf(false) }, { key: 'MESSAGE', ids: idsOf(true) }].filter(({ ids }) => ids.length > 0);
}

function keyOf({ kind, name }: LogFieldModel): string {
  switch (kind) {
    case 'message': return 'log';
    case 'stream': return 'stream';
    case 'named': return name!;
    case 'podLabel': return `$kubernetes['labels']['${name}']`;
    default: return `$kubernetes['${kind}_name']`;
  }
}
