import { LogCapability } from '../log/capability';
import { ONIGMO } from '../log/dialect';

/**
 * Logstash (read at 9.5.2). It has no metadata of Kubernetes, and nothing that joins the lines of several streams in one file.
 * @see https://www.elastic.co/docs/reference/logstash/plugins
 */
export const LOGSTASH: LogCapability = {
  title: 'Logstash',
  factory: 'LogAgent.logstash()',
  can: [
    'containers', 'files', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation', 'multiline.files',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.elasticsearch', 'sink.kafka', 'sink.http', 'sink.splunkHec', 'sink.s3', 'sink.stdout', 'sinks.several',
    'buffer.disk', 'buffer.memory', 'buffer.disk.pause', 'buffer.memory.pause', 'retry.maxInterval', 'readFrom.end', 'hotReload',
  ],
  notes: {
    'containers': 'lines that CRI has cut stay apart: each but the last has the field `logtag`; of a pod they have the names in the path of its file',
    'sink.kafka': 'without a certificate of its own, and with certificates that must be good',
    'sink.splunkHec': 'by HTTP, each line as one request',
    'sinks.several': 'one that takes nothing keeps the others waiting',
    'buffer.disk': 'one for all sinks',
    'buffer.memory': 'of some hundred lines, whatever its size',
    'retry.maxInterval': 'of Elasticsearch, and of S3, which waits as long each time',
    'hotReload': 'of sources, filters and sinks; not of state, buffer and health',
  },
  dialect: ONIGMO,
  raw: 'text',
  stateName: 'logstash',
  containerName: 'logstash',
};
