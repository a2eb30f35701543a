import { isNodePort } from '../../kubernetes/node-programs';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND216 */
export const hostPortInNodePortRange: Check = {
  id: 'ND216',
  severity: Severity.WARNING,
  title: 'A host port is in the range of NodePorts',
  text: 'Kubernetes gives ports from 30000 to 32767 to Services without asking, on every node. The day that a Service gets this one, it takes '
    + 'the traffic of the daemon: [NodePort](https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport).',
  acknowledgeable: true,
  judge({ containers, outline: { hostPorts: ports } }) {
    return ports.length === 0 ? 'does not apply' : answer(ports.filter(({ port }) => isNodePort(port)).map(({ port, protocol, container }) => ({
      field: `${containers.find(placed => placed.container.name === container)?.field}.ports`,
      message: `container '${container}' takes ${protocol} ${port} of the node, which Kubernetes may give to a Service as its NodePort: `
        + 'take a port outside 30000-32767',
    })));
  },
};
