import { buffer } from './buffer';
import { Section, section, Settings, text } from './language';
import { dated } from './outputs-search';
import { invalid } from '../../host/invalid';
import { CloudWatchModel, S3Model } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';

/** @see https://github.com/fluent-plugins-nursery/fluent-plugin-cloudwatch-logs */
export function cloudWatch({ aws, group, streamPrefix, retentionDays }: CloudWatchModel): Settings {
  return {
    '@type': 'cloudwatch_logs',
    'region': text(aws.region),
    'endpoint': text(aws.endpoint),
    'log_group_name': text(group),
    'log_stream_name': withTag(streamPrefix),
    // Without it, lines of a container that is new are dropped.
    'auto_create_stream': true,
    'retention_in_days': retentionDays,
    ...aws.roleArn === undefined ? {} : { aws_use_sts: true, aws_sts_role_arn: text(aws.roleArn) },
  };
}

/** Each file has a stream of its own. */
function withTag(prefix: string) {
  const value = text(prefix);
  return typeof value === 'object' ? { written: `${value.written.slice(0, -1)}\${tag}"` } : `${value as string}\${tag}`;
}

/**
 * Objects by time, whose names no other pod has, so that nobody asks whether one is there.
 * @see https://github.com/fluent/fluent-plugin-s3
 */
export function s3(sink: S3Model & BufferedSink, match: (settings: Settings, ...inside: Section[]) => Section, around: LogSurroundings): Section {
  const { aws, bucket, prefix, compress, uploadSeconds } = sink;
  if (aws.endpoint !== undefined && /(?<!vpce\.)amazonaws\.com$/.test(aws.endpoint) && !/fips|gov/.test(aws.endpoint)) {
    throw invalid(`endpoint of the sink '${sink.id}'`, 'left out for AWS with Fluentd, which knows it by the region', aws.endpoint);
  }
  return match({
    '@type': 's3',
    's3_bucket': text(bucket),
    's3_region': text(aws.region),
    's3_endpoint': text(aws.endpoint),
    'force_path_style': aws.endpoint === undefined ? undefined : true,
    'path': text(`${prefix}/`),
    's3_object_key_format': '%{path}%Y/%m/%d/%H-%M-%S-%{uuid_flush}.%{file_extension}',
    'store_as': compress ? 'gzip' : 'json',
    // Each of these needs a right beyond that of putting objects.
    'auto_create_bucket': false,
    'check_bucket': false,
    'check_object': false,
    'check_apikey_on_start': false,
  },
  ...aws.roleArn === undefined ? [] : [section('assume_role_credentials', '', { role_arn: text(aws.roleArn), role_session_name: 'fluentd' })],
  section('format', '', { '@type': 'json' }),
  dated(),
  buffer(sink, around, 'time', { timekey: `${uploadSeconds}s`, timekey_wait: '10s', timekey_use_utc: true }));
}
