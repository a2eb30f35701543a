import { answerer, idlers, serviceOf } from './answerer';
import { answersOf, ask, Asked, tally } from './harness/ask';
import type { Pod } from './harness/cluster-pod';
import { ControlPlane } from './harness/control-plane';
import { eventually } from './harness/eventually';
import { alpine } from './harness/image';
import { startKubeProxy } from './harness/kube-proxy';
import { ClusterNode, nodes } from './harness/nodes';
import { startDaemonSet, startDeployment } from './harness/workloads';
import { KubeProxyMode, NodeLocalExposure, NodePlacement } from '../../src';

const image = alpine();
const TIMES = 60;

const placement = NodePlacement.everyNode({ nodeSelector: { daemon: 'yes' } });
const EXPOSURES: { readonly [name: string]: readonly any[] } = {
  'host-port': answerer(NodeLocalExposure.hostPort(), { name: 'host-port', port: 7001, placement }, TIMES),
  'host-network': answerer(NodeLocalExposure.hostNetwork(), { name: 'host-network', port: 7002, placement }, TIMES),
  'local-service': answerer(NodeLocalExposure.localService(), { name: 'local-service', port: 7003, placement }, TIMES),
  'same-node': answerer(NodeLocalExposure.preferSameNode(), { name: 'same-node', port: 7004, placement }, TIMES),
  'node-port': answerer(NodeLocalExposure.nodePort({ nodePort: 30005 }), { name: 'node-port', port: 7005, placement }, TIMES),
};
// Some that the library does not make, in front of the same pods. The last is the last to be known to kube-proxy.
const OTHERS = [
  serviceOf('node-port-local', EXPOSURES['local-service'], { type: 'NodePort', externalTrafficPolicy: 'Local' }),
  serviceOf('anywhere', EXPOSURES['local-service'], {}),
];

describe.each([KubeProxyMode.NFTABLES, KubeProxyMode.IPTABLES])('with Kubernetes\' kube-proxy in its mode %s on three nodes, two of which have a copy', mode => {
  let three: readonly ClusterNode[];
  let daemons: { readonly [exposure: string]: readonly Pod[] };
  let idle: readonly Pod[];
  let plane: ControlPlane;
  let addresses: { readonly [service: string]: string };

  beforeAll(async () => {
    three = await nodes({ 'node-1': { 'kubernetes.io/os': 'linux', 'daemon': 'yes' }, 'node-2': { 'kubernetes.io/os': 'linux', 'daemon': 'yes' }, 'node-3': {} });
    plane = new ControlPlane(three);
    addresses = await plane.add([...Object.values(EXPOSURES).flat(), ...OTHERS], { 'node-port-local': 30006 });
    const proxies = await Promise.all(three.map(node => startKubeProxy(node, plane.objects, mode)));
    daemons = Object.fromEntries(await Promise.all(Object.entries(EXPOSURES).map(async ([name, manifests]) =>
      [name, await startDaemonSet(three, manifests, { image })])));
    idle = await startDeployment(three, idlers(three.length), { image });
    await Promise.all(Object.values(daemons).flat().map(daemon => plane.say(daemon, { ready: true })));
    await eventually('each proxy has written its rules', async () => {
      const found = await Promise.all(idle.map(({ network }) => ask(network, `${addresses.anywhere}:7003`)));
      return found.every(asked => asked.every(({ who }) => who !== undefined));
    }).catch(error => { throw new Error(`${error.message}\n${proxies.map(proxy => proxy.output()).join('\n')}`); });
  }, 60_000);

  /** What the client on each node hears, which has nothing but what it was told. */
  async function heard(exposure: string): Promise<readonly { readonly client: Pod; readonly answers: readonly Asked[] }[]> {
    const hosts = Object.fromEntries(Object.entries(addresses).map(([name, address]) => [`${name}.default.svc`, address]));
    const clients = await startDeployment(three, EXPOSURES[exposure], { image, hosts });
    const found = await Promise.all(clients.map(async client => ({ client, answers: answersOf(await client.containers[0].ended) })));
    await Promise.all(clients.map(client => client.end()));
    return found;
  }

  /** Where it is led. */
  const led = async (exposure: string) => Object.fromEntries((await heard(exposure)).map(({ client, answers }) => [client.node.name, tally(answers)]));
  const both = { 'node-1': expect.any(Number), 'node-2': expect.any(Number) };

  test.each(['host-port', 'host-network', 'local-service'])('%s leads each client to the copy on its node, and nowhere where there is none', async exposure => {
    expect(await led(exposure)).toEqual({ 'node-1': { 'node-1': TIMES }, 'node-2': { 'node-2': TIMES }, 'node-3': { nobody: TIMES } });
  });

  test.each(['same-node', 'node-port'])('%s leads each client to the copy on its node, and to the others where there is none', async exposure => {
    expect(await led(exposure)).toEqual({ 'node-1': { 'node-1': TIMES }, 'node-2': { 'node-2': TIMES }, 'node-3': both });
  });

  /** Addresses from which the connections of each client come, as the daemon sees them. */
  const seenAs = async (exposure: string) => (await heard(exposure)).map(({ client: { address }, answers }) =>
    ({ address, seen: [...new Set(answers.filter(({ who }) => who !== undefined).map(answer => answer.seenAs))] }));

  test.each(['host-port', 'host-network', 'local-service', 'same-node'])('%s shows the daemon which pod it is', async exposure => {
    const found = await seenAs(exposure);
    expect(found.flatMap(({ address, seen }) => seen.filter(one => one !== address))).toEqual([]);
  });

  test('node-port shows it an address of the node, so that policies of networks know no pods there', async () => {
    const found = await seenAs('node-port');
    expect(found.flatMap(({ address, seen }) => seen.filter(one => one === address))).toEqual([]);
    expect(found.every(({ seen }) => seen.length === 1)).toBe(true);
  });

  /** The same for addresses that the library tells nobody. */
  const from = async (address: (pod: Pod) => string) => Object.fromEntries(await Promise.all(idle.map(async pod =>
    [pod.node.name, tally(await ask(pod.network, address(pod), { count: TIMES }))])));

  test('a NodePort with externalTrafficPolicy Local leads pods to every copy', async () => {
    expect(await from(({ node }) => `${node.address}:30006`)).toEqual({ 'node-1': both, 'node-2': both, 'node-3': both });
  });

  test('a Service without any of it leads everywhere', async () => {
    // A connection of a busy machine may time out; where the others arrive is the point.
    expect(await from(() => `${addresses.anywhere}:7003`)).toMatchObject({ 'node-1': both, 'node-2': both, 'node-3': both });
  });

  test('where the copy of a node is not ready, PreferSameNode leads to another and Local nowhere, until it is ready again', async () => {
    const [{ network }] = idle;
    const where = async (exposure: string, port: number) => Object.keys(tally(await ask(network, `${addresses[exposure]}:${port}`))).join();
    const copies = [daemons['local-service'][0], daemons['same-node'][0]];
    await Promise.all(copies.map(copy => plane.say(copy, { ready: false })));
    await eventually('it is left out', async () => await where('same-node', 7004) === 'node-2' && await where('local-service', 7003) === 'nobody');
    await Promise.all(copies.map(copy => plane.say(copy, { ready: true })));
    await eventually('it is back', async () => await where('same-node', 7004) === 'node-1' && await where('local-service', 7003) === 'node-1');
  }, 60_000);
});
