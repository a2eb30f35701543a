import {
  FilebeatOptions, KafkaCompression, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline, ReadFrom,
  SecretValue,
} from '../../src';

const secret = (key: string) => SecretValue.key('logs', key);
const tls = { ca: secret('ca'), cert: secret('cert'), key: secret('key'), insecureSkipVerify: true };

/** A collector of Filebeat. */
export interface FilebeatCase {
  readonly props: Omit<LogCollectorProps, 'agent'>;
  readonly options?: FilebeatOptions;
}

export const ELASTICSEARCH = LogSink.elasticsearch({ host: 'es.example.com', password: secret('password') });

/** Pipelines that together take every way through the renderer. */
export const FILEBEAT_CASES: { readonly [what: string]: FilebeatCase } = {
  'the defaults': { props: { sinks: [ELASTICSEARCH] } },
  'names of containers': {
    props: {
      sources: [
        LogSource.containers({ namespaces: ['shop-*', 'pay'], containers: ['app'], excludeNamespaces: ['pay-test'], excludePods: ['a.b'], excludeContainers: ['proxy'] }),
        LogSource.containers({ id: 'all', namespaces: ['all-*'], excludeSelf: false, readFrom: ReadFrom.END }),
      ],
      kubernetesMetadata: KubernetesMetadata.apiServer({ labels: false, namespaceLabels: true }),
      sinks: [ELASTICSEARCH],
    },
  },
  'no metadata': { props: { kubernetesMetadata: KubernetesMetadata.none(), sinks: [ELASTICSEARCH] } },
  'joined lines': {
    props: {
      sources: [
        LogSource.containers({
          excludeNamespaces: ['all-*'],
          multiline: [
            Multiline.java({ namespaces: ['a'] }), Multiline.go({ namespaces: ['a'] }), Multiline.python({ pods: ['b-*', 'c.d'], flushSeconds: 0.5 }),
            Multiline.pattern({ firstLine: '^\\d{4}$', containers: ['e'] }),
          ],
        }),
        LogSource.files({ paths: ['/var/log/app/*.log'], exclude: ['/var/log/app/x.log'], multiline: Multiline.pattern({ continuation: '^\\s' }) }),
        LogSource.containers({ id: 'all', namespaces: ['all-*'], multiline: [Multiline.java()] }),
      ],
      sinks: [ELASTICSEARCH],
      maxLineSize: '64Ki',
      rotation: { refreshSeconds: 3, waitSeconds: 600 },
    },
  },
  'journal, audit and an input of its own': {
    props: {
      sources: [
        LogSource.journal({ units: ['kubelet'], matches: { _TRANSPORT: ['kernel'] }, directories: ['/var/log/journal'], readFrom: ReadFrom.BEGINNING }),
        LogSource.journal({ id: 'everything' }),
        LogSource.audit(),
        LogSource.raw({ id: 'tcp', settings: { type: 'tcp', host: '0.0.0.0:9000' } }),
      ],
      filters: [LogFilter.keep(LogField.named('PRIORITY'), '^[0-4]$', { sources: ['journal', 'everything'] }), LogFilter.drop(LogField.named('MY_FIELD'), 'x', { sources: ['journal'] })],
      sinks: [ELASTICSEARCH],
    },
  },
  'filters': {
    props: {
      filters: [
        LogFilter.parseJson(),
        LogFilter.addFields({ env: '${HOME} $$ a,b $(NODE_NAME)', number: '0123' }),
        LogFilter.redact('(?P<card>\\d{4})$', { replacement: '***' }),
        ...[LogField.MESSAGE, LogField.STREAM, LogField.NAMESPACE, LogField.POD, LogField.CONTAINER, LogField.podLabel('app.kubernetes.io/name'), LogField.named('level')]
          .flatMap((field, position) => [LogFilter.drop(field, '^a${b}$', { id: `drop-${position}` }), LogFilter.keep(field, 'x', { id: `keep-${position}`, sources: ['containers'] })]),
        LogFilter.raw({ settings: { drop_fields: { fields: ['agent'] } } }),
      ],
      sinks: [ELASTICSEARCH],
    },
    options: { settings: { 'logging.level': 'warning' } },
  },
  'Elasticsearch with everything': {
    props: {
      sinks: [LogSink.elasticsearch({ host: 'fd00::1', tls, apiKey: secret('api-key'), index: 'all', indexPerDay: false, pipeline: 'parse', retry: { maxIntervalSeconds: 120 } })],
      buffer: LogBuffer.memory({ maxSize: '16Mi' }),
    },
  },
  'Elasticsearch without TLS': { props: { sinks: [LogSink.elasticsearch({ host: 'es', tls: { enabled: false } })], buffer: LogBuffer.disk({ maxSize: '2Gi' }) } },
  'Kafka': {
    props: {
      sinks: [LogSink.kafka({ brokers: ['a:9093', '$(HOST_IP):9093'], topic: 'logs', tls, username: 'u', password: secret('password'), compression: KafkaCompression.ZSTD })],
    },
  },
  'Kafka without TLS': { props: { sinks: [LogSink.kafka({ brokers: ['a:9092'], topic: 'logs', tls: { enabled: false } })] } },
  'its own log': { props: { sinks: [LogSink.stdout()] } },
  'Logstash': { props: { sinks: [LogSink.raw({ settings: { 'output.logstash': { hosts: ['logstash.example.com:5044'] } } })] } },
};
