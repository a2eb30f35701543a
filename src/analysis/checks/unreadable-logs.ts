import { userOf } from '../../kubernetes/container-user';
import { isWithin } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { byVolume, hostMounts } from '../host-mounts';
import { Severity } from '../severity';

/** Where the kubelet and container runtimes write the logs of containers. */
const LOG_ROOTS = ['/var/log', '/var/log/pods', '/var/log/containers', '/var/lib/docker/containers'];

/** With these a program reads what is not its own, where its image grants them to the file. */
const READING = ['ALL', 'DAC_OVERRIDE', 'DAC_READ_SEARCH'];

/** ND222 */
export const unreadableLogs: Check = {
  id: 'ND222',
  severity: Severity.WARNING,
  title: 'A container that is neither root nor of its group reads the logs of containers',
  text: 'Container runtimes write the logs for root and its group alone (mode 0640 or 0600), so such a program finds the files and cannot open them: '
    + '[opentelemetry-helm-charts#71](https://github.com/open-telemetry/opentelemetry-helm-charts/issues/71), '
    + '[fluent-bit#3056](https://github.com/fluent/fluent-bit/issues/3056). A user without `runAsGroup` has the group 0.',
  acknowledgeable: true,
  judge(daemon) {
    const mounts = byVolume(hostMounts(daemon)).filter(({ place }) => LOG_ROOTS.includes(place) || isWithin(place, '/var/log/pods'));
    return mounts.length === 0 ? 'does not apply' : answer(mounts.filter(({ container }) => {
      const { securityContext: ofPod } = daemon.pod;
      const { user = 0 } = userOf(daemon.pod, container);
      const group = container.securityContext?.runAsGroup ?? ofPod?.runAsGroup ?? 0;
      const groups = [group, ofPod?.fsGroup, ...ofPod?.supplementalGroups ?? []];
      return user !== 0 && !groups.includes(0) && !(container.securityContext?.capabilities?.add ?? []).some(name => READING.includes(name));
    }).map(({ container, path, mountField }) => ({
      field: mountField,
      message: `container '${container.name}' is neither root nor of its group and cannot read the logs in '${path}': add supplementalGroups: [0], or run it as root`,
    })));
  },
};
