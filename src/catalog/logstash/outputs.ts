import { codec, Part, plugin, raw, Settings, text, variable, when } from './language';
import { of } from './sources';
import { invalid } from '../../host/invalid';
import { HttpModel, KafkaModel, S3Model, SearchModel, ServerModel, SplunkModel, TlsModel } from '../../host/log/model';
import { assertNoInterval } from '../log/assert-no-interval';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { certificateFile, secretVariable } from '../log/secrets';

/** @see https://www.elastic.co/docs/reference/logstash/plugins/output-plugins */
export function outputs(around: LogSurroundings): Part[] {
  return around.pipeline.sinks.flatMap(sink => when(of(sink.sources), [outputOf(sink, around)]));
}

/** What a sink needs of a line, beside what every line has. */
export function prepared({ pipeline: { sinks } }: LogSurroundings): Part[] {
  return sinks.some(({ kind }) => kind === 'splunkHec')
    ? [plugin('ruby', { id: 'whole_event', code: "event.set('[@metadata][event]', event.to_hash)" })] : [];
}

function outputOf(sink: BufferedSink, around: LogSurroundings): Part {
  switch (sink.kind) {
    case 'elasticsearch': return plugin('elasticsearch', { id: `out_${sink.id}`, ...elasticsearch(sink) });
    case 'kafka': return plugin('kafka', { id: `out_${sink.id}`, ...kafka(sink) });
    case 'http': return plugin('http', { id: `out_${sink.id}`, ...http(sink) });
    case 'splunkHec': return plugin('http', { id: `out_${sink.id}`, ...splunk(sink) });
    case 's3': return plugin('s3', { id: `out_${sink.id}`, ...s3(sink, around) });
    case 'stdout': return plugin('stdout', { id: `out_${sink.id}`, codec: codec('json_lines') });
    case 'raw': return raw(`the sink '${sink.id}'`, 'output', sink.raw);
    default: throw invalid(`the sink '${sink.id}'`, 'something that Logstash can do', sink.kind);
  }
}

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-elasticsearch */
function elasticsearch(sink: SearchModel & BufferedSink): Settings {
  const { server, login, apiKey, index, indexPerDay, pipeline, retry } = sink;
  return {
    hosts: [url(server, '')],
    user: text(login?.username),
    password: login && variable(secretVariable(sink, 'password')),
    api_key: apiKey && variable(secretVariable(sink, 'api_key')),
    ...tls(sink, server.tls),
    index: `${text(index)}${indexPerDay ? '-%{+YYYY.MM.dd}' : ''}`,
    pipeline: text(pipeline),
    // Each of these needs a right beyond that of writing.
    data_stream: 'false',
    ilm_enabled: false,
    manage_template: false,
    retry_max_interval: retry.maxIntervalSeconds,
  };
}

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-kafka */
function kafka(sink: KafkaModel & BufferedSink): Settings {
  const { brokers, topic, sasl, compression } = sink;
  const { enabled, cert, insecureSkipVerify } = sink.tls;
  assertNoInterval(sink, 'Kafka with Logstash');
  assertNoServerName(sink, sink.tls);
  if (cert !== undefined) {
    throw invalid(`cert of the sink '${sink.id}'`, 'left out for Kafka with Logstash, which wants certificate and key in one file', cert.secretKey,
      'let it show a name and a password');
  }
  if (insecureSkipVerify) {
    throw invalid(`insecureSkipVerify of the sink '${sink.id}'`, 'left out for Kafka with Logstash, which takes no other certificate', true, 'give the authority: tls: { ca: … }');
  }
  const ca = certificateFile(sink, sink.tls, 'ca');
  return {
    bootstrap_servers: brokers.map(broker => text(broker)).join(','),
    topic_id: text(topic),
    codec: codec('json'),
    acks: 'all',
    compression_type: compression,
    security_protocol: `${sasl ? 'SASL_' : ''}${enabled ? 'SSL' : 'PLAINTEXT'}`,
    ...ca !== undefined && { ssl_truststore_type: 'PEM', ssl_truststore_location: ca },
    sasl_mechanism: sasl?.mechanism,
    sasl_jaas_config: sasl && `org.apache.kafka.common.security.${sasl.mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule'} required `
      + `username="${text(sasl.username).replace(/[\\"]/g, '\\$&')}" password="${variable(secretVariable(sink, 'password'))}";`,
  };
}

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-http */
function http(sink: HttpModel & BufferedSink): Settings {
  const { server, path, login, bearerToken, headers, secretHeaders, compress } = sink;
  assertNoInterval(sink, 'HTTP with Logstash');
  const all = {
    ...Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, text(value)])),
    ...Object.fromEntries(Object.keys(secretHeaders).map(header => [header, variable(secretVariable(sink, header))])),
    ...bearerToken && { Authorization: `Bearer ${variable(secretVariable(sink, 'bearer_token'))}` },
  };
  return {
    url: url(server, path),
    http_method: 'post',
    format: 'json_batch',
    http_compression: compress || undefined,
    headers: Object.keys(all).length === 0 ? undefined : all,
    user: text(login?.username),
    password: login && variable(secretVariable(sink, 'password')),
    ...tls(sink, server.tls),
  };
}

/**
 * One line a request, for a list of them is no event to Splunk.
 * @see https://help.splunk.com/en/splunk-enterprise/get-started/get-data-in/get-data-with-http-event-collector
 */
function splunk(sink: SplunkModel & BufferedSink): Settings {
  const { server, index, source, sourcetype } = sink;
  assertNoInterval(sink, 'Splunk with Logstash');
  return {
    url: url(server, '/services/collector/event'),
    http_method: 'post',
    format: 'json',
    headers: { Authorization: `Splunk ${variable(secretVariable(sink, 'token'))}` },
    mapping: { time: '%{+%s}', event: '%{[@metadata][event]}', index: text(index), source: text(source), sourcetype: text(sourcetype) },
    ...tls(sink, server.tls),
  };
}

/** @see https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-s3 */
function s3(sink: S3Model & BufferedSink, { state }: LogSurroundings): Settings {
  const { aws, bucket, prefix, compress, uploadSeconds, retry } = sink;
  if (uploadSeconds % 60 !== 0) {
    throw invalid(`uploadSeconds of the sink '${sink.id}'`, 'whole minutes with Logstash', uploadSeconds, `write ${Math.ceil(uploadSeconds / 60) * 60}`);
  }
  return {
    bucket: text(bucket),
    region: text(aws.region),
    endpoint: text(aws.endpoint),
    role_arn: text(aws.roleArn),
    additional_settings: aws.endpoint === undefined ? undefined : { force_path_style: true },
    prefix: `${text(prefix)}/%{+YYYY}/%{+MM}/%{+dd}/`,
    codec: codec('json_lines'),
    encoding: compress ? 'gzip' : 'none',
    time_file: uploadSeconds / 60,
    size_file: 50 * 1024 * 1024,
    // What a pod has left is sent by the next one.
    temporary_directory: `${state?.directory ?? '/tmp'}/s3-${sink.id}`,
    restore: true,
    // It would write and remove an object, for which it needs a right more.
    validate_credentials_on_root_bucket: false,
    retry_delay: retry.maxIntervalSeconds,
  };
}

function url({ host, port, tls: { enabled } }: ServerModel, path: string): string {
  return text(`${enabled ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`);
}

function tls(sink: BufferedSink, trust: TlsModel): Settings {
  assertNoServerName(sink, trust);
  const ca = certificateFile(sink, trust, 'ca');
  return {
    ssl_certificate_authorities: ca === undefined ? undefined : [ca],
    ssl_certificate: certificateFile(sink, trust, 'cert'),
    ssl_key: certificateFile(sink, trust, 'key'),
    ssl_verification_mode: trust.insecureSkipVerify ? 'none' : undefined,
  };
}

function assertNoServerName({ id }: BufferedSink, { serverName }: TlsModel): void {
  if (serverName !== undefined) {
    throw invalid(`serverName of the sink '${id}'`, 'left out for Logstash, which looks for the host in the certificate', serverName, 'write the name in the certificate as host');
  }
}
