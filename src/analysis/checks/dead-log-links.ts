import { answer, Check, Problem } from '../check';
import { MountedPath, mountedPaths, nodePathAt } from '../mounted-paths';
import { Severity } from '../severity';

const LINKS = '/var/log/containers';
const FILES = '/var/log/pods';
const OF_DOCKER = /\/docker\/containers$/;

/** ND507 */
export const deadLogLinks: Check = {
  id: 'ND507',
  severity: Severity.WARNING,
  title: 'The files of container logs are not mounted where the links lead',
  text: '`/var/log/containers` holds nothing but links to `/var/log/pods`, where containerd and CRI-O write the files; `/var/lib/docker/containers` exists '
    + 'on nodes with Docker only. A container that does not see `/var/log/pods` under that name follows links that lead nowhere and collects '
    + 'nothing, without an error: [fluent-bit#2676](https://github.com/fluent/fluent-bit/issues/2676), '
    + '[kubernetes logging](https://kubernetes.io/docs/concepts/cluster-administration/logging/).',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const readers = containers.map(placed => ({ placed, mounts: mountedPaths(pod, placed) }))
      .filter(({ mounts }) => mounts.some(({ hostPath = '' }) => hostPath === LINKS || OF_DOCKER.test(hostPath)));
    const dead = readers.filter(({ mounts }) => nodePathAt(mounts, FILES) !== FILES && !mounts.some(({ hostPath }) => hostPath === FILES));
    return readers.length === 0 ? 'does not apply' : answer(dead.map(({ placed, mounts }) => problem(placed.container.name, mounts)));
  },
};

function problem(container: string, mounts: readonly MountedPath[]): Problem {
  const logs = mounts.find(({ hostPath }) => hostPath === LINKS || hostPath === '/var/log');
  const [field, what] = logs === undefined
    ? [mounts.find(({ hostPath = '' }) => OF_DOCKER.test(hostPath))!.field, 'reads the logs of Docker alone, which nodes with containerd or CRI-O do not have']
    : [logs.field, `has '${logs.hostPath}' of the node at '${logs.mountPath}' and not '${FILES}' at '${FILES}', so the links to the log files lead nowhere`];
  return { field, message: `container '${container}' ${what}: mount '/var/log' of the node at '/var/log', or '${FILES}' beside '${LINKS}'` };
}
