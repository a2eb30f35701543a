import { json, raw, regexp, Section, section, Settings, text } from './language';
import { parse, WITHOUT_TIME } from './sources';
import { tagged } from './tags';
import { FilterModel, LogFieldModel, MetadataModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** All filters behind the joins, in the order in which lines pass them. */
export function filters({ sources, metadata, filters: all }: LogPipeline): Section[] {
  const containers = sources.filter(({ kind }) => kind === 'containers').map(({ id }) => id);
  return [...containers.length === 0 ? [] : [metadata === undefined ? names(containers) : asked(containers, metadata)], ...all.map(filterOf)];
}

/** @see https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter */
function asked(containers: readonly string[], { labels, annotations, namespaceLabels }: MetadataModel): Section {
  return section('filter', tagged(containers), {
    '@type': 'kubernetes_metadata',
    '@id': 'kubernetes_metadata',
    'skip_pod_labels': labels ? undefined : true,
    'annotation_match': annotations ? json(['.*']) : undefined,
    'skip_namespace_metadata': namespaceLabels ? undefined : true,
    // Twice a minute it would write how large its caches are.
    'stats_interval': 0,
  });
}

/** The names that stand in the path of the file, where nobody is asked. */
function names(containers: readonly string[]): Section {
  const expression = '^.*/(?<pod_name>[^_/]+)_(?<namespace_name>[^_]+)_(?<container_name>.+)-(?<container_id>[0-9a-f]{64})\\.log$';
  return section('filter', tagged(containers), {
    '@type': 'parser', '@id': 'names', 'key_name': 'file', 'remove_key_name_field': true, 'hash_value_field': 'kubernetes', ...KEPT,
  }, section('parse', '', { '@type': 'regexp', 'expression': regexp(expression) }));
}

/** Else it keeps only what it has read, and complains of all that it cannot read. */
const KEPT: Settings = { reserve_data: true, reserve_time: true, emit_invalid_record_to_error: false };

function filterOf(filter: FilterModel): Section {
  const of = (settings: Settings, ...inside: Section[]) => section('filter', tagged(filter.sources), { '@id': `filter_${filter.id}`, ...settings }, ...inside);
  switch (filter.kind) {
    case 'raw': return section('filter', tagged(filter.sources), { '@id': `filter_${filter.id}` }, raw(`the filter '${filter.id}'`, 'filter', filter.raw));
    case 'parseJson': return of({ '@type': 'parser', 'key_name': 'message', ...KEPT }, parse(WITHOUT_TIME));
    case 'addFields': return of({ '@type': 'record_modifier' },
      section('record', '', Object.fromEntries(Object.entries(filter.fields).map(([field, value]) => [field, text(value)]))));
    case 'redact': return of({ '@type': 'record_modifier' },
      section('replace', '', { key: 'message', expression: regexp(filter.pattern), replace: filter.replacement }));
    default: return of({ '@type': 'grep' },
      section(filter.kind === 'drop' ? 'exclude' : 'regexp', '', { key: keyOf(filter.field), pattern: regexp(filter.pattern) }));
  }
}

function keyOf({ kind, name }: LogFieldModel): string {
  switch (kind) {
    case 'message':
    case 'stream': return kind;
    case 'named': return name!;
    case 'podLabel': return `$['kubernetes']['labels']['${name}']`;
    default: return `$.kubernetes.${kind}_name`;
  }
}
