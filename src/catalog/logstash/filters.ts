import { Part, pattern, plugin, raw, regexp, text, when } from './language';
import { of, ofRaw } from './sources';
import { FilterModel, LogFieldModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** All filters, in the order in which lines pass them. */
export function filters({ sources, filters: all, maxLineBytes }: LogPipeline): Part[] {
  const idsOf = (isMeant: (source: typeof sources[number]) => boolean) => sources.filter(isMeant).map(({ id }) => id);
  const containers = idsOf(({ kind }) => kind === 'containers');
  const json = idsOf(source => 'isJson' in source && source.isJson);
  return [
    ...ofRaw(sources),
    ...containers.length === 0 ? [] : when(of(containers), [...runtimes(), ...names()]),
    ...json.length === 0 ? [] : when(of(json), parsed()),
    plugin('mutate', { id: 'own_host', remove_field: ['host'] }),
    plugin('truncate', { id: 'longest_line', fields: ['message'], length_bytes: maxLineBytes }),
    ...all.flatMap(filter => when(of(filter.sources), [filterOf(filter)].flat())),
  ];
}

/** Lines of CRI and of Docker; those that CRI has cut keep the flag that says so. */
function runtimes(): readonly Part[] {
  return [
    ...when('[message] =~ /^\\{"log":/', [
      plugin('json', { id: 'of_docker', source: 'message' }),
      plugin('mutate', { id: 'docker_text', rename: { log: 'message' } }),
      plugin('mutate', { id: 'docker_line', gsub: ['message', '\\n\\z', ''] }),
    ], [plugin('grok', {
      id: 'of_cri',
      match: { message: '^(?<time>\\S+) (?<stream>stdout|stderr) (?<logtag>[FP]\\S*) (?<message>.*)$' },
      overwrite: ['message'],
      keep_empty_captures: true,
    })]),
    plugin('date', { id: 'time_of_line', match: ['time', 'ISO8601'], remove_field: ['time'] }),
    ...when('[logtag] =~ /^F/', [plugin('mutate', { id: 'whole_line', remove_field: ['logtag'] })]),
  ];
}

/** The names that stand in the path of the file. */
function names(): readonly Part[] {
  return [
    plugin('dissect', { id: 'names_in_path', mapping: { path: '%{}/containers/%{[kubernetes][pod_name]}_%{[kubernetes][namespace_name]}_%{[kubernetes][container_name]}' } }),
    plugin('mutate', { id: 'container_name', gsub: ['[kubernetes][container_name]', '-[0-9a-f]{64}\\.log$', ''] }),
  ];
}

/** What is no object stays as it is, without a tag that says so. */
function parsed(id?: string): readonly Part[] {
  return when('[message] =~ /^\\s*\\{/', [plugin('json', { id, source: 'message', skip_on_invalid_json: true })]);
}

function filterOf(filter: FilterModel): Part | readonly Part[] {
  switch (filter.kind) {
    case 'raw': return raw(`the filter '${filter.id}'`, 'filter', filter.raw);
    case 'parseJson': return parsed(`filter_${filter.id}`);
    case 'addFields': return plugin('mutate', { id: `filter_${filter.id}`, replace: Object.fromEntries(Object.entries(filter.fields).map(([field, value]) => [field, text(value)])) });
    case 'redact': return plugin('mutate', { id: `filter_${filter.id}`, gsub: ['message', pattern(filter.pattern), filter.replacement] });
    case 'drop': return when(`${keyOf(filter)} =~ ${regexp(filter.pattern)}`, [plugin('drop', { id: `filter_${filter.id}` })]);
    case 'keep': return when(`!${keyOf(filter)} or ${keyOf(filter)} !~ ${regexp(filter.pattern)}`, [plugin('drop', { id: `filter_${filter.id}` })]);
  }
}

function keyOf({ field: { kind, name } }: { readonly field: LogFieldModel }): string {
  switch (kind) {
    case 'message':
    case 'stream': return `[${kind}]`;
    case 'named': return `[${name}]`;
    default: return `[kubernetes][${kind}_name]`;
  }
}

