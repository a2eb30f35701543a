import { LogCapability } from '../log/capability';
import { ONIGMO } from '../log/dialect';

/** Fluent Bit (read at 5.1.1). */
export const FLUENT_BIT: LogCapability = {
  title: 'Fluent Bit',
  factory: 'LogAgent.fluentBit()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation',
    'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.kubelet', 'metadata.annotations', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep',
    'sink.elasticsearch', 'sink.openSearch', 'sink.loki', 'sink.otlp.http', 'sink.otlp.grpc', 'sink.kafka', 'sink.http', 'sink.splunkHec',
    'sink.cloudWatch', 'sink.s3', 'sink.forward', 'sink.stdout', 'sinks.several',
    'buffer.disk', 'buffer.memory', 'buffer.disk.dropOldest', 'buffer.memory.pause', 'retry.attempts', 'retry.maxInterval',
    'rotation.wait', 'readFrom.end', 'hotReload',
  ],
  notes: {
    'multiline.java': 'stdout and stderr of a container count as one',
    'multiline.python': 'stdout and stderr of a container count as one',
    'multiline.go': 'stdout and stderr of a container count as one',
    'filter.drop': 'a field that is no text matches nothing',
    'filter.keep': 'a field that is no text matches nothing',
    'sink.cloudWatch': 'a stream for each container, by the prefix and its tag',
    'buffer.disk': 'one kind of buffer for all sinks',
    'buffer.memory': 'one kind of buffer for all sinks',
    'retry.maxInterval': 'the shortest of all sinks counts for each',
  },
  dialect: ONIGMO,
  raw: 'settings',
  stateName: 'fluent-bit',
  containerName: 'fluent-bit',
};
