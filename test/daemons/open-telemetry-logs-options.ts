import { LogSink, SecretValue } from '../../src';

/** What an exporter that no collector could be built with here knows, as far as we write it, and sinks that write all of it. */
interface Options {
  readonly sinks: readonly LogSink[];
  readonly settings: readonly string[];
}

const KEY = SecretValue.key('a-secret', 'a-key');
const SHARED = ['sending_queue', 'retry_on_failure'];
const AWS = { region: 'eu-central-1', endpoint: 'https://aws.example.com', roleArn: 'arn:aws:iam::123456789012:role/logs' };

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter */
export const OPTIONS: { readonly [type: string]: Options } = {
  elasticsearch: {
    sinks: [
      LogSink.elasticsearch({ host: 'a', password: KEY, pipeline: 'p', tls: { ca: KEY } }), LogSink.elasticsearch({ host: 'a', apiKey: KEY, indexPerDay: false }),
    ],
    // It has no retry_on_failure, but a retry of its own.
    settings: [
      'sending_queue', 'endpoints', 'tls', 'user', 'password', 'api_key', 'logs_index', 'logstash_format.enabled', 'pipeline', 'mapping.mode',
      'retry.enabled', 'retry.max_retries', 'retry.initial_interval', 'retry.max_interval', 'retry.retry_on_status',
    ],
  },
  opensearch: {
    sinks: [LogSink.openSearch({ host: 'a', password: KEY, tls: { ca: KEY } }), LogSink.openSearch({ host: 'a', indexPerDay: false })],
    settings: [...SHARED, 'http.endpoint', 'http.tls', 'http.auth.authenticator', 'logs_index', 'logs_index_time_format'],
  },
  splunk_hec: {
    sinks: [LogSink.splunkHec({ host: 'a', token: KEY, index: 'i', source: 's', sourcetype: 't', tls: { ca: KEY } })],
    settings: [...SHARED, 'endpoint', 'token', 'index', 'source', 'sourcetype', 'tls'],
  },
  awscloudwatchlogs: {
    sinks: [LogSink.cloudWatch({ ...AWS, logGroup: 'g', createLogGroup: true, retentionDays: 7 })],
    settings: [...SHARED, 'region', 'endpoint', 'role_arn', 'log_group_name', 'log_stream_name', 'log_retention'],
  },
  awss3: {
    sinks: [LogSink.s3({ ...AWS, bucket: 'my-bucket' })],
    settings: [
      ...SHARED, 'marshaler', 's3uploader.region', 's3uploader.endpoint', 's3uploader.role_arn', 's3uploader.s3_bucket', 's3uploader.s3_prefix',
      's3uploader.compression', 's3uploader.s3_force_path_style',
    ],
  },
};
