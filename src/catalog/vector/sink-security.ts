import { SinkLanguage } from './language';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { KafkaModel } from '../../host/log/model';
import { assertNoInterval } from '../log/assert-no-interval';
import { BufferedSink } from '../log/pipeline';
import { certificateFile, tlsOf } from '../log/secrets';

/** Whom a sink trusts; undefined where it is as Vector does it by itself. The scheme of the URL says whether there is TLS at all. */
export function tlsOfSink(sink: BufferedSink): object | undefined {
  const tls = tlsOf(sink)!;
  if (tls.serverName !== undefined) {
    throw invalid(`serverName of the sink '${sink.id}'`, 'left out with Vector, which looks for the host in the certificate', tls.serverName, 'give that name as host');
  }
  const settings = withoutUndefined({
    ca_file: certificateFile(sink, tls, 'ca'),
    crt_file: certificateFile(sink, tls, 'cert'),
    key_file: certificateFile(sink, tls, 'key'),
    ...tls.insecureSkipVerify ? { verify_certificate: false, verify_hostname: false } : {},
  });
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/** What the library for Kafka does by itself: it gives up a message after five minutes. @see https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md */
export function kafka(sink: KafkaModel & BufferedSink, { text, secret }: SinkLanguage): object {
  const { brokers, tls, sasl, compression, retry } = sink;
  assertNoInterval(sink, 'Kafka with Vector');
  return {
    bootstrap_servers: brokers.map(broker => text(broker)).join(','),
    tls: { enabled: tls.enabled, ...tlsOfSink(sink) },
    sasl: sasl && { enabled: true, mechanism: sasl.mechanism, username: text(sasl.username), password: secret(sink, 'password') },
    compression,
    message_timeout_ms: 0,
    librdkafka_options: retry.attempts === undefined ? undefined : { 'message.send.max.retries': String(retry.attempts) },
  };
}
