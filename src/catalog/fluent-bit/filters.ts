import { matching, onOff, text } from './language';
import { multilineFilters } from './multiline';
import { withoutUndefined } from '../../host/copy';
import { FilterModel, LogFieldModel, MetadataModel, SourceModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** All filters, in the order in which lines pass them. */
export function filters(pipeline: LogPipeline): object[] {
  return [...multilineFilters(pipeline), ...metadata(pipeline), ...pipeline.filters.flatMap(filter => filtersOf(filter, pipeline))];
}

/** @see https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes */
function metadata({ sources, metadata: asked }: LogPipeline): object[] {
  return sources.filter(({ kind }) => kind === 'containers').flatMap(({ id }) => asked === undefined ? names(id) : [{
    name: 'kubernetes',
    ...matching([id]),
    kube_tag_prefix: `${id}.var.log.containers.`,
    labels: onOff(asked.labels),
    annotations: onOff(asked.annotations),
    namespace_labels: onOff(asked.namespaceLabels),
    merge_log: 'off',
    // The answer about a pod that is larger would be thrown away, and its lines have no labels.
    buffer_size: '1M',
    ...kubelet(asked),
  }]);
}

function kubelet({ from }: MetadataModel): object {
  // The certificate of a kubelet is in most clusters one that it has made for itself.
  return from === 'apiServer' ? {} : { 'use_kubelet': 'on', 'kubelet_host': '${HOST_IP}', 'kubelet_port': 10250, 'tls.verify': 'off' };
}

/** The names that stand in the path of the file, where nobody is asked. */
function names(id: string): object[] {
  return [
    { name: 'parser', ...matching([id]), key_name: 'file', parser: 'container-names', reserve_data: 'on', preserve_key: 'off' },
    { name: 'nest', ...matching([id]), operation: 'nest', wildcard: ['pod_name', 'namespace_name', 'container_name', 'docker_id'], nest_under: 'kubernetes' },
  ];
}

/** The parsers that the filters name. */
export function parsers({ sources, metadata: asked, filters: all }: LogPipeline): object[] {
  return [
    ...all.some(({ kind }) => kind === 'parseJson') || sources.some(source => 'isJson' in source && source.isJson) ? [{ name: 'json-line', format: 'json' }] : [],
    ...asked === undefined && sources.some(({ kind }) => kind === 'containers') ? [{
      name: 'container-names',
      format: 'regex',
      regex: '^.*/(?<pod_name>[^_]+)_(?<namespace_name>[^_]+)_(?<container_name>.+)-(?<docker_id>[a-f0-9]{64})\\.log$',
    }] : [],
  ];
}

function filtersOf(filter: FilterModel, pipeline: LogPipeline): object[] {
  const reached = pipeline.sources.filter(({ id }) => filter.sources?.includes(id) ?? true);
  const on = matching(filter.sources);
  switch (filter.kind) {
    case 'raw': return [{ ...on, ...filter.raw.settings }];
    case 'addFields': return [{ name: 'modify', ...on, set: Object.entries(filter.fields).map(([name, value]) => `${name} ${text(value)}`) }];
    case 'parseJson': return byMessage(reached).map(({ key, ids }) =>
      ({ name: 'parser', ...matching(ids), key_name: key, parser: 'json-line', reserve_data: 'on', preserve_key: 'on' }));
    case 'redact': return [];
    default: return (filter.field.kind === 'message' ? byMessage(reached) : [{ key: keyOf(filter.field), ids: filter.sources }]).map(({ key, ids }) =>
      withoutUndefined({ name: 'grep', ...matching(ids), [filter.kind === 'drop' ? 'exclude' : 'regex']: `${key} ${filter.pattern}` }));
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
    case 'node': return "$kubernetes['host']";
    default: return `$kubernetes['${kind}_name']`;
  }
}
