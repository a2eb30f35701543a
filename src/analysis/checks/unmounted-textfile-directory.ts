import { answer, Check } from '../check';
import { mountAt, mountedPaths } from '../mounted-paths';
import { hasCollector, nodeExporters } from '../node-exporter';
import { cleanPath } from '../paths';
import { Severity } from '../severity';

/** ND607: images that others build may bring the directory. */
export const unmountedTextfileDirectory: Check = {
  id: 'ND607',
  severity: Severity.ERROR,
  title: 'node exporter reads text files from a directory that is not mounted',
  text: 'The directory is one of the container, whatever `--path.rootfs` says; the image has none, so no file is ever read and only the log tells: '
    + '[helm/charts#22774](https://github.com/helm/charts/issues/22774). Mount the directory of the node, read-only.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const given = nodeExporters(containers).filter(exporter => exporter.isOfficial && hasCollector(exporter, 'textfile')).flatMap(({ flags, placed }) => flags
      .filter(({ name, value }) => name === 'collector.textfile.directory' && value?.startsWith('/'))
      .map(({ value, field }) => ({ field, placed, directory: value! })));
    // What stands before a pattern is certain.
    const unmounted = given.filter(({ directory, placed }) => mountAt(mountedPaths(pod, placed), cleanPath(directory.replace(/\/[^/]*[*?[][^]*$/, ''))) === undefined);
    return given.length === 0 ? 'does not apply' : answer(unmounted.map(({ directory, field, placed }) => ({
      field,
      message: `node exporter '${placed.container.name}' reads text files from '${directory}', which is not mounted: `
        + 'mount the directory of the node at this path, read-only',
    })));
  },
};
