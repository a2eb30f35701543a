import { hasAll } from '../../kubernetes/label-selector';
import { answer, Check } from '../check';
import { Daemon } from '../daemon';
import { listAt, textAt } from '../loose';
import { ObjectSet } from '../object-set';
import { labelsAt } from '../selectors';
import { SelectingService, ServicePort, servicesOf } from '../services';
import { Severity } from '../severity';
import { workloadsOf } from '../workload';

/** ND305 */
export const serviceOfUnknownPort: Check = {
  id: 'ND305',
  severity: Severity.ERROR,
  title: 'A Service sends its clients to a port that the pods do not name',
  text: 'A `targetPort` that is a name is looked for among the ports of each pod, with its protocol. A pod that has none gets no traffic for that port, '
    + 'and nothing says so: [Services](https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports).',
  acknowledgeable: true,
  comparesDaemons: true,
  judge(daemon, objects) {
    const named = servicesOf(daemon, objects).filter(({ isHeadless }) => !isHeadless)
      .flatMap(service => service.ports.filter(({ targetPort }) => typeof targetPort === 'string').map(port => ({ service, port })));
    return named.length === 0 ? 'does not apply' : answer(named
      .filter(({ service, port }) => !hasPort(daemon, port) && !isOfOthers(service, port, objects))
      .map(({ service: { name, ports }, port }) => ({
        field: 'spec.template.spec.containers',
        message: `Service '${name}' sends ${ports.length > 1 && port.name ? `port '${port.name}'` : 'its clients'} to the ${port.protocol} port '${port.targetPort}', `
          + `which no container has${declared(daemon)}: give a container port that name, or correct targetPort`,
      })));
  },
};

function hasPort({ outline: { ports } }: Daemon, { targetPort, protocol }: ServicePort): boolean {
  return ports.some(port => port.name === targetPort && (port.protocol ?? 'TCP') === protocol);
}

function declared({ outline: { ports } }: Daemon): string {
  const names = ports.flatMap(({ name, protocol = 'TCP' }) => name ? [`${protocol} '${name}'`] : []);
  return names.length === 0 ? '' : ` (there is ${names.join(', ')})`;
}

/** Whether the Service selects other pods too, of which some have the port. */
function isOfOthers({ namespace, selector }: SelectingService, port: ServicePort, objects: ObjectSet): boolean {
  const isSelected = (other: Daemon) => other.isReadable && other.namespace === namespace && hasAll(other.podLabels, selector.matchLabels);
  return objects.daemons.some(other => isSelected(other) && hasPort(other, port))
    || workloadsOf(objects).some(workload => {
      const containers = ['containers', 'initContainers'].flatMap(list => listAt(workload.template, 'spec', list));
      return workload.namespace === namespace && hasAll(labelsAt(workload.template, 'metadata', 'labels') ?? {}, selector.matchLabels)
        && containers.some(container => listAt(container, 'ports')
          .some(one => textAt(one, 'name') === port.targetPort && (textAt(one, 'protocol') ?? 'TCP') === port.protocol));
    });
}
