import { answer, Check } from '../check';
import { byVolume, hostMounts } from '../host-mounts';
import { directoryOf } from '../paths';
import { Severity } from '../severity';

/** Sockets of programs that a node restarts only with itself. */
const LASTING = /^\/run\/(dbus|systemd)\/|^\/dev\//;

/** ND407 */
export const mountedSocket: Check = {
  id: 'ND407',
  severity: Severity.WARNING,
  title: 'A socket is mounted instead of the directory that it lies in',
  text: 'A mounted file stays the one that it was when the container started. A program that starts anew makes a new socket, and the container keeps the '
    + 'old one, on which nobody answers, until its pod is deleted: [datadog-agent#4948](https://github.com/DataDog/datadog-agent/pull/4948). A container that '
    + 'starts while the socket is away gets an empty directory for it: [kubernetes#128814](https://github.com/kubernetes/kubernetes/issues/128814). Mount the '
    + 'directory, as the [kubelet\'s documentation](https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/#monitoring-device-plugin-resources) '
    + 'asks for its own.',
  acknowledgeable: true,
  isOfAnyPod: true,
  judge(daemon) {
    const mounts = hostMounts(daemon);
    const sockets = byVolume(mounts.filter(({ place, type }) => (type === 'Socket' || /\.sock(et)?$/.test(place)) && !LASTING.test(place)));
    return mounts.length === 0 ? 'does not apply' : answer(sockets.map(({ container, path, mountField }) => ({
      field: mountField,
      message: `container '${container.name}' has the socket '${path}' as it was when it started, and loses it when its program starts anew: `
        + `mount '${directoryOf(path)}' instead, readOnly`,
    })));
  },
};
