import { LogCapability } from '../log/capability';
import { ONIGMO } from '../log/dialect';

/**
 * Fluentd (read at 1.19.3). It has no output for OTLP that takes other lines than those that came in by OTLP.
 * @see https://github.com/fluent-plugins-nursery/fluent-plugin-opentelemetry
 */
export const FLUENTD: LogCapability = {
  title: 'Fluentd',
  factory: 'LogAgent.fluentd()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation',
    'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.annotations', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.elasticsearch', 'sink.openSearch', 'sink.loki', 'sink.kafka', 'sink.http', 'sink.splunkHec',
    'sink.cloudWatch', 'sink.s3', 'sink.forward', 'sink.stdout', 'sinks.several',
    'buffer.disk', 'buffer.memory', 'buffer.disk.pause', 'buffer.disk.dropOldest', 'buffer.disk.dropNewest',
    'buffer.memory.pause', 'buffer.memory.dropOldest', 'buffer.memory.dropNewest', 'retry.attempts', 'retry.giveUpAfter',
    'retry.maxInterval', 'rotation.wait', 'readFrom.end',
  ],
  notes: {
    'containers': 'lines that the runtime has cut are joined without a limit of their length',
    'metadata.apiServer': 'it watches all namespaces, whatever of them is added',
    'sink.loki': 'in no image of fluent/fluentd-kubernetes-daemonset: with an image of yours that has fluent-plugin-grafana-loki',
    'sink.kafka': 'without lz4; with certificates that must be good',
    'sink.splunkHec': 'in no image of fluent/fluentd-kubernetes-daemonset: with an image of yours that has fluent-plugin-splunk-hec',
    'sink.cloudWatch': 'it makes a group that is missing wherever it may',
    'sinks.several': 'of different images: with an image of yours that has the plugins of all',
  },
  dialect: ONIGMO,
  raw: 'text',
  stateName: 'fluentd',
  containerName: 'fluentd',
};
