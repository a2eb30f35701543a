import { answer, Check, Problem } from '../check';
import { servicesOf } from '../services';
import { Severity } from '../severity';

/** ND902 */
export const clientsOfOnePod: Check = {
  id: 'ND902',
  severity: Severity.INFO,
  title: 'Each client depends on the one pod of its node',
  text: 'When that pod restarts or is updated, its port does not answer, and no other pod stands in: '
    + '[internal traffic policy](https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/). Clients must try again. A rollout '
    + 'with `maxSurge: 1` and `maxUnavailable: 0` leaves no gap behind a Service; a host port allows none.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const surge = daemon.defaulted.spec?.updateStrategy?.rollingUpdate?.maxSurge ?? 0;
    const services = surge === 0 || surge === '0%' ? servicesOf(daemon, objects).filter(({ isNodeLocal }) => isNodeLocal) : [];
    // Under host networking a host port is but another way to declare the port.
    const ports = daemon.pod.hostNetwork ? [] : daemon.containers.flatMap(({ container, field }) => (container.ports ?? [])
      .map((port, i) => ({ hostPort: port.hostPort ?? 0, field: `${field}.ports[${i}].hostPort` })).filter(({ hostPort }) => hostPort > 0));
    const advice = 'get no answer while the one pod of the node restarts: let them try again';
    const problems: Problem[] = [
      ...services.map(({ name }) => ({ field: 'spec.updateStrategy', message: `clients of Service '${name}' ${advice}` })),
      ...ports.slice(0, 1).map(({ hostPort, field }) => ({ field, message: `clients of port ${hostPort} of a node ${advice}` })),
    ];
    return answer(problems);
  },
};
