import { buffer } from './buffer';
import { json, map, raw, Section, section, Settings, text, Value, variable } from './language';
import { cloudWatch, s3 } from './outputs-aws';
import { dated, search, searchFilters } from './outputs-search';
import { assertNoServerName, hostOf, tlsFiles, urlOf } from './server';
import { invalid } from '../../host/invalid';
import { ForwardModel, HeadersModel, HttpModel, KafkaModel, LokiModel, SplunkModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { secretVariable } from '../log/secrets';

/** What a sink needs of a line, beside what every line has. */
export function prepared(sink: BufferedSink, { pipeline }: LogSurroundings): Section[] {
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return searchFilters(sink, pipeline.sources.filter(({ kind }) => kind === 'containers').map(({ id }) => id));
    case 'http': return [section('filter', '**', { '@type': 'record_modifier', '@id': `time_of_${sink.id}` },
      // This output alone has no way to write the time of a line.
      section('record', '', { time: { written: '${Time.at(time.to_r).utc.strftime("%Y-%m-%dT%H:%M:%S.%NZ")}' } }))];
    default: return [];
  }
}

/** The output of a sink. */
export function output(sink: BufferedSink, tags: string, around: LogSurroundings): Section {
  const match = (settings: Settings, ...inside: (Section | undefined)[]) => section('match', tags, { '@id': `out_${sink.id}`, ...settings }, ...inside);
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return match(search(sink, around), buffer(sink, around, 'tag'));
    case 'loki': return match(loki(sink), LOKI_LABELS, buffer(sink, around, ''));
    case 'kafka': return match(kafka(sink), JSON_FORMAT, dated(), buffer(sink, around, '[]'));
    case 'http': return match(http(sink), JSON_FORMAT, auth(sink), buffer(sink, around, ''));
    case 'splunkHec': return match(splunk(sink), buffer(sink, around, ''));
    case 'cloudWatch': return match(cloudWatch(sink), buffer(sink, around, 'tag'));
    case 's3': return s3(sink, match, around);
    case 'forward': return match(forward(sink), ...servers(sink), buffer(sink, around, 'tag'));
    case 'stdout': return match({ '@type': 'stdout', 'use_logger': false }, JSON_FORMAT, dated());
    case 'raw': return section('match', tags, { '@id': `out_${sink.id}` }, raw(`the sink '${sink.id}'`, 'match', sink.raw));
    case 'otlp': throw invalid(`the sink '${sink.id}'`, 'something that Fluentd can do', 'OTLP');
  }
}

const JSON_FORMAT = section('format', '', { '@type': 'json' });

/** @see https://github.com/grafana/loki/tree/main/clients/cmd/fluentd */
function loki(sink: LokiModel & BufferedSink): Settings {
  assertNoServerName(sink, sink.server.tls);
  return {
    '@type': 'loki',
    'url': urlOf(sink.server),
    'username': text(sink.login?.username),
    'password': sink.login && variable(secretVariable(sink, 'password')),
    'custom_headers': sink.bearerToken && map({ Authorization: `Bearer $(${secretVariable(sink, 'bearer_token')})` }),
    'tenant': text(sink.tenant),
    ...tlsFiles(sink, sink.server.tls, { ca: 'ca_cert', cert: 'cert', key: 'key' }),
    'insecure_tls': sink.server.tls.insecureSkipVerify || undefined,
    'extra_labels': map({ job: 'fluentd', ...sink.labels }),
    'line_format': 'json',
  };
}

const LOKI_LABELS = section('label', '', {
  namespace: '$.kubernetes.namespace_name', pod: '$.kubernetes.pod_name', container: '$.kubernetes.container_name', stream: '$.stream',
});

/** @see https://github.com/fluent/fluent-plugin-kafka#output-plugin */
function kafka(sink: KafkaModel & BufferedSink): Settings {
  const { tls, sasl, compression } = sink;
  assertNoServerName(sink, tls);
  if (tls.insecureSkipVerify) {
    throw invalid(`insecureSkipVerify of the sink '${sink.id}'`, 'left out for Kafka with Fluentd, which takes no other certificate', true, 'give the authority: tls: { ca: … }');
  }
  if (compression === 'lz4') {
    throw invalid(`compression of the sink '${sink.id}'`, 'none, gzip, snappy or zstd with Fluentd', compression, 'write KafkaCompression.ZSTD');
  }
  return {
    '@type': 'kafka2',
    'brokers': text(sink.brokers.join(',')),
    'topic': text(sink.topic),
    'required_acks': -1,
    // One message that the broker finds too large would be sent again for ever, and all others would wait behind it.
    'max_send_limit_bytes': 1000000,
    'use_event_time': true,
    'compression_codec': compression === 'none' ? undefined : compression,
    ...tls.enabled ? tlsFiles(sink, tls, { ca: 'ssl_ca_cert', cert: 'ssl_client_cert', key: 'ssl_client_cert_key' }) : {},
    'ssl_ca_certs_from_system': tls.enabled && tls.ca === undefined ? true : undefined,
    'username': text(sasl?.username),
    'password': sasl && variable(secretVariable(sink, 'password')),
    'scram_mechanism': sasl?.mechanism.startsWith('SCRAM') ? sasl.mechanism.replace('SCRAM-SHA-', 'sha') : undefined,
    'sasl_over_ssl': sasl === undefined || tls.enabled ? undefined : false,
  };
}

/** @see https://docs.fluentd.org/output/http */
function http(sink: HttpModel & BufferedSink): Settings {
  const { server, path, compress } = sink;
  assertNoServerName(sink, server.tls);
  return {
    '@type': 'http',
    'endpoint': urlOf(server, path),
    'headers': headersOf(sink),
    'json_array': true,
    'compress': compress ? 'gzip' : undefined,
    // Any other answer than success loses a batch, unless it stands here.
    'retryable_response_codes': json([408, 429, 500, 502, 503, 504]),
    ...tlsFiles(sink, server.tls, { ca: 'tls_ca_cert_path', cert: 'tls_client_cert_path', key: 'tls_private_key_path' }),
    'tls_verify_mode': server.tls.insecureSkipVerify ? 'none' : undefined,
  };
}

function headersOf(sink: HeadersModel & HttpModel & BufferedSink): Value | undefined {
  return map({
    ...sink.headers,
    ...Object.fromEntries(Object.keys(sink.secretHeaders).map(header => [header, `$(${secretVariable(sink, header)})`])),
    ...sink.bearerToken && { Authorization: `Bearer $(${secretVariable(sink, 'bearer_token')})` },
  });
}

function auth(sink: HttpModel & BufferedSink): Section | undefined {
  return sink.login && section('auth', '', { method: 'basic', username: text(sink.login.username), password: variable(secretVariable(sink, 'password')) });
}

/** @see https://github.com/splunk/fluent-plugin-splunk-hec */
function splunk(sink: SplunkModel & BufferedSink): Settings {
  const { host, port, tls } = sink.server;
  assertNoServerName(sink, tls);
  return {
    '@type': 'splunk_hec',
    'protocol': tls.enabled ? 'https' : 'http',
    'hec_host': text(hostOf(host)),
    'hec_port': port,
    'hec_token': variable(secretVariable(sink, 'token')),
    'host': variable('K8S_NODE_NAME'),
    'index': text(sink.index),
    'source': text(sink.source),
    'sourcetype': text(sink.sourcetype),
    ...tlsFiles(sink, tls, { ca: 'ca_file', cert: 'client_cert', key: 'client_key' }),
    'insecure_ssl': tls.insecureSkipVerify || undefined,
    // Else a token that is not good yet loses all lines.
    'consume_chunk_on_4xx_errors': false,
  };
}

/** @see https://docs.fluentd.org/output/forward */
function forward(sink: ForwardModel & BufferedSink): Settings {
  const { tls } = sink.server;
  return {
    '@type': 'forward',
    'require_ack_response': true,
    // Else it does not start while the name of the server is unknown.
    'ignore_network_errors_at_startup': true,
    ...!tls.enabled ? {} : {
      transport: 'tls',
      ...tlsFiles(sink, tls, { ca: 'tls_ca_cert_path', cert: 'tls_client_cert_path', key: 'tls_client_private_key_path' }),
      ...tls.insecureSkipVerify && { tls_insecure_mode: true, tls_verify_hostname: false },
    },
  };
}

function servers(sink: ForwardModel & BufferedSink): (Section | undefined)[] {
  const { login, sharedKey, server } = sink;
  return [
    section('server', '', {
      host: text(server.host),
      port: server.port,
      // By TLS, it is the name in the certificate.
      name: text(server.tls.serverName),
      username: text(login?.username),
      password: login && variable(secretVariable(sink, 'password')),
    }),
    sharedKey && section('security', '', { self_hostname: { written: '"#{Socket.gethostname}"' }, shared_key: variable(secretVariable(sink, 'shared_key')) }),
  ];
}
