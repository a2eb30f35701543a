import { SinkLanguage, urlOf } from './language';
import { LOG_STREAM, LOKI_LABELS } from './shapes';
import { common, request } from './sink-common';
import { kafka, tlsOfSink } from './sink-security';
import { withoutUndefined } from '../../host/copy';
import { AwsModel, HeadersModel, LoginModel, SearchModel } from '../../host/log/model';
import { BufferedSink } from '../log/pipeline';

/** @see https://vector.dev/docs/reference/configuration/sinks/ */
export function sinkOf(sink: BufferedSink, language: SinkLanguage, acknowledges: boolean): object {
  return sink.kind === 'raw' ? { ...sink.raw.settings } : withoutUndefined({ ...settingsOf(sink, language, acknowledges), ...common(sink) });
}

const JSON_LINES = { encoding: { codec: 'json' } };

function settingsOf(sink: Exclude<BufferedSink, { kind: 'raw' }>, language: SinkLanguage, acknowledges: boolean): object {
  const { text, template, secret } = language;
  const acknowledgements = acknowledges ? { enabled: true } : undefined;
  const auth = (given: { readonly login?: LoginModel; readonly bearerToken?: unknown }) =>
    given.login !== undefined ? { strategy: 'basic', user: text(given.login.username), password: secret(sink, 'password') }
      : given.bearerToken !== undefined ? { strategy: 'bearer', token: secret(sink, 'bearer_token') } : undefined;
  const headers = (given: HeadersModel) => ({
    ...Object.fromEntries(Object.entries(given.headers).map(([header, value]) => [header, template(value)])),
    ...Object.fromEntries(Object.keys(given.secretHeaders).map(header => [header, secret(sink, header)])),
  });
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return {
      type: 'elasticsearch',
      endpoints: [urlOf(sink.server, language)],
      // By itself it asks the server, and takes the version of OpenSearch for one of Elasticsearch that knew types of documents.
      api_version: 'v8',
      bulk: { index: indexOf(sink, language), action: 'create' },
      pipeline: text(sink.pipeline),
      auth: auth(sink),
      tls: tlsOfSink(sink),
      compression: 'gzip',
      encoding: { except_fields: ['timestamp'] },
      request: request(sink, sink.kind === 'elasticsearch' && sink.apiKey ? { Authorization: `ApiKey ${secret(sink, 'api_key')}` } : {}),
      request_retry_partial: true,
      acknowledgements,
    };
    case 'loki': return {
      type: 'loki',
      endpoint: urlOf(sink.server, language),
      tenant_id: template(sink.tenant),
      labels: { 'job': 'vector', ...Object.fromEntries(Object.entries(sink.labels).map(([label, value]) => [label, template(value)])), '*': `{{ ${LOKI_LABELS} }}` },
      // Only labels are taken from events, and those that name pods are not the program's.
      dangerously_allow_unconfined_template_resolution: true,
      auth: auth(sink),
      tls: tlsOfSink(sink),
      encoding: { codec: 'json', except_fields: [LOKI_LABELS] },
      request: request(sink),
      acknowledgements,
    };
    case 'otlp': return {
      type: 'opentelemetry',
      protocol: withoutUndefined({
        type: 'http',
        uri: `${urlOf(sink.server, language)}/v1/logs`,
        // As JSON, only one line fits into a request.
        encoding: { codec: 'otlp' },
        framing: { method: 'bytes' },
        compression: 'gzip',
        auth: auth(sink),
        tls: tlsOfSink(sink),
        request: request(sink, headers(sink)),
        acknowledgements,
      }),
    };
    case 'kafka': return { type: 'kafka', topic: template(sink.topic), ...JSON_LINES, ...kafka(sink, language), acknowledgements };
    case 'http': return {
      type: 'http',
      uri: urlOf(sink.server, language, template(sink.path)),
      ...JSON_LINES,
      compression: sink.compress ? 'gzip' : 'none',
      auth: auth(sink),
      tls: tlsOfSink(sink),
      request: request(sink, headers(sink)),
      acknowledgements,
    };
    case 'splunkHec': return {
      type: 'splunk_hec_logs',
      endpoint: urlOf(sink.server, language),
      default_token: secret(sink, 'token'),
      index: template(sink.index),
      source: template(sink.source),
      sourcetype: template(sink.sourcetype),
      ...JSON_LINES,
      compression: 'gzip',
      tls: tlsOfSink(sink),
      request: request(sink),
      // A token answers so only where that is switched on for it.
      acknowledgements: { ...acknowledgements, indexer_acknowledgements_enabled: false },
    };
    case 'cloudWatch': return {
      type: 'aws_cloudwatch_logs',
      ...aws(sink, language),
      group_name: template(sink.group),
      stream_name: `${template(sink.streamPrefix)}{{ ${LOG_STREAM} }}`,
      create_missing_group: sink.createGroup,
      retention: sink.retentionDays === undefined ? undefined : { enabled: true, days: sink.retentionDays },
      encoding: { codec: 'json', except_fields: [LOG_STREAM] },
      request: request(sink),
      acknowledgements,
    };
    case 's3': return {
      type: 'aws_s3',
      ...aws(sink, language),
      bucket: text(sink.bucket),
      key_prefix: `${template(sink.prefix)}/%Y/%m/%d/`,
      filename_time_format: '%H-%M-%S',
      ...JSON_LINES,
      framing: { method: 'newline_delimited' },
      compression: sink.compress ? 'gzip' : 'none',
      batch: { timeout_secs: sink.uploadSeconds },
      request: request(sink),
      acknowledgements,
    };
    case 'stdout': return { type: 'console', ...JSON_LINES, acknowledgements };
    case 'forward': return {};
  }
}

function indexOf({ index, indexPerDay }: SearchModel, { template }: SinkLanguage): string {
  return indexPerDay ? `${template(index)}-%Y.%m.%d` : template(index);
}

function aws(sink: BufferedSink & { readonly aws: AwsModel }, { text, secret }: SinkLanguage): object {
  const { region, endpoint, roleArn, accessKeyId } = sink.aws;
  return {
    region: text(region),
    endpoint: text(endpoint),
    auth: accessKeyId === undefined && roleArn === undefined ? undefined : withoutUndefined({
      ...accessKeyId === undefined ? {} : { access_key_id: secret(sink, 'aws_access_key_id'), secret_access_key: secret(sink, 'aws_secret_access_key') },
      assume_role: text(roleArn),
    }),
  };
}
