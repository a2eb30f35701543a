import { answer, Check } from '../check';
import { mountedPaths } from '../mounted-paths';
import { Severity } from '../severity';

const SOCKET = /\/(docker|containerd|crio|cri-dockerd|podman)\.sock$/;
// Directories that hold nothing but a runtime's sockets and state.
const DIRECTORY = /^(\/var)?\/run\/(docker|containerd|crio|k3s\/containerd|podman)$/;

/** ND404 */
export const runtimeSocket: Check = {
  id: 'ND404',
  severity: Severity.WARNING,
  title: 'The socket of the container runtime is mounted',
  text: 'Who can connect to it starts a privileged container on the node, and a read-only mount does not prevent it: connecting is no writing. Read '
    + 'what pods run from the API server or the kubelet, and logs from `/var/log/pods`. '
    + '[Docker on its socket](https://docs.docker.com/engine/security/#docker-daemon-attack-surface).',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const mounts = containers.flatMap(placed => mountedPaths(pod, placed)).filter(({ hostPath }) => hostPath !== undefined);
    return mounts.length === 0 ? 'does not apply' : answer(mounts.filter(({ hostPath }) => SOCKET.test(hostPath!) || DIRECTORY.test(hostPath!)).map(mount => ({
      field: mount.field,
      message: `container '${mount.by}' reaches the container runtime through '${mount.hostPath}', which is to be root on the node, read-only or not: `
        + 'ask the kubelet or the API server instead',
    })));
  },
};
