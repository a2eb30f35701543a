import { seconds, secret, text } from './language';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { KafkaModel, SearchModel, TlsModel } from '../../host/log/model';
import { BufferedSink } from '../log/pipeline';
import { certificateFile } from '../log/secrets';

/**
 * The one output. It sends again for ever.
 * @see https://www.elastic.co/docs/reference/beats/filebeat/configuring-output
 */
export function output(sink: BufferedSink): object {
  switch (sink.kind) {
    case 'elasticsearch': return elasticsearch(sink);
    case 'kafka': return kafka(sink);
    case 'stdout': return { 'output.console': { 'codec.json': { pretty: false } } };
    case 'raw': {
      const stranger = Object.keys(sink.raw.settings!).find(key => !key.startsWith('output.'));
      if (stranger !== undefined) {
        throw invalid(`settings of the sink '${sink.id}'`, "an output under its name, such as { 'output.logstash': { hosts: ['…'] } }", stranger);
      }
      return { ...sink.raw.settings };
    }
    default: throw invalid(`the sink '${sink.id}'`, 'one that Filebeat has', sink.kind);
  }
}

/** Where lines wait, by bytes on the disk and by lines in memory. */
export function queue({ id, buffer }: BufferedSink): object {
  if (buffer.kind === 'memory') {
    const events = buffer.maxMebibytes * 256;
    return { 'queue.mem': { 'events': events, 'flush.min_events': Math.min(1600, events / 2), 'flush.timeout': '1s' } };
  }
  if (buffer.maxMebibytes < 10) {
    throw invalid(`buffer of the sink '${id}'`, 'at least 10 MiB on the disk for Filebeat', `${buffer.maxMebibytes} MiB`);
  }
  return { 'queue.disk': { max_size: `${buffer.maxMebibytes}MiB` } };
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/elasticsearch-output */
function elasticsearch(sink: SearchModel & BufferedSink): object {
  const { server: { host, port, tls }, login, apiKey, index, indexPerDay, pipeline, retry } = sink;
  return {
    'output.elasticsearch': withoutUndefined({
      'hosts': [text(`http${tls.enabled ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${port}`)],
      'username': text(login?.username),
      'password': login && secret(sink, 'password'),
      'api_key': apiKey && secret(sink, 'api_key'),
      'index': text(`${index}${indexPerDay ? '-%{+yyyy.MM.dd}' : ''}`),
      'pipeline': text(pipeline),
      'compression_level': 1,
      'backoff.init': '1s',
      'backoff.max': seconds(retry.maxIntervalSeconds),
      'ssl': tls.enabled ? someOf(ssl(sink, tls)) : undefined,
    }),
    // Its own template and life cycle are for indices of its own name, and need rights that a sender should not have.
    'setup.template.enabled': false,
    'setup.ilm.enabled': false,
  };
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/kafka-output */
function kafka(sink: KafkaModel & BufferedSink): object {
  const { brokers, topic, sasl, compression, tls, retry } = sink;
  return {
    'output.kafka': withoutUndefined({
      'hosts': brokers.map(broker => text(broker)),
      'topic': text(topic),
      'username': text(sasl?.username),
      'password': sasl && secret(sink, 'password'),
      'sasl.mechanism': sasl?.mechanism,
      compression,
      'required_acks': 1,
      'backoff.init': '1s',
      'backoff.max': seconds(retry.maxIntervalSeconds),
      // Without a word of it, it speaks no TLS.
      'ssl': tls.enabled ? { enabled: true, ...ssl(sink, tls) } : undefined,
    }),
  };
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/configuration-ssl */
function ssl(sink: BufferedSink, tls: TlsModel): object {
  if (tls.serverName !== undefined) {
    throw invalid(`tls of the sink '${sink.id}'`, 'without serverName for Filebeat, which looks for the host in the certificate', tls.serverName);
  }
  const ca = certificateFile(sink, tls, 'ca');
  return withoutUndefined({
    certificate_authorities: ca && [ca],
    certificate: certificateFile(sink, tls, 'cert'),
    key: certificateFile(sink, tls, 'key'),
    verification_mode: tls.insecureSkipVerify ? 'none' : undefined,
  });
}

function someOf(settings: object): object | undefined {
  return Object.keys(settings).length === 0 ? undefined : settings;
}
