import { json, Section, section, Settings, text, variable } from './language';
import { assertNoServerName, tlsFiles } from './server';
import { tagged } from './tags';
import { SearchModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { secretVariable } from '../log/secrets';

const NAMES = {
  elasticsearch: { type: 'elasticsearch', short: 'es', version: 'default_elasticsearch_version' },
  openSearch: { type: 'opensearch', short: 'os', version: 'default_opensearch_version' },
} as const;

type SearchSink = SearchModel & BufferedSink;

/**
 * @see https://github.com/uken/fluent-plugin-elasticsearch
 * @see https://github.com/fluent/fluent-plugin-opensearch
 */
export function search(sink: SearchSink, { container }: LogSurroundings): Settings {
  const { server, login, index, indexPerDay, pipeline } = sink;
  const { type, short, version } = NAMES[sink.kind];
  assertNoServerName(sink, server.tls);
  return {
    '@type': type,
    'scheme': server.tls.enabled ? 'https' : 'http',
    'host': text(server.host),
    'port': server.port,
    'user': text(login?.username),
    'password': login && variable(secretVariable(sink, 'password')),
    'api_key': sink.apiKey && apiKey(secretVariable(sink, 'api_key')),
    ...tlsFiles(sink, server.tls, { ca: 'ca_file', cert: 'client_cert', key: 'client_key' }),
    'ssl_verify': server.tls.insecureSkipVerify ? false : undefined,
    ...indexPerDay ? { logstash_format: true, logstash_prefix: text(index) } : { index_name: text(index), include_timestamp: true },
    'pipeline': text(pipeline),
    // Sent twice it is stored once.
    'id_key': '_hash',
    'remove_keys': '_hash',
    'suppress_type_name': true,
    // Else it does not start while the server is away.
    [`verify_${short}_version_at_startup`]: false,
    [version]: sink.kind === 'openSearch' ? 2 : clientVersion(container.image),
    // Behind a Service there is one address, whatever nodes there are.
    'reload_connections': false,
    'reconnect_on_error': true,
    'request_timeout': '30s',
    // A server that has too much to do is asked again; its own default drops the batch.
    'unrecoverable_error_types': json(['out_of_memory_error']),
    [`log_${short}_400_reason`]: true,
  };
}

/** The plugin encodes it itself, and so takes it as `id:key`; with other programs it is in base64, which has no colon. */
function apiKey(name: string) {
  return { written: `"#{(k = ENV['${name}'].to_s).include?(':') ? k : k.unpack1('m')}"` };
}

/** Images of fluent/fluentd-kubernetes-daemonset tell which client they have. */
function clientVersion(image: string | undefined): number {
  return Number(/elasticsearch(\d)/.exec(image ?? '')?.[1] ?? 8);
}

/** An id, by which a line that is sent twice is known; and labels without dots, which would be objects in each other's way. */
export function searchFilters(sink: SearchSink, containers: readonly string[]): Section[] {
  const kubernetes = '${k = record["kubernetes"]; '
    + 'k.is_a?(Hash) ? k.transform_values { |v| v.is_a?(Hash) ? v.transform_keys { |name| name.tr(".", "_") } : v } : k}';
  return [
    ...containers.length === 0 ? [] : [
      section('filter', tagged(containers), { '@type': 'record_modifier', '@id': `dots_of_${sink.id}` }, section('record', '', { kubernetes: { written: kubernetes } })),
    ],
    section('filter', '**', { '@type': `${NAMES[sink.kind].type}_genid`, '@id': `ids_of_${sink.id}` }),
  ];
}

/** The time of a line as a field. */
export function dated(): Section {
  return section('inject', '', { time_key: 'time', time_type: 'string', time_format: '%Y-%m-%dT%H:%M:%S.%N%:z' });
}
