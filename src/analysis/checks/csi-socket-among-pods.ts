import { placeOf } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { registryMounts, socketDirectories } from '../csi';
import { byVolume, hostMounts } from '../host-mounts';
import { Severity } from '../severity';

/** ND230 */
export const csiSocketAmongPods: Check = {
  id: 'ND230',
  severity: Severity.WARNING,
  title: 'The socket of a CSI driver lies among the kubelet\'s directories of pods',
  text: 'The kubelet keeps the volumes of pods in that directory, and removes what belongs to no pod. The socket of a driver belongs into a '
    + 'directory of its own, `plugins/<driver>` of the kubelet: '
    + '[deploying a driver](https://kubernetes-csi.github.io/docs/deploying.html).',
  acknowledgeable: true,
  judge(daemon) {
    const roots = registryMounts(daemon).map(({ place }) => place.replace(/\/plugins_registry$/, ''));
    const mounts = hostMounts(daemon).filter(({ place }) => place.endsWith('/kubelet/pods') || roots.some(root => place === `${root}/pods`));
    const sockets = mounts.filter(mount => socketDirectories(mount).has(placeOf(mount.mountPath)));
    return mounts.length === 0 ? 'does not apply' : answer(byVolume(sockets).map(({ container, path, mountPath, volumeField }) => ({
      field: `${volumeField}.path`,
      message: `container '${container.name}' has its CSI socket in '${mountPath}', which is '${path}' of the node, the directory of pods: `
        + `mount '${path.replace(/pods\/?$/, 'plugins/<driver>')}' there`,
    })));
  },
};
