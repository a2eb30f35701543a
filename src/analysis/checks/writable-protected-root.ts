import { isProtectedDirectory } from '../../kubernetes/protected-directories';
import { answer, Check } from '../check';
import { mountedPaths } from '../mounted-paths';
import { Severity } from '../severity';

/** ND402 */
export const writableProtectedRoot: Check = {
  id: 'ND402',
  severity: Severity.ERROR,
  title: 'A directory of the whole node is mounted writable',
  text: 'Who may write `/etc`, `/run`, `/var/lib/kubelet`, the manifests of static pods or the directory in which the container runtime listens has the '
    + 'node; who may write `/var/log` reads any file of it through a link that the kubelet follows: '
    + '[kube-hunter#177](https://github.com/aquasecurity/kube-hunter/pull/177). Mount it read-only, and the one directory below it that the program '
    + 'writes as a mount of its own.',
  acknowledgeable: true,
  isDecision: true,
  isOfAnyPod: true,
  judge({ pod, containers }) {
    const mounts = containers.flatMap(placed => mountedPaths(pod, placed)).filter(({ hostPath }) => hostPath !== undefined);
    return mounts.length === 0 ? 'does not apply' : answer(mounts.filter(({ hostPath, isReadOnly }) => !isReadOnly && isProtectedDirectory(hostPath!)).map(mount => ({
      field: mount.field,
      message: `container '${mount.by}' may write all of '${mount.hostPath}' of the node, which belongs to others too: `
        + 'mount it readOnly, or only the directory below it that the container writes',
    })));
  },
};
