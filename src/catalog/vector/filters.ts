import { remap } from './stage';
import { literal, matches, pattern, textExpression } from './vrl';
import { FilterModel, SourceModel } from '../../host/log/model';

/**
 * A filter.
 *
 * @param sources whose lines it gets
 * @param before the filters that they have passed
 */
export function transformOf(filter: FilterModel, sources: readonly SourceModel[], before: readonly FilterModel[]): object {
  switch (filter.kind) {
    case 'raw': return { ...filter.raw.settings };
    case 'addFields': return remap(...Object.entries(filter.fields).map(([field, text]) => `.${field} = ${textExpression(text)}`));
    case 'parseJson': return remap(...PARSE_JSON);
    case 'redact': return remap(...redact(pattern(filter.pattern), literal(filter.replacement), hasFields(sources, before)));
    case 'drop': return { type: 'filter', condition: `!(${matches(filter.field, filter.pattern)})` };
    case 'keep': return { type: 'filter', condition: matches(filter.field, filter.pattern) };
  }
}

/** What a line has already stays: its text, and names of pods that a program could else make up. */
const PARSE_JSON = [
  'parsed, error = parse_json(string(.message) ?? "")',
  'if error == null && is_object(parsed) {',
  '  . = merge(object!(parsed), .)',
  '}',
];

/** Whether parts of the text stand in fields, too. */
function hasFields(sources: readonly SourceModel[], before: readonly FilterModel[]): boolean {
  return sources.some(source => 'isJson' in source && source.isJson) || before.some(({ kind }) => kind === 'parseJson' || kind === 'raw');
}

function redact(expression: string, replacement: string, inFields: boolean): string[] {
  return inFields ? [
    'kubernetes = del(.kubernetes)',
    '. = map_values(., recursive: true) -> |value| {',
    `  if is_string(value) { replace(string!(value), ${expression}, ${replacement}) } else { value }`,
    '}',
    'if kubernetes != null { .kubernetes = kubernetes }',
  ] : [`if is_string(.message) { .message = replace(string!(.message), ${expression}, ${replacement}) }`];
}
