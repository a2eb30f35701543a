import { answer, Check } from '../check';
import { registryMounts } from '../csi';
import { rootClaims } from '../kubelet-directories';
import { Severity } from '../severity';

/** ND234: on some nodes one root is a link to another. */
export const severalKubeletRoots: Check = {
  id: 'ND234',
  severity: Severity.WARNING,
  title: 'A CSI plugin takes two directories for the root of the kubelet',
  text: 'The registry, the directories of pods and plugins, the path that the registrar gives and the paths in the container all lie below the one '
    + '`--root-dir` of the kubelet. Where they differ, the driver is not found, or mounts volumes where no pod sees them, unless one root is a link to the '
    + 'other: [csi-driver-host-path#71](https://github.com/kubernetes-csi/csi-driver-host-path/issues/71), '
    + '[hetzner csi-driver#213](https://github.com/hetznercloud/csi-driver/issues/213).',
  acknowledgeable: true,
  judge(daemon) {
    const claims = registryMounts(daemon).length === 0 ? [] : rootClaims(daemon);
    const roots = [...new Map([...claims].reverse().map(claim => [claim.root, claim])).values()].reverse();
    const [first, second] = roots;
    return claims.length === 0 ? 'does not apply' : answer(second === undefined ? [] : [{
      field: second.field,
      message: `'${first.by}' takes '${first.root}' for the root of the kubelet, and '${second.by}' takes '${second.root}': write the same root everywhere`,
    }]);
  },
};
