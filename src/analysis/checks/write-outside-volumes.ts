import { isWithin } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { mountAt, mountedPaths } from '../mounted-paths';
import { cleanPath } from '../paths';
import { Severity } from '../severity';
import { redirections, shellScripts } from '../shell-scripts';

/** What the runtime mounts, and what is a device. */
const MOUNTED = ['/dev', '/proc', '/sys', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf'];
/** Where nobody expects a file to stay. */
const PASSING = ['/tmp', '/run', '/var/run', '/var/tmp', '/var/cache'];

/** ND605 */
export const writeOutsideVolumes: Check = {
  id: 'ND605',
  severity: Severity.WARNING,
  title: 'A script writes a file outside of every volume',
  text: 'What it appends to is lost with the container, and fills the disk of the node until then, uncounted; under `readOnlyRootFilesystem` any such file '
    + 'cannot be opened, and the command does not run. Mount a directory of the node, or an emptyDir, where the file lies. A file that is made anew at '
    + 'each start matters under `readOnlyRootFilesystem` only.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const files = containers.flatMap(placed => {
      const mounts = mountedPaths(pod, placed);
      const isReadOnly = placed.container.securityContext?.readOnlyRootFilesystem === true;
      return shellScripts(placed).flatMap(redirections).map(({ target, operator, field }) => ({
        field, container: placed.container.name, isReadOnly, mounts, path: pathOf(target.text, target.isLiteral), isAppended: operator.endsWith('>>'),
      }));
    }).filter(({ path }) => path !== undefined);
    const lost = files.filter(({ path, mounts, isReadOnly, isAppended }) => mountAt(mounts, path!) === undefined && !MOUNTED.some(root => isWithin(path!, root))
      && (isReadOnly || (isAppended && !PASSING.some(root => isWithin(path!, root)))));
    return files.length === 0 ? 'does not apply' : answer(lost.map(({ field, container, path, isReadOnly }) => ({
      field,
      message: `the script of container '${container}' writes to '${path}', which lies on no volume: it ${isReadOnly ? 'cannot be written under a read-only root' : 'is lost with the pod'}. `
        + 'Mount a directory of the node or an emptyDir there',
    })));
  },
};

/** An absolute path, or the directory that is certain where a variable follows. */
function pathOf(text: string, isLiteral: boolean): string | undefined {
  const known = isLiteral ? text : text.slice(0, text.lastIndexOf('/'));
  return known.startsWith('/') ? cleanPath(known) : undefined;
}
