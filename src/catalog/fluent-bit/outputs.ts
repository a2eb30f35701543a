import { matching, onOff, text } from './language';
import { withoutUndefined } from '../../host/copy';
import { AwsModel, HeadersModel, KafkaModel, LoginModel, SearchModel, ServerModel, TlsModel } from '../../host/log/model';
import { SecretValue } from '../../host/secret-value';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { certificateFile, secretVariable } from '../log/secrets';

/** @see https://docs.fluentbit.io/manual/data-pipeline/outputs */
export function outputs(around: LogSurroundings): object[] {
  return around.pipeline.sinks.map(sink => withoutUndefined({ ...settingsOf(sink, around), ...common(sink) }));
}

function common({ id, kind, sources, retry, buffer }: BufferedSink): object {
  return {
    ...matching(sources),
    alias: id,
    // It counts attempts, and its own default is one.
    retry_limit: retry.attempts ?? 'no_limits',
    // S3 has a store of its own.
    ...buffer.kind === 'disk' && kind !== 's3' ? { 'storage.total_limit_size': `${buffer.maxMebibytes}M` } : {},
  };
}

function settingsOf(sink: BufferedSink, { state }: LogSurroundings): object {
  const secret = (what: string) => `\${${secretVariable(sink, what)}}`;
  const at = (server: ServerModel) => ({ host: text(server.host), port: server.port, ...tls(sink, server.tls) });
  const user = (login: LoginModel | undefined) => login === undefined ? {} : { http_user: text(login.username), http_passwd: secret('password') };
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return {
      name: sink.kind === 'elasticsearch' ? 'es' : 'opensearch',
      ...at(sink.server),
      ...user(sink.login),
      http_api_key: sink.kind === 'elasticsearch' && sink.apiKey ? secret('api_key') : undefined,
      ...indexOf(sink),
      pipeline: text(sink.pipeline),
      suppress_type_name: 'on',
      replace_dots: 'on',
      // Sent twice it is stored once.
      generate_id: 'on',
      trace_error: 'on',
    };
    case 'loki': return {
      name: 'loki',
      ...at(sink.server),
      ...user(sink.login),
      bearer_token: sink.bearerToken && secret('bearer_token'),
      tenant_id: text(sink.tenant),
      labels: ['job=fluent-bit', ...Object.entries(sink.labels).map(([label, value]) => `${label}=${text(value)}`)].join(', '),
      label_keys: "$kubernetes['namespace_name'],$kubernetes['pod_name'],$kubernetes['container_name'],$stream",
      line_format: 'json',
    };
    case 'otlp': return {
      name: 'opentelemetry',
      ...at(sink.server),
      ...user(sink.login),
      header: headersOf(sink, sink.bearerToken, secret),
      grpc: sink.protocol === 'grpc' ? 'on' : undefined,
      http2: sink.protocol === 'grpc' ? 'on' : undefined,
      logs_body_key: '$log',
      logs_body_key_attributes: 'true',
    };
    case 'kafka': return {
      name: 'kafka',
      brokers: sink.brokers.map(broker => text(broker)).join(','),
      topics: text(sink.topic),
      format: 'json',
      ...kafkaSecurity(sink, secret),
    };
    case 'http': return {
      name: 'http',
      ...at(sink.server),
      uri: text(sink.path),
      ...user(sink.login),
      header: headersOf(sink, sink.bearerToken, secret),
      format: 'json',
      json_date_key: 'time',
      json_date_format: 'iso8601',
      compress: sink.compress ? 'gzip' : undefined,
    };
    case 'splunkHec': return {
      name: 'splunk',
      ...at(sink.server),
      splunk_token: secret('token'),
      event_index: text(sink.index),
      event_source: text(sink.source),
      event_sourcetype: text(sink.sourcetype),
    };
    case 'cloudWatch': return {
      name: 'cloudwatch_logs',
      ...aws(sink.aws),
      log_group_name: text(sink.group),
      log_stream_prefix: text(sink.streamPrefix),
      auto_create_group: onOff(sink.createGroup),
      log_retention_days: sink.retentionDays,
    };
    case 's3': return {
      name: 's3',
      ...aws(sink.aws),
      bucket: text(sink.bucket),
      s3_key_format: `/${text(sink.prefix)}/%Y/%m/%d/$TAG/%H-%M-%S-$UUID${sink.compress ? '.gz' : ''}`,
      total_file_size: '50M',
      upload_timeout: `${sink.uploadSeconds}s`,
      compression: sink.compress ? 'gzip' : undefined,
      use_put_object: 'on',
      // Where it gathers a file; its own default is the image, which it cannot write.
      store_dir: `${state?.directory ?? '/tmp'}/s3-${sink.id}`,
      store_dir_limit_size: `${sink.buffer.maxMebibytes}M`,
    };
    case 'forward': return {
      name: 'forward',
      ...at(sink.server),
      shared_key: sink.sharedKey && secret('shared_key'),
      self_hostname: sink.sharedKey && '${HOSTNAME}',
      username: text(sink.login?.username),
      password: sink.login && secret('password'),
      require_ack_response: 'on',
      // Fluentd refuses the metadata that Fluent Bit adds by itself since 5.0.4.
      retain_metadata_in_forward_mode: 'false',
    };
    case 'stdout': return { name: 'stdout', format: 'json_lines' };
    case 'raw': return { ...sink.raw.settings };
  }
}

function tls(sink: BufferedSink, { enabled, insecureSkipVerify, serverName, ...files }: TlsModel): object {
  return !enabled ? { tls: 'off' } : {
    'tls': 'on',
    'tls.verify': onOff(!insecureSkipVerify),
    // By itself it takes the certificate of any host.
    'tls.verify_hostname': onOff(!insecureSkipVerify),
    'tls.vhost': serverName,
    'tls.ca_file': certificateFile(sink, { enabled, insecureSkipVerify, ...files }, 'ca'),
    'tls.crt_file': certificateFile(sink, { enabled, insecureSkipVerify, ...files }, 'cert'),
    'tls.key_file': certificateFile(sink, { enabled, insecureSkipVerify, ...files }, 'key'),
  };
}

function indexOf({ index, indexPerDay }: SearchModel): object {
  return indexPerDay ? { logstash_format: 'on', logstash_prefix: text(index) } : { logstash_format: 'off', index: text(index) };
}

function headersOf({ headers, secretHeaders }: HeadersModel, bearerToken: SecretValue | undefined, secret: (what: string) => string): string[] | undefined {
  const all = [
    ...Object.entries(headers).map(([header, value]) => `${header} ${text(value)}`),
    ...Object.keys(secretHeaders).map(header => `${header} ${secret(header)}`),
    ...bearerToken === undefined ? [] : [`Authorization Bearer ${secret('bearer_token')}`],
  ];
  return all.length === 0 ? undefined : all;
}

/** It hands these on to librdkafka, and knows nothing of its own `tls` here. */
function kafkaSecurity(sink: KafkaModel & BufferedSink, secret: (what: string) => string): object {
  const { sasl, tls: trust, compression } = sink;
  return {
    'rdkafka.security.protocol': `${sasl ? 'sasl_' : ''}${trust.enabled ? 'ssl' : 'plaintext'}`,
    'rdkafka.ssl.ca.location': certificateFile(sink, trust, 'ca'),
    'rdkafka.ssl.certificate.location': certificateFile(sink, trust, 'cert'),
    'rdkafka.ssl.key.location': certificateFile(sink, trust, 'key'),
    'rdkafka.enable.ssl.certificate.verification': trust.insecureSkipVerify ? 'false' : undefined,
    'rdkafka.sasl.mechanism': sasl?.mechanism,
    'rdkafka.sasl.username': text(sasl?.username),
    'rdkafka.sasl.password': sasl && secret('password'),
    'rdkafka.compression.type': compression,
  };
}

function aws({ region, endpoint, roleArn }: AwsModel): object {
  return { region: text(region), endpoint: text(endpoint?.replace(/^https?:\/\//, '')), role_arn: text(roleArn) };
}
