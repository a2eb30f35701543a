import { answer, Check } from '../check';
import { registryMounts } from '../csi';
import { byVolume } from '../host-mounts';
import { Severity } from '../severity';

/** ND229 */
export const hiddenPluginRegistry: Check = {
  id: 'ND229',
  severity: Severity.WARNING,
  title: 'The plugin registry of the kubelet is created where it is missing',
  text: 'Where the kubelet has another root directory, the volume makes an empty registry that no kubelet looks into: the pod runs, and the driver is '
    + 'never registered. With the type `Directory` the pod says at once what is missing: '
    + '[csi-driver-host-path#71](https://github.com/kubernetes-csi/csi-driver-host-path/issues/71).',
  acknowledgeable: true,
  judge(daemon) {
    const mounts = byVolume(registryMounts(daemon));
    return mounts.length === 0 ? 'does not apply' : answer(mounts.filter(({ type }) => type !== 'Directory').map(({ path, type, volumeField }) => ({
      field: `${volumeField}.type`,
      message: `'${path}' is mounted with the type '${type}', which makes an empty directory where the kubelet has its registry elsewhere: use Directory`,
    })));
  },
};
