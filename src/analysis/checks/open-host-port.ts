import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND218 */
export const openHostPort: Check = {
  id: 'ND218',
  severity: Severity.INFO,
  title: 'A host port is open on every address of the node',
  text: 'Without `hostIP` the port answers on public addresses of the node too, whoever asks, and NetworkPolicies of most networks do not see that '
    + 'traffic. `hostIP` restricts it to one address, as the same one on every node: `127.0.0.1` is out of reach for pods. A Service with '
    + '`internalTrafficPolicy: Local` needs no port of the node.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const open = pod.hostNetwork ? [] : containers.filter(({ isInit }) => !isInit).map(({ container, field }) => {
      const ports = (container.ports ?? []).flatMap((port, i) => port.hostPort && isAny(port.hostIP) ? [{ port, field: `${field}.ports[${i}].hostPort` }] : []);
      return { name: container.name, ports };
    });
    return answer(open.filter(({ ports }) => ports.length > 0).map(({ name, ports }) => ({
      field: ports[0].field,
      message: `container '${name}' opens ${ports.map(({ port }) => `${port.protocol ?? 'TCP'} ${port.hostPort}`).join(', ')} on every address of the node: `
        + 'guard it by a firewall, set hostIP, or use a Service with internalTrafficPolicy: Local',
    })));
  },
};

function isAny(ip: string | undefined): boolean {
  return ip === undefined || ['', '0.0.0.0', '::'].includes(ip);
}
