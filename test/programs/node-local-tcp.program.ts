import type { Pod } from './harness/cluster-pod';
import { eventually } from './harness/eventually';
import { alpine, COUNT } from './harness/image';
import { ClusterNode, nodes } from './harness/nodes';
import { connects, reachable } from './harness/reachable';
import { startDaemonSet, startDeployment } from './harness/workloads';
import { logd } from './tutorial';

const ROUNDS = 20;
const image = alpine({ haste: 150, rounds: ROUNDS });

/** Greetings that arrived on a node, by the pod that sent them. */
function arrived({ containers: [container] }: Pod): { readonly [client: string]: number } {
  const clients = container.read('/var/node_log').trim().split('\n').map(line => /^.+ - Greetings from (\S+)$/.exec(line)?.[1] ?? line);
  return clients.reduce<Record<string, number>>((counts, client) => ({ ...counts, [client]: (counts[client] ?? 0) + 1 }), {});
}

const sentBy = ({ containers: [container] }: Pod) => container.read(`${COUNT}/sleeps`).length;

async function greeted(on: readonly ClusterNode[], clientsOn: readonly ClusterNode[]) {
  const manifests = logd();
  const daemons = await startDaemonSet(on, manifests, { image });
  await Promise.all(on.map(({ network, address }) => reachable(network, address, 6666)));
  const clients = await startDeployment(clientsOn, manifests, { image });
  await eventually('all greetings are sent', () => clients.every(client => sentBy(client) >= ROUNDS));
  return { daemons, clients };
}

describe('a daemon with a host port and its clients, as the tutorial has them', () => {
  test('every greeting arrives at the daemon of its own node, and at no other', async () => {
    const three = await nodes({ 'node-1': {}, 'node-2': {}, 'node-3': {} });
    const { daemons, clients } = await greeted(three, three);
    const tallies = daemons.map(daemon => ({
      expected: Object.fromEntries(clients.filter(({ node }) => node === daemon.node).map(client => [client.name, sentBy(client)])),
      arrived: arrived(daemon),
    }));
    const sum = (counts: { readonly [client: string]: number }) => Object.values(counts).reduce((a, b) => a + b, 0);
    const misrouted = tallies.map(tally => sum(Object.fromEntries(Object.entries(tally.arrived).filter(([client]) => !(client in tally.expected)))));
    const figures = {
      sent: sum(Object.fromEntries(clients.map(client => [client.name, sentBy(client)]))),
      received: tallies.map(tally => sum(tally.arrived)).reduce((a, b) => a + b, 0),
      misrouted: misrouted.reduce((a, b) => a + b, 0),
    };
    process.stdout.write(`greetings on ${three.length} nodes from ${clients.length} clients: ${JSON.stringify({ ...figures, lost: figures.sent - figures.received })}\n`);
    expect(tallies.map(tally => tally.arrived)).toEqual(tallies.map(({ expected }) => expected));
    expect(figures).toEqual({ sent: clients.length * ROUNDS, received: clients.length * ROUNDS, misrouted: 0 });
  }, 60_000);

  test('where it does not run nobody answers, and no other node does in its place', async () => {
    const [with_, without] = await nodes({ with: {}, without: {} });
    const { daemons: [daemon], clients } = await greeted([with_], [with_, without]);
    expect(Object.keys(arrived(daemon)).sort()).toEqual(clients.filter(({ node }) => node === with_).map(({ name }) => name));
    expect(clients.find(({ node }) => node === without)!.containers[0].output()).toContain('connection refused');
  }, 60_000);

  test('its first process has no answer to being ended, so that it is there as long as it may and the port is free only then', async () => {
    const [node] = await nodes({ node: {} });
    const [daemon] = await startDaemonSet([node], logd(), { image });
    await reachable(node.network, node.address, 6666);
    const end = daemon.end(2);
    await new Promise(later => setTimeout(later, 1000));
    expect(await connects(node.network, node.address, 6666)).toBe(true);
    expect(await end).toEqual({ killed: true });
    expect(await connects(node.network, node.address, 6666)).toBe(false);
  }, 60_000);
});
