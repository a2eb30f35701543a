import { NODE_DIRECTORIES } from '../../kubernetes/node-directories';
import { Check } from '../check';
import { cleanPath } from '../paths';
import { Severity } from '../severity';

/** Files that every Linux node has. */
const FILES = ['/dev/kmsg', '/dev/null'];

/** ND406 */
export const untypedHostPath: Check = {
  id: 'ND406',
  severity: Severity.WARNING,
  title: 'A hostPath has no type',
  text: 'Nothing is checked then. What is missing on the node comes up as an empty directory, even where the program wants a file or a socket, and '
    + 'it stays when the real one should be made: [moby#30348](https://github.com/moby/moby/issues/30348). Say which it is: `Directory`, `File`, '
    + '`Socket`, or `DirectoryOrCreate` for a directory of the daemon\'s own. '
    + '[The types](https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types).',
  acknowledgeable: true,
  judge({ pod: { volumes = [] } }) {
    const untyped = volumes.flatMap(({ name, hostPath }, position) =>
      hostPath !== undefined && !hostPath.type && !isEverywhere(cleanPath(hostPath.path)) ? [{ name, path: hostPath.path, position }] : []);
    return volumes.every(({ hostPath }) => hostPath === undefined) ? 'does not apply' : untyped.length === 0 ? 'holds' : [{
      field: `spec.template.spec.volumes[${untyped[0].position}].hostPath.type`,
      message: `nothing checks what these volumes find on the node: ${untyped.map(({ name, path }) => `'${name}' (${path})`).join(', ')}. `
        + 'Give each hostPath the type that it has, or DirectoryOrCreate where the daemon makes it',
    }];
  },
};

function isEverywhere(path: string): boolean {
  // A pipe of Windows has no type.
  return NODE_DIRECTORIES.has(path) || FILES.includes(path) || /^\/(proc|sys)\/|^\\\\\.\\pipe\\/.test(path);
}
