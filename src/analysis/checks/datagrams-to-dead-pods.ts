import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND242 */
export const datagramsToDeadPods: Check = {
  id: 'ND242',
  severity: Severity.INFO,
  title: 'A client of a UDP host port may send to a pod that is gone',
  text: 'The kernel remembers to which pod the datagrams of a client went, for as long as it sends. Networks that do not make it forget lose what such '
    + 'clients send after the pod was replaced: [kubernetes#102559](https://github.com/kubernetes/kubernetes/issues/102559). The plugin `portmap` forgets since '
    + '[plugins#553](https://github.com/containernetworking/plugins/pull/553). TCP is not concerned.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const ports = pod.hostNetwork ? [] : containers.filter(({ isInit }) => !isInit).flatMap(({ container: { name, ports: own = [] }, field }) =>
      own.flatMap(({ hostPort, protocol }, i) => hostPort ? [{ name, hostPort, protocol, field: `${field}.ports[${i}].protocol` }] : []));
    return ports.length === 0 ? 'does not apply' : answer(ports.filter(({ protocol }) => protocol === 'UDP').map(({ name, hostPort, field }) => ({
      field,
      message: `with some networks clients keep sending to the old pod behind UDP ${hostPort} of container '${name}': use TCP, a socket file, or a network that clears such connections`,
    })));
  },
};
