import { LogCapability } from '../log/capability';
import { RUST } from '../log/dialect';

/** Vector (read at 0.57.0). */
export const VECTOR: LogCapability = {
  title: 'Vector',
  factory: 'LogAgent.vector()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation',
    'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.annotations', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.elasticsearch', 'sink.openSearch', 'sink.loki', 'sink.otlp.http', 'sink.kafka', 'sink.http', 'sink.splunkHec',
    'sink.cloudWatch', 'sink.s3', 'sink.stdout', 'sinks.several',
    'buffer.disk', 'buffer.memory', 'buffer.disk.pause', 'buffer.disk.dropNewest', 'buffer.memory.pause', 'buffer.memory.dropNewest',
    'retry.attempts', 'retry.maxInterval', 'rotation.wait', 'readFrom.end', 'hotReload',
  ],
  notes: {
    'journal': 'with the image that has journalctl; entries of the boot that runs',
    'metadata.apiServer': 'lines that are on their way when the process is killed are lost, for the position is that of what was read',
    'buffer.disk': 'of at least 257Mi',
    'retry.maxInterval': 'not of Kafka',
    'readFrom.end': 'of containers only with KubernetesMetadata.none()',
  },
  dialect: RUST,
  raw: 'settings',
  stateName: 'vector',
  containerName: 'vector',
};
