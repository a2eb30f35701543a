import { filtersOf, isParsed, labelOfField, labelsOf } from './fields';
import { Block, labelOf, Part, quoted, reference, texts } from './language';
import { noneOf, withoutGroups } from './patterns';
import { receiver } from './receivers';
import { filtersLabel } from './sources';
import { invalid } from '../../host/invalid';
import { FilterModel, LogFieldModel, SourceModel } from '../../host/log/model';
import { goPattern } from '../go-values';
import { LogPipeline } from '../log/pipeline';

/**
 * For each source one component with the filters that its lines pass, and with the sinks that get them.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/
 */
export function filters(pipeline: LogPipeline): Block[] {
  return pipeline.sources.map(source => ({
    name: 'loki.process',
    label: filtersLabel(source),
    attributes: {
      forward_to: pipeline.sinks.filter(({ sources }) => sources?.includes(source.id) ?? true)
        .map(sink => reference(receiver(sink, isParsed(source, pipeline)))),
    },
    parts: [
      ...'isJson' in source && source.isJson ? json(source, pipeline) : [],
      ...filtersOf(source, pipeline).flatMap((filter, position, all) => stagesOf(filter, all.slice(0, position), source, pipeline)),
    ],
  }));
}

function stagesOf(filter: FilterModel, before: readonly FilterModel[], source: SourceModel, pipeline: LogPipeline): Part[] {
  switch (filter.kind) {
    case 'raw': return [filter.raw.text!];
    case 'parseJson': return json(source, pipeline);
    case 'addFields': return [{ name: 'stage.static_labels', attributes: { values: texts(filter.fields) } }];
    // It replaces what a group captures, and not what the pattern matches.
    case 'redact': return [{ name: 'stage.replace', attributes: { expression: `(${withoutGroups(filter.pattern)})`, replace: filter.replacement } }];
    default: return choosing(filter, before);
  }
}

/** What was extracted is gone behind the component: Loki gets it as structured metadata, and exporters of OpenTelemetry read the text once more. */
function json(source: SourceModel, pipeline: LogPipeline): Block[] {
  const { names, beginnings } = labelsOf(source, pipeline);
  return [
    { name: 'stage.json', attributes: { regex: '.+' } },
    { name: 'stage.structured_metadata', attributes: { regex: noneOf(names, beginnings) } },
  ];
}

function choosing(filter: FilterModel & { readonly kind: 'drop' | 'keep' }, before: readonly FilterModel[]): Block[] {
  const { id, kind, field, pattern } = filter;
  const label = labelOfField(field) ?? addedBefore(field, before);
  const reason = { drop_counter_reason: id };
  const unless = (selector: string): Block => ({ name: 'stage.match', attributes: { selector, action: 'drop', ...reason } });
  if (field.kind === 'message') {
    return kind === 'drop' ? [{ name: 'stage.drop', attributes: { expression: pattern, ...reason } }] : [unless(`{job=~".*"} !~ ${quoted(pattern)}`)];
  }
  if (label !== undefined) {
    // It matches the whole of a label.
    return [unless(`{${label}${kind === 'drop' ? '=~' : '!~'}${quoted(anywhere(pattern))}}`)];
  }
  if (goPattern(pattern)?.test('')) {
    throw invalid(`pattern of the filter '${id}'`, 'one that an empty text does not match, for Grafana Alloy', pattern, 'it cannot tell a field that is empty from one that is missing');
  }
  if (kind === 'drop') {
    return [{ name: 'stage.drop', attributes: { source: field.name!, expression: pattern, ...reason } }];
  }
  const kept = `kept_by_${labelOf(filter)}`;
  return [
    { name: 'stage.regex', attributes: { source: field.name!, expression: `(?P<${kept}>${anywhere(withoutGroups(pattern))})` } },
    { name: 'stage.drop', attributes: { source: kept, expression: '^$', ...reason } },
    // A field without a text is no field.
    { name: 'stage.template', attributes: { source: kept, template: '' } },
  ];
}

function addedBefore({ name }: LogFieldModel, before: readonly FilterModel[]): string | undefined {
  return before.some(filter => filter.kind === 'addFields' && filter.fields[name!] !== undefined) ? name : undefined;
}

function anywhere(pattern: string): string {
  return `(?s:.*)(?:${pattern})(?s:.*)`;
}
