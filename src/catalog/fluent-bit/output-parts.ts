import { onOff, text } from './language';
import { invalid } from '../../host/invalid';
import { AwsModel, HeadersModel, KafkaModel, SearchModel, TlsModel } from '../../host/log/model';
import { SecretValue } from '../../host/secret-value';
import { BufferedSink } from '../log/pipeline';
import { certificateFile } from '../log/secrets';

/** How a credential of a sink is written. */
export type SecretText = (what: string) => string;

export function tlsSettings(sink: BufferedSink, trust: TlsModel): object {
  const { enabled, insecureSkipVerify, serverName } = trust;
  return !enabled ? { tls: 'off' } : {
    'tls': 'on',
    'tls.verify': onOff(!insecureSkipVerify),
    // By itself it takes the certificate of any host.
    'tls.verify_hostname': onOff(!insecureSkipVerify),
    'tls.vhost': text(serverName),
    'tls.ca_file': certificateFile(sink, trust, 'ca'),
    'tls.crt_file': certificateFile(sink, trust, 'cert'),
    'tls.key_file': certificateFile(sink, trust, 'key'),
  };
}

export function indexSettings({ index, indexPerDay }: SearchModel): object {
  return indexPerDay ? { logstash_format: 'on', logstash_prefix: text(index) } : { logstash_format: 'off', index: text(index) };
}

export function headerSettings({ headers, secretHeaders }: HeadersModel, bearerToken: SecretValue | undefined, secret: SecretText): string[] | undefined {
  const all = [
    ...Object.entries(headers).map(([header, value]) => `${header} ${text(value)}`),
    ...Object.keys(secretHeaders).map(header => `${header} ${secret(header)}`),
    ...bearerToken === undefined ? [] : [`Authorization Bearer ${secret('bearer_token')}`],
  ];
  return all.length === 0 ? undefined : all;
}

/** Labels in one text; it cuts it at commas, and reads a `$` as the name of a field. */
export function lokiLabels(labels: { readonly [label: string]: string }): string {
  const fixed = Object.entries({ job: 'fluent-bit', ...labels }).map(([label, value]) => {
    if (/,|^\$(?!\()|^\s|\s$/.test(value)) {
      throw invalid(`label '${label}' of the sink loki`, "a text without commas, without blanks around it and without '$' first, for Fluent Bit", value);
    }
    return `${label}=${text(value)}`;
  });
  const ofPods = { namespace: "$kubernetes['namespace_name']", pod: "$kubernetes['pod_name']", container: "$kubernetes['container_name']", stream: '$stream' };
  return [...fixed, ...Object.entries(ofPods).filter(([label]) => labels[label] === undefined).map(([label, value]) => `${label}=${value}`)].join(', ');
}

/**
 * It hands these on to librdkafka, and knows nothing of its own `tls` here. What librdkafka holds is no part of any other buffer, and it
 * would be up to a gigabyte.
 * @see https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
 */
export function kafkaSettings(sink: KafkaModel & BufferedSink, secret: SecretText, mebibytes: number): object {
  const { sasl, tls: trust, compression } = sink;
  if (trust.serverName !== undefined) {
    throw invalid(`serverName of the sink '${sink.id}'`, 'left out with Fluent Bit, whose client of Kafka looks for the name of the broker', trust.serverName);
  }
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
    'rdkafka.queue.buffering.max.kbytes': 1024 * mebibytes,
  };
}

/** What is the same in CloudWatch Logs and S3. */
export function awsSettings({ region, endpoint, roleArn }: AwsModel): object {
  return { region: text(region), endpoint: text(endpoint), role_arn: text(roleArn) };
}

/** CloudWatch Logs has the port elsewhere, and speaks TLS alone. */
export function cloudWatchSettings(id: string, aws: AwsModel): object {
  const [, scheme, host, port] = /^(https?):\/\/([^:]+)(?::(\d+))?$/.exec(aws.endpoint ?? '') ?? [];
  if (aws.endpoint !== undefined && scheme !== 'https') {
    throw invalid(`endpoint of the sink '${id}'`, "an 'https://' URL with a host and at most a port, for Fluent Bit", aws.endpoint);
  }
  return { ...awsSettings({ ...aws, endpoint: host }), port: port === undefined ? undefined : Number(port) };
}
