import { daemonTolerations } from '../../kubernetes/toleration';
import { Check } from '../check';
import { registryMounts } from '../csi';
import { Severity } from '../severity';

/** ND225 */
export const csiWithoutTolerations: Check = {
  id: 'ND225',
  severity: Severity.WARNING,
  title: 'A CSI node plugin does not tolerate every NoSchedule taint',
  text: 'Pods with volumes of the driver that tolerate a taint get to nodes where the plugin is not, and stay in ContainerCreating: '
    + '[hetzner csi-driver#119](https://github.com/hetznercloud/csi-driver/issues/119), '
    + '[Primus-SaFE#730](https://github.com/AMD-AGI/Primus-SaFE/issues/730).',
  acknowledgeable: true,
  judge(daemon) {
    if (registryMounts(daemon).length === 0) {
      return 'does not apply';
    }
    const isTolerant = daemonTolerations(daemon.pod).some(({ key, operator, effect }) => !key && operator === 'Exists' && (!effect || effect === 'NoSchedule'));
    return isTolerant ? 'holds' : [{
      field: 'spec.template.spec.tolerations',
      message: 'a CSI node plugin must run wherever pods use its volumes, and this one stays off nodes with other taints: tolerate operator Exists without a key',
    }];
  },
};
