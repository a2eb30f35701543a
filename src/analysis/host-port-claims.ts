import type { Problem } from './check';
import type { Daemon } from './daemon';
import { listeners } from './listeners';
import type { ObjectSet } from './object-set';
import { conflict, HostPort } from '../kubernetes/host-ports';
import { share } from '../kubernetes/node-set';

interface Claim {
  readonly daemon: Daemon;
  readonly port: HostPort;
}

/**
 * The ports of a daemon that one before it takes too, on nodes that both surely or possibly run on.
 *
 * @param daemon the daemon; the first of two that collide has no problem
 * @param objects all daemons
 * @param sharing how sure it is that they meet
 */
export function collisions(daemon: Daemon, objects: ObjectSet, sharing: 'surely' | 'possibly'): { port: HostPort; other: Daemon }[] {
  const claims = objects.once(collisions, claimsOf);
  const met = new Set<string>();
  return (claims.get(daemon) ?? []).flatMap(({ mine, before }) => {
    const key = `${mine.port.protocol} ${mine.port.port}`;
    const meets = (other: Claim) => conflict(other.port, mine.port) && share(other.daemon.outline.placement, daemon.outline.placement) === sharing;
    const taken = met.has(key) ? undefined : before.find(meets);
    met.add(taken === undefined ? '' : key);
    return taken === undefined ? [] : [{ port: mine.port, other: taken.daemon }];
  });
}

/** What a daemon claims, and what others claimed before. */
function claimsOf({ daemons }: ObjectSet): Map<Daemon, { mine: Claim; before: readonly Claim[] }[]> {
  const claims = new Map<string, Claim[]>();
  return new Map(daemons.filter(({ isReadable }) => isReadable).map(daemon => {
    const own = portsOf(daemon).map(port => {
      const key = `${daemon.context.cluster} ${port.protocol} ${port.port}`;
      const all = claims.get(key) ?? [];
      const mine = { daemon, port };
      const before = all.filter(other => other.daemon !== daemon);
      claims.set(key, [...all, mine]);
      return { mine, before };
    });
    return [daemon, own];
  }));
}

/** What a daemon declares, and under host networking what its programs listen on besides. */
function portsOf(daemon: Daemon): readonly HostPort[] {
  const { hostPorts, isOfHostNetwork } = daemon.outline;
  const others = !isOfHostNetwork ? [] : listeners(daemon).flatMap(({ placed, address, port }) =>
    address === undefined || hostPorts.some(one => one.port === port && one.protocol === 'TCP') ? []
      : [{ ip: address, protocol: 'TCP', port, container: placed.container.name }]);
  return [...hostPorts, ...others];
}

/** The problem of a port that two daemons take. */
export function collision({ port, other }: { port: HostPort; other: Daemon }, where: string): Problem {
  return {
    message: `port ${port.protocol} ${port.port} of the node is taken by '${other.name}' ${where}: give one of them another port, or place them on different nodes`,
    other,
  };
}
