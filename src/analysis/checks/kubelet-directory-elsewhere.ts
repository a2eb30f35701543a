import { placeOf } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { registrars } from '../csi';
import { hostMounts } from '../host-mounts';
import { kubeletMounts } from '../kubelet-directories';
import { Severity } from '../severity';

/** ND233: a program that enters the node has the kubelet's paths whatever is mounted. */
export const kubeletDirectoryElsewhere: Check = {
  id: 'ND233',
  severity: Severity.ERROR,
  title: 'A CSI driver has a directory of the kubelet under another path',
  text: 'The kubelet tells a driver where to mount a volume by a path of the node, so the driver must have that directory under the same path. Elsewhere '
    + 'it mounts into its own file system: the call succeeds, and the pod gets an empty directory. '
    + '[Deploying a driver](https://kubernetes-csi.github.io/docs/deploying.html), [k0s#810](https://github.com/k0sproject/k0s/issues/810).',
  acknowledgeable: true,
  judge(daemon) {
    const mounts = registrars(daemon).length === 0 || daemon.pod.hostPID ? [] : kubeletMounts(daemon);
    const elsewhere = mounts.filter(({ container, place, rootInside }) => {
      const own = hostMounts(daemon).filter(mount => mount.container === container);
      // A root of another name can be a link to this one on the node.
      return !rootInside?.endsWith('/kubelet') && !own.some(mount => mount.place === '/' || sees(mount.place, placeOf(mount.mountPath), place));
    });
    return mounts.length === 0 ? 'does not apply' : answer(elsewhere.map(({ container, path, mountPath, mountField }) => ({
      field: `${mountField}.mountPath`,
      message: `container '${container.name}' has '${path}' of the node at '${mountPath}', and the kubelet tells it paths of the node: mount it at '${path}'`,
    })));
  },
};

/** Whether a mount shows a place under its own path. */
function sees(from: string, at: string, place: string): boolean {
  return from === at && (place === from || place.startsWith(`${from}/`));
}
