import type { HostPort } from '../../kubernetes/host-ports';
import { hasAll } from '../../kubernetes/label-selector';
import { answer, Check } from '../check';
import { Daemon } from '../daemon';
import { ObjectSet } from '../object-set';
import { SelectingService, selectingServices } from '../services';
import { Severity } from '../severity';

/** ND306 */
export const nodePortOfService: Check = {
  id: 'ND306',
  severity: Severity.ERROR,
  title: 'A Service has the host port of the daemon as its NodePort',
  text: 'A NodePort is open on every node and takes the traffic before a program of the node sees it, so clients of the daemon reach the pods of the '
    + 'Service: [NodePort](https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport).',
  acknowledgeable: true,
  judge(daemon, objects) {
    const ports = daemon.outline.hostPorts.filter(({ ip }) => ip === '0.0.0.0' || ip === '::');
    const taken = ports.length === 0 ? undefined : objects.once(nodePortOfService, nodePorts);
    return taken === undefined ? 'does not apply' : answer(ports.flatMap(port => {
      const other = taken.get(keyOf(port))?.find(service => !isOwn(service, daemon));
      return other === undefined ? [] : [{
        field: `${daemon.containers.find(({ container }) => container.name === port.container)?.field}.ports`,
        message: `${port.protocol} ${port.port} of the node is the NodePort of Service '${[other.namespace, other.name].filter(Boolean).join('/')}', `
          + 'which gets the traffic: give one of them another port',
      }];
    }));
  },
};

/** What a Service of the daemon itself gets, the daemon gets. */
function isOwn({ namespace, selector }: SelectingService, daemon: Daemon): boolean {
  return namespace === daemon.namespace && hasAll(daemon.podLabels, selector.matchLabels);
}

function keyOf({ protocol, port }: Pick<HostPort, 'protocol' | 'port'>): string {
  return `${protocol} ${port}`;
}

function nodePorts(objects: ObjectSet): Map<string, SelectingService[]> {
  const taken = new Map<string, SelectingService[]>();
  for (const service of selectingServices(objects)) {
    for (const { protocol, nodePort } of service.ports) {
      if (nodePort !== undefined && nodePort > 0) {
        const key = keyOf({ protocol, port: nodePort });
        taken.set(key, [...taken.get(key) ?? [], service]);
      }
    }
  }
  return taken;
}
