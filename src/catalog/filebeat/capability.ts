import { LogCapability } from '../log/capability';
import { RE2 } from '../log/dialect';

/** Filebeat (read at 9.5). */
export const FILEBEAT: LogCapability = {
  title: 'Filebeat',
  factory: 'LogAgent.filebeat()',
  can: [
    'containers', 'files', 'journal', 'audit',
    'multiline.java', 'multiline.python', 'multiline.go', 'multiline.dotnet', 'multiline.firstLine', 'multiline.continuation',
    'multiline.containers', 'multiline.files',
    'metadata.apiServer', 'metadata.namespaceLabels',
    'filter.parseJson', 'filter.addFields', 'filter.drop', 'filter.keep', 'filter.redact',
    'sink.elasticsearch', 'sink.kafka', 'sink.stdout',
    'buffer.disk', 'buffer.memory', 'buffer.disk.pause', 'buffer.memory.pause', 'retry.maxInterval', 'rotation.wait', 'readFrom.end',
  ],
  notes: {
    'journal': 'with the image that has journalctl, which the small one has not; the journal must not be of a newer systemd than the image',
    'multiline.containers': 'lines of both streams of a container join as they come; a change of what joins reads the files once more',
    'metadata.apiServer': 'it waits for the API server before it reads',
    'sink.kafka': 'a line above 1 MB is dropped',
    'buffer.memory': 'it counts lines, as of 4 KiB each',
    'rotation.wait': 'of at least 300 seconds without a line',
  },
  dialect: RE2,
  raw: 'settings',
  stateName: 'filebeat',
  containerName: 'filebeat',
};
