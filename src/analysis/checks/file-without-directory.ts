import { directoriesOf, isWithin, placeOf } from '../../kubernetes/host-path';
import { NODE_DIRECTORIES } from '../../kubernetes/node-directories';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** More directories that every node has. */
const ALSO = ['/etc/cni/net.d', '/etc/default', '/etc/kubernetes', '/etc/modprobe.d', '/etc/modules-load.d', '/etc/security', '/etc/ssl', '/etc/sysctl.d', '/etc/systemd',
  '/etc/systemd/system', '/run/lock', '/run/systemd', '/run/udev', '/var/cache', '/var/log/containers', '/var/spool'];
const KNOWN = new Set([...NODE_DIRECTORIES, ...ALSO].map(placeOf));

/** ND243 */
export const fileWithoutDirectory: Check = {
  id: 'ND243',
  severity: Severity.WARNING,
  title: 'A file is to be created in a directory that may not be there',
  text: '`FileOrCreate` makes the file and not its directory. Where that is missing the pod stays ContainerCreating: '
    + '[the types](https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-fileorcreate-example), '
    + '[deckhouse#1894](https://github.com/deckhouse/deckhouse/issues/1894). Let another volume of the pod make the directory (`DirectoryOrCreate`), or mount '
    + 'that instead of the file.',
  acknowledgeable: true,
  judge({ pod: { volumes = [] } }) {
    const paths = volumes.flatMap(({ hostPath }, i) => hostPath === undefined ? [] : [{ ...hostPath, place: placeOf(hostPath.path), field: `spec.template.spec.volumes[${i}].hostPath.type` }]);
    const files = paths.filter(({ type }) => type === 'FileOrCreate');
    // The directory of another volume is made, or has to be there, and those above it too.
    const made = paths.filter(({ type = '' }) => ['', 'DirectoryOrCreate', 'Directory'].includes(type)).map(({ place }) => place);
    return files.length === 0 ? 'does not apply' : answer(files.flatMap(({ path, place, field }) => {
      const [directory] = directoriesOf(place);
      const isThere = KNOWN.has(directory) || /^\/(proc|sys)\//.test(directory) || made.some(one => isWithin(one, directory));
      return isThere ? [] : [{
        field,
        message: `'${path}' is created, and '${directory}', which it lies in, is not: add a volume for '${directory}' with the type DirectoryOrCreate, or mount that`,
      }];
    }));
  },
};
