import { CONTROL_PLANE_TAINT, programAt } from '../../kubernetes/node-programs';
import { daemonTolerations, tolerates } from '../../kubernetes/toleration';
import { answer, Check } from '../check';
import { PlacedContainer } from '../daemon';
import { Severity } from '../severity';

/** ND217 */
export const hostPortOfNodeProgram: Check = {
  id: 'ND217',
  severity: Severity.WARNING,
  title: 'A host port is one that a program of the node has',
  text: 'The kubelet and other parts of Kubernetes listen on [ports of the node](https://kubernetes.io/docs/reference/networking/ports-and-protocols/) '
    + 'that the scheduler knows nothing of, so the pod is scheduled, and one of the two cannot bind or gets the traffic of the other. Accept it where the '
    + 'daemon stands in for that program, or the cluster does not run it.',
  acknowledgeable: true,
  judge({ pod, containers, outline: { hostPorts } }) {
    const ports = hostPorts.filter(({ protocol }) => protocol === 'TCP');
    const reachesControlPlane = daemonTolerations(pod).some(one => tolerates(one, CONTROL_PLANE_TAINT));
    return ports.length === 0 ? 'does not apply' : answer(ports.flatMap(({ port, container }) => {
      const taken = programAt(port);
      const placed = containers.find(one => one.container.name === container)!;
      const isTaken = taken !== undefined && (!taken.isControlPlane || reachesControlPlane) && !runs(placed, taken.program);
      return !isTaken ? [] : [{
        field: `${placed.field}.ports`,
        message: `container '${container}' takes TCP ${port} of the node, which is the port of ${taken.program}: take another one`,
      }];
    }));
  },
};

function runs({ container: { image = '', command = [], args = [] } }: PlacedContainer, program: string): boolean {
  return [image, ...command, ...args].some(word => word.includes(program));
}
