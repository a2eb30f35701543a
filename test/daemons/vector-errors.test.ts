import { vector } from './vector-configuration';
import {
  KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, OtlpProtocol, ReadFrom, WhenFull,
} from '../../src';

const SINKS = { sinks: [LogSink.stdout()] };
const failing = (props: Omit<LogCollectorProps, 'agent'>) => () => vector({ ...SINKS, ...props });

test.each<[string, Omit<LogCollectorProps, 'agent'>, string]>([
  ['a buffer on the disk that is smaller than two of its files', { buffer: LogBuffer.disk({ maxSize: '256Mi' }) },
    "platform/logs: maxSize of the buffer of the sink 'stdout' must be at least 257Mi on the disk for Vector, which writes files of 128Mi and needs two, got '256Mi': " +
    "write LogBuffer.disk({ maxSize: '257Mi' }), or LogBuffer.memory()"],
  ['a start with new lines that kubernetes_logs would not keep to', { sources: [LogSource.containers({ readFrom: ReadFrom.END })] },
    "platform/logs: readFrom of the source 'containers' must be ReadFrom.BEGINNING with Vector and metadata of pods, for it finds every file after its start, got 'ReadFrom.END': " +
    'leave it out, or write kubernetesMetadata: KubernetesMetadata.none()'],
  ['a name of a certificate that is not the host', { sinks: [LogSink.loki({ host: 'a', tls: { serverName: 'b' } })] },
    "platform/logs: serverName of the sink 'loki' must be left out with Vector, which looks for the host in the certificate, got 'b': give that name as host"],
  ['a longest time between attempts of Kafka', { sinks: [LogSink.kafka({ brokers: ['a:1'], topic: 'a', retry: { maxIntervalSeconds: 5 } })] },
    "platform/logs: maxIntervalSeconds of the sink 'kafka' must be left out for Kafka with Vector, which has a time of its own, got 5"],
  ['two ports', { health: { port: 1, metricsPort: 2 } },
    'platform/logs: metricsPort of the health must be 1 like its port with Vector, which has one for both, got 2: leave one of the two out'],
  ['a text that would be a credential', { filters: [LogFilter.addFields({ a: 'SECRET[credentials.ELASTICSEARCH_PASSWORD]' })] },
    "platform/logs: a text for Vector must be without 'SECRET[…]', which it reads as a credential, got 'SECRET[credentials.ELASTICSEARCH_PASSWORD]'"],
  ['a pattern that would be a credential', { filters: [LogFilter.redact('SECRET[a.b]')] },
    "platform/logs: a text for Vector must be without 'SECRET[…]', which it reads as a credential, got 'SECRET[a.b]'"],
  ['a text that would be a template', { sinks: [LogSink.loki({ host: 'a', labels: { a: '{{ message }}' } })] },
    "platform/logs: a text for Vector must be without '{{', which it reads as part of a template here, got '{{ message }}'"],
  ['a text that would be a date', { sinks: [LogSink.http({ host: 'a', path: '/a%20b' })] },
    "platform/logs: a text for Vector must be without '%', which it reads as part of a template here, got '/a%20b'"],
  ['a pattern with a brace that counts nothing', { filters: [LogFilter.drop(LogField.MESSAGE, '^{"level"')] },
    "platform/logs: pattern of the filter 'drop' must be a regular expression of Vector (the regular expressions of Rust), which has no '{' that counts nothing: write '\\{', got '^{\"level\"'"],
])('fails for %s', (_what, props, message) => {
  expect(failing(props)).toThrow(new Error(message));
});

test.each<[string, Omit<LogCollectorProps, 'agent'>, RegExp]>([
  ['OTLP over gRPC', { sinks: [LogSink.otlp({ host: 'a', protocol: OtlpProtocol.GRPC })] }, /the sink 'otlp' must be something that Vector can do, got 'OTLP over gRPC'/],
  ['forward', { sinks: [LogSink.forward({ host: 'a' })] }, /the sink 'forward' must be something that Vector can do, got 'forward'/],
  ['the kubelet', { kubernetesMetadata: KubernetesMetadata.kubelet() }, /kubernetesMetadata must be something that Vector can do, got 'labels of pods, from the kubelet'/],
  ['oldest lines dropped', { buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_OLDEST }) }, /must be something that Vector can do, got 'the oldest lines dropped from a full disk buffer'/],
  ['a time for attempts', { sinks: [LogSink.http({ host: 'a', retry: { giveUpAfterSeconds: 5 } })] }, /must be something that Vector can do, got 'a time for attempts'/],
])('fails for %s, which Vector has not', (_what, props, message) => {
  expect(failing(props)).toThrow(message);
});
