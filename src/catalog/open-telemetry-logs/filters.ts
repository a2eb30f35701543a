import { path, quoted, text } from './language';
import { ownParts } from './own-parts';
import { FilterModel } from '../../host/log/model';
import { Component } from '../open-telemetry/component';

/**
 * A filter as processors, in the order in which lines pass them. A line on which one fails goes on as it is, and nothing is said of it:
 * what the collector says would be a line again.
 *
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/transformprocessor
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/filterprocessor
 */
export function processors(filter: FilterModel): Component[] {
  const one = (type: string, config: object): Component[] => [{ name: `${type}/${filter.id}`, config, signals: ['logs'] }];
  const transform = (statement: string) => one('transform', { error_mode: 'silent', log_statements: [statement] });
  const drop = (condition: string) => one('filter', { error_mode: 'silent', logs: { log_record: [condition] } });
  switch (filter.kind) {
    case 'raw': return ownParts(`the filter '${filter.id}'`, 'processor', filter.raw);
    case 'parseJson': return transform(`merge_maps(log.attributes, ParseJSON(log.body), "upsert") where IsString(log.body) and IsMatch(log.body, ${quoted('^\\s*\\{')})`);
    case 'redact': return transform(`replace_pattern(log.body, ${quoted(filter.pattern)}, ${quoted(filter.replacement)}) where IsString(log.body)`);
    case 'drop': return drop(`IsMatch(${path(filter.field)}, ${quoted(filter.pattern)})`);
    case 'keep': return drop(`not IsMatch(${path(filter.field)}, ${quoted(filter.pattern)})`);
    // No expression, in which the text of a variable could end a text in quotes.
    case 'addFields': return one('attributes', {
      actions: Object.entries(filter.fields).map(([key, value]) => ({ key, value: text(value), action: 'upsert' })),
    });
  }
}
