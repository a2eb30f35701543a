import { LogCapability } from '../log/capability';
import { RE2 } from '../log/dialect';

/** Grafana Alloy (read at 1.18.1), with what is generally available in it. */
export const ALLOY: LogCapability = {
  title: 'Grafana Alloy',
  factory: 'LogAgent.alloy()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.kubelet', 'metadata.annotations', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.loki', 'sink.otlp.http', 'sink.otlp.grpc', 'sink.kafka', 'sink.stdout', 'sinks.several',
    'buffer.memory', 'buffer.memory.pause', 'buffer.memory.dropNewest', 'retry.attempts', 'retry.giveUpAfter', 'retry.maxInterval', 'readFrom.end', 'hotReload',
  ],
  notes: {
    'containers': 'it reads Docker\'s lines where the platform\'s log roots name Docker, and does not join those that Docker had cut',
    'journal': 'it begins at most 7 hours back, and where it was away for longer, 7 hours back again',
    'multiline.java': 'every line joins that begins with white space or goes on with a cause',
    'multiline.python': 'the last line of a traceback is an entry of its own',
    'multiline.go': 'the names of functions in a trace begin entries of their own',
    'metadata.namespaceLabels': 'from the API server alone',
    'sink.kafka': 'each message is a batch in OTLP as JSON, and a line above 300 kB is dropped',
    'buffer.memory': '10 MiB for Loki, of which the size is experimental in Alloy',
    'retry.attempts': 'of Loki alone',
    'retry.giveUpAfter': 'of OTLP and Kafka alone',
  },
  dialect: RE2,
  raw: 'text',
  stateName: 'alloy',
  containerName: 'alloy',
};
