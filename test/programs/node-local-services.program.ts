import { KubeProxyMode } from '../../src';
import { ask, tally } from './harness/ask';
import type { Pod } from './harness/cluster-pod';
import { ControlPlane } from './harness/control-plane';
import { eventually } from './harness/eventually';
import { alpine } from './harness/image';
import { startKubeProxy } from './harness/kube-proxy';
import { nodes } from './harness/nodes';
import { startDaemonSet, startDeployment } from './harness/workloads';
import { answerer, client, serviceOf } from './tutorial';

const image = alpine();
const PORT = 7000;
const SERVICES = {
  'local': { internalTrafficPolicy: 'Local' },
  'same-node': { trafficDistribution: 'PreferSameNode' },
  'node-port': { type: 'NodePort', trafficDistribution: 'PreferSameNode' },
  'node-port-local': { type: 'NodePort', externalTrafficPolicy: 'Local' },
  'anywhere': {},
};
const NODE_PORTS = { 'node-port': 30001, 'node-port-local': 30002 };

const TIMES = 60;

describe.each([KubeProxyMode.NFTABLES, KubeProxyMode.IPTABLES])('with Kubernetes\' kube-proxy in its mode %s on three nodes, two of which have a copy', mode => {
  let daemons: readonly Pod[];
  let clients: readonly Pod[];
  let plane: ControlPlane;
  let addresses: { readonly [service: string]: string };

  beforeAll(async () => {
    const three = await nodes({ 'node-1': { daemon: 'yes' }, 'node-2': { daemon: 'yes' }, 'node-3': {} });
    plane = new ControlPlane(three);
    addresses = await plane.add(Object.entries(SERVICES).map(([name, spec]) => serviceOf(name, PORT, spec)), NODE_PORTS);
    const proxies = await Promise.all(three.map(node => startKubeProxy(node, plane.objects, mode)));
    daemons = await startDaemonSet(three, answerer(PORT, { pod: { nodeSelector: { daemon: 'yes' } } }), { image });
    clients = await startDeployment(three, client(three.length), { image });
    await Promise.all(daemons.map(daemon => plane.say(daemon, { ready: true })));
    await eventually('each proxy has written its rules', async () => {
      const found = await Promise.all(clients.map(({ network }) => ask(network, `${addresses.anywhere}:${PORT}`)));
      return found.every(asked => asked.every(({ who }) => who !== undefined));
    }).catch(error => { throw new Error(`${error.message}\n${proxies.map(proxy => proxy.output()).join('\n')}`); });
  }, 60_000);

  /** Where the connections of the pod on each node lead. */
  const from = async (address: (pod: Pod) => string) => Object.fromEntries(await Promise.all(clients.map(async pod =>
    [pod.node.name, tally(await ask(pod.network, address(pod), { count: TIMES }))])));
  const both = { 'node-1': expect.any(Number), 'node-2': expect.any(Number) };

  test('internalTrafficPolicy Local leads each pod to the copy on its node, and nowhere where there is none', async () => {
    expect(await from(() => `${addresses.local}:${PORT}`)).toEqual({ 'node-1': { 'node-1': TIMES }, 'node-2': { 'node-2': TIMES }, 'node-3': { nobody: TIMES } });
  });

  test('PreferSameNode leads each pod to the copy on its node, and to the others where there is none', async () => {
    expect(await from(() => `${addresses['same-node']}:${PORT}`)).toEqual({ 'node-1': { 'node-1': TIMES }, 'node-2': { 'node-2': TIMES }, 'node-3': both });
  });

  test('a NodePort with PreferSameNode does so at the address of the node', async () => {
    expect(await from(({ node }) => `${node.address}:30001`)).toEqual({ 'node-1': { 'node-1': TIMES }, 'node-2': { 'node-2': TIMES }, 'node-3': both });
  });

  test('a NodePort with externalTrafficPolicy Local leads pods to every copy', async () => {
    expect(await from(({ node }) => `${node.address}:30002`)).toEqual({ 'node-1': both, 'node-2': both, 'node-3': both });
  });

  test('a Service without any of it leads everywhere', async () => {
    expect(await from(() => `${addresses.anywhere}:${PORT}`)).toEqual({ 'node-1': both, 'node-2': both, 'node-3': both });
  });

  test('where the copy of a node is not ready, PreferSameNode leads to another and Local nowhere, until it is ready again', async () => {
    const [first] = clients;
    const where = async (service: string) => Object.keys(tally(await ask(first.network, `${addresses[service]}:${PORT}`)));
    await plane.say(daemons[0], { ready: false });
    await eventually('it is left out', async () => !(await where('same-node')).includes('node-1'));
    expect([await where('same-node'), await where('local')]).toEqual([['node-2'], ['nobody']]);
    await plane.say(daemons[0], { ready: true });
    await eventually('it is back', async () => (await where('same-node')).join() === 'node-1' && (await where('local')).join() === 'node-1');
  }, 60_000);
});
