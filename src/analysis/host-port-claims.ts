import { Daemon } from './daemon';
import { Finding } from './finding';
import { Severity } from './severity';
import { conflict, HostPort, hostPorts } from '../kubernetes/host-ports';
import { share } from '../kubernetes/node-set';
import { Placement, placementOf } from '../kubernetes/placement';

/** Id of a collision of host ports. */
export const HOST_PORT_COLLISION = 'ND301';

interface Claim {
  readonly name: string;
  readonly cluster?: string;
  readonly placement: Placement;
  readonly port: HostPort;
}

/**
 * ND301: who takes which port of the nodes. Of two daemons that surely share a node, the scheduler leaves the pod of one Pending
 * on each of those nodes.
 */
export class HostPortClaims {
  private readonly claims = new Map<string, Claim[]>();

  /** Notes the ports of a daemon; the findings are ports that a daemon noted before takes on the same nodes. */
  public claim(daemon: Daemon): Finding[] {
    const { pod, context: { cluster } } = daemon;
    const ports = hostPorts(pod);
    if (ports.length === 0) {
      return [];
    }
    const { name } = daemon;
    const placement = placementOf(pod);
    return ports.flatMap(port => {
      const key = `${port.protocol} ${port.port}`;
      const mine: Claim = { name, cluster, placement, port };
      const others = this.claims.get(key) ?? [];
      const taken = others.find(other => other.name !== name && collide(other, mine));
      this.claims.set(key, [...others, mine]);
      return taken === undefined ? [] : [findingOf(key, taken.name)];
    });
  }
}

function collide(a: Claim, b: Claim): boolean {
  return a.cluster === b.cluster && conflict(a.port, b.port) && share(a.placement, b.placement) === 'surely';
}

function findingOf(port: string, other: string): Finding {
  return {
    id: HOST_PORT_COLLISION,
    severity: Severity.ERROR,
    acknowledgeable: true,
    message: `port ${port} of the node is taken by '${other}' on the same nodes: give one of them another port, `
      + 'or place them on different nodes',
  };
}
