import { heldBySink } from './buffers';
import { matching, onOff, text } from './language';
import { awsSettings, cloudWatchSettings, headerSettings, indexSettings, kafkaSettings, lokiLabels, tlsSettings } from './output-parts';
import { settingsOf } from './raw';
import { withoutUndefined } from '../../host/copy';
import { LoginModel, ServerModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { secretVariable } from '../log/secrets';

/** @see https://docs.fluentbit.io/manual/data-pipeline/outputs */
export function outputs(around: LogSurroundings): object[] {
  return around.pipeline.sinks.map(sink => withoutUndefined({ ...ofKind(sink, around), ...common(sink) }));
}

function common({ id, kind, sources, retry, buffer }: BufferedSink): object {
  return {
    ...matching(sources),
    alias: id,
    // It counts attempts, and its own default is one. S3 makes five of no limit.
    retry_limit: retry.attempts ?? (kind === 's3' ? 1000000 : 'no_limits'),
    // S3 has a store of its own.
    ...buffer.kind === 'disk' && kind !== 's3' ? { 'storage.total_limit_size': `${buffer.maxMebibytes}M` } : {},
  };
}

function ofKind(sink: BufferedSink, { state, pipeline }: LogSurroundings): object {
  const secret = (what: string) => `\${${secretVariable(sink, what)}}`;
  const at = (server: ServerModel) => ({ host: text(server.host), port: server.port, ...tlsSettings(sink, server.tls) });
  const user = (login: LoginModel | undefined) => login === undefined ? {} : { http_user: text(login.username), http_passwd: secret('password') };
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return {
      name: sink.kind === 'elasticsearch' ? 'es' : 'opensearch',
      ...at(sink.server),
      ...user(sink.login),
      http_api_key: sink.kind === 'elasticsearch' && sink.apiKey ? secret('api_key') : undefined,
      ...indexSettings(sink),
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
      labels: lokiLabels(sink.labels),
      line_format: 'json',
    };
    case 'otlp': return {
      name: 'opentelemetry',
      ...at(sink.server),
      ...user(sink.login),
      header: headerSettings(sink, sink.bearerToken, secret),
      grpc: sink.protocol === 'grpc' ? 'on' : undefined,
      // The journal has its text in another field than files have.
      logs_body_key: ['$log', '$MESSAGE'],
      logs_body_key_attributes: 'on',
    };
    case 'kafka': return {
      name: 'kafka',
      brokers: sink.brokers.map(broker => text(broker)).join(','),
      topics: text(sink.topic),
      format: 'json',
      timestamp_format: 'iso8601',
      ...kafkaSettings(sink, secret, heldBySink(pipeline, 64)),
    };
    case 'http': return {
      name: 'http',
      ...at(sink.server),
      uri: text(sink.path),
      ...user(sink.login),
      header: headerSettings(sink, sink.bearerToken, secret),
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
      ...cloudWatchSettings(sink.id, sink.aws),
      log_group_name: text(sink.group),
      log_stream_prefix: text(sink.streamPrefix),
      auto_create_group: onOff(sink.createGroup),
      log_retention_days: sink.retentionDays,
    };
    case 's3': return {
      name: 's3',
      ...awsSettings(sink.aws),
      bucket: text(sink.bucket),
      s3_key_format: `/${text(sink.prefix)}/%Y/%m/%d/$TAG/%H-%M-%S-$UUID${sink.compress ? '.gz' : ''}`,
      // All of an object is in memory while it is sent.
      total_file_size: `${heldBySink(pipeline, 50)}M`,
      upload_timeout: `${sink.uploadSeconds}s`,
      compression: sink.compress ? 'gzip' : undefined,
      use_put_object: 'on',
      // Where it gathers an object; its own default is the image, which it cannot write.
      store_dir: `${state?.directory ?? '/tmp'}/s3-${sink.id}`,
      store_dir_limit_size: `${sink.buffer.maxMebibytes}M`,
      // Else what is given up stays there for ever, beside the limit.
      retry_exhausted_action: 'delete',
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
      retain_metadata_in_forward_mode: 'off',
    };
    case 'stdout': return { name: 'stdout', format: 'json_lines' };
    case 'raw': return { ...settingsOf(`the sink '${sink.id}'`, sink.raw) };
  }
}
