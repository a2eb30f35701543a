import { LogCapability } from '../log/capability';
import { RE2 } from '../log/dialect';

/** The OpenTelemetry Collector (read at 0.158). */
export const OPEN_TELEMETRY_LOGS: LogCapability = {
  title: 'the OpenTelemetry Collector',
  factory: 'LogAgent.openTelemetry()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation',
    'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.annotations', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.elasticsearch', 'sink.openSearch', 'sink.loki', 'sink.otlp.http', 'sink.otlp.grpc', 'sink.kafka', 'sink.splunkHec',
    'sink.cloudWatch', 'sink.s3', 'sink.stdout', 'sinks.several',
    'buffer.disk', 'buffer.memory', 'buffer.disk.pause', 'buffer.disk.dropNewest', 'buffer.memory.pause', 'buffer.memory.dropNewest',
    'retry.giveUpAfter', 'retry.maxInterval', 'readFrom.end',
  ],
  notes: {
    'journal': 'its own images lack journalctl, so that an image of yours is needed',
    'sink.elasticsearch': 'the text is the field `Body`, what is known of its pod stands below `Resource`',
    'sink.openSearch': 'its exporter has no maintainer',
    'sink.loki': 'which attributes become labels is set in Loki',
    'sink.kafka': 'OTLP as JSON',
    'sink.s3': 'OTLP as JSON',
    'sink.cloudWatch': 'it makes a group that is missing',
    'sinks.several': 'those of one source wait for each other, or none of them waits',
    'retry.giveUpAfter': 'not for Elasticsearch',
  },
  dialect: RE2,
  raw: 'settings',
  stateName: 'otelcol',
  containerName: 'opentelemetry-collector',
};
