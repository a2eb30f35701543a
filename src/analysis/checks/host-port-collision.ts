import { answer, Check } from '../check';
import { collision, collisions } from '../host-port-claims';
import { Severity } from '../severity';

/** ND301 */
export const hostPortCollision: Check = {
  id: 'ND301',
  severity: Severity.ERROR,
  title: 'Two daemons want one port of the same nodes',
  text: 'The scheduler gives a port of a node to one pod. Every node that runs the one daemon runs the other too, so the pod of one of them '
    + 'stays Pending on each of these nodes, with the event `didn\'t have free ports for the requested pod ports`. Under host networking every '
    + 'declared container port is a port of the node; a port that a program is told to listen on and that nobody declares stops no pod, and the program '
    + 'that comes second crashes for ever. Such ports are known of the sidecars of CSI, node exporter and kube-rbac-proxy.',
  acknowledgeable: true,
  comparesDaemons: true,
  judge: (daemon, objects) => answer(collisions(daemon, objects, 'surely').map(found => collision(found, 'on the same nodes'))),
};
