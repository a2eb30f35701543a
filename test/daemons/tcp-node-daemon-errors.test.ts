import { App, Chart } from 'cdk8s';
import { cacheIn, tcp } from './tcp';
import {
  Checks, ContainerPort, NetworkPeer, NodeAddress, NodeLocalExposure, NodePlacement, NodePlatform, PodAffinityTerm, TcpNodeDaemon,
  TcpNodeDaemonProps, UpdateStrategy,
} from '../../src';
import { chartOf, daemonIn } from '../core/testing';

type Props = Partial<TcpNodeDaemonProps>;

const CACHE = 'platform/cache: ';
const HOST_PORT = { exposure: NodeLocalExposure.hostPort() };
const HOST_NETWORK = { exposure: NodeLocalExposure.hostNetwork() };
const SURGE = { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1' }) };
const SURGING = 'maxSurge 1';
const WITHOUT_SURGE = "give UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }), or NodeLocalExposure.localService() without other ports of the node";
const PEERS = [NetworkPeer.namespaces({})];

describe('an exposure', () => {
  test.each<[string, () => unknown, string]>([
    ['at no address', () => NodeLocalExposure.hostPort({ hostIp: 'localhost' }),
      "hostIp must be an address such as '169.254.20.10' or 'fd00::10', got 'localhost': leave it out for every address of the node"],
    ['at a loopback address', () => NodeLocalExposure.hostPort({ hostIp: '127.0.0.1' }),
      "hostIp must be an address that pods reach, got '127.0.0.1': a loopback address is another one in every pod: leave it out, or give an address of the nodes"],
    ['at that of IPv6', () => NodeLocalExposure.hostPort({ hostIp: '::1' }),
      "hostIp must be an address that pods reach, got '::1': a loopback address is another one in every pod: leave it out, or give an address of the nodes"],
    ['with a port that there is not', () => NodeLocalExposure.nodePort({ nodePort: 70000 }),
      'nodePort must be a whole number from 1 to 65535, for most clusters from 30000 to 32767, got 70000'],
    ['of a text', () => NodeLocalExposure.hostPort('169.254.20.10' as any),
      "options of NodeLocalExposure.hostPort() must be fields, such as { hostIp: '169.254.20.10' }, got '169.254.20.10'"],
    ['of a number', () => NodeLocalExposure.nodePort(30020 as any), 'options of NodeLocalExposure.nodePort() must be fields, such as { nodePort: 30020 }, got 30020'],
    ['of null', () => NodeLocalExposure.nodePort(null as any), 'options of NodeLocalExposure.nodePort() must be fields, such as { nodePort: 30020 }, got null'],
    ['of a name', () => NodeLocalExposure.localService('svc' as any), "options of NodeLocalExposure.localService() must be fields, such as { name: 'cache' }, got 'svc'"],
    ['with a port and several', () => NodeLocalExposure.nodePort({ nodePort: 30001, nodePorts: { b: 30002 } }),
      'nodePort must be left out where there are nodePorts, got 30001: give it by the name of its port in nodePorts'],
  ])('fails %s', (_, make, message) => {
    expect(make).toThrow(new Error(message));
  });
});

describe('a daemon', () => {
  test.each<[string, any, string]>([
    ['without an exposure', { exposure: undefined }, 'exposure must be a value such as NodeLocalExposure.localService(), got undefined: it says how pods reach the daemon, '
      + 'and who else does; docs/tcp-node-daemon.md compares them'],
    ['with another exposure', { exposure: 'hostPort' }, "exposure must be a value such as NodeLocalExposure.localService(), got 'hostPort': it says how pods reach the daemon, "
      + 'and who else does; docs/tcp-node-daemon.md compares them'],
    ['without a container', { container: undefined }, "container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
    ['without a port', { port: undefined }, 'port must be given, as it is what others connect to, got undefined: give port, or ports where there are several or a UDP port'],
    ['with an empty list of ports', { port: undefined, ports: [] },
      'port must be given, as it is what others connect to, got undefined: give port, or ports where there are several or a UDP port'],
    ['with numbers for ports', { ports: [6379] }, 'ports must be a list of values such as ContainerPort.udp(8125), got [6379]'],
    ['with a port that there is not', { port: 0 }, 'port must be a whole number from 1 to 65535, got 0'],
    ['with a port that is given twice', { ports: [ContainerPort.tcp(6379)], port: 6379 },
      "port must be given once, in port, ports or the ports of the container, got 'TCP 6379': take one of the two away; container.ports are for those that are not exposed"],
    ['with a port that the container has too', { container: { image: 'cache:1', ports: [ContainerPort.tcp(6379)] } },
      "port must be given once, in port, ports or the ports of the container, got 'TCP 6379': take one of the two away; container.ports are for those that are not exposed"],
    ['with two ports at one of the node', { ...HOST_PORT, ports: [ContainerPort.tcp(80, { hostPort: 8080 }), ContainerPort.tcp(8080)] },
      'hostPort must be different for TCP 80 and TCP 8080, got 8080: give one of the two another hostPort'],
    ['with an address for one of its ports', { ...HOST_PORT, ports: [ContainerPort.tcp(80, { hostPort: 80, hostIp: '10.0.0.1' })] },
      "hostIp of TCP 80 must be that of the exposure, which all ports have in common, got '10.0.0.1': give NodeLocalExposure.hostPort({ hostIp: '10.0.0.1' })"],
    ['with a host port behind a Service', { ports: [ContainerPort.tcp(80, { hostPort: 8080 })] },
      'hostPort of TCP 80 must be left out with NodeLocalExposure.localService(), whose Service leads to the port, got 8080: take it away, or give NodeLocalExposure.hostPort()'],
    ['with another host port on the network of the node', { ...HOST_NETWORK, ports: [ContainerPort.tcp(80, { hostPort: 8080 })] },
      'hostPort of TCP 80 must be left out with NodeLocalExposure.hostNetwork(), where the port itself is one of the node, got 8080: '
      + 'let the program listen there, or give NodeLocalExposure.hostPort()'],
    ['in the range of NodePorts', { ...HOST_PORT, port: 30080 }, 'port of the node must be another than TCP 30080, which Kubernetes gives to Services as their NodePorts, '
      + 'got 30080: take a port outside 30000-32767, or acknowledge ND216 with a reason'],
    ['at a host port in the range of NodePorts', { ...HOST_PORT, ports: [ContainerPort.udp(53, { hostPort: 30053 })] }, 'port of the node must be another than UDP 30053, '
      + 'which Kubernetes gives to Services as their NodePorts, got 30053: take a port outside 30000-32767, or acknowledge ND216 with a reason'],
    ['at the port of the kubelet', { ...HOST_NETWORK, port: 10250 },
      'port of the node must be another than TCP 10250, which is the port of kubelet, got 10250: take another port, or acknowledge ND217 with a reason'],
    ['at a port of the control plane, where it runs too', { ...HOST_PORT, port: 2379 },
      'port of the node must be another than TCP 2379, which is the port of etcd, got 2379: take another port, or acknowledge ND217 with a reason'],
    ['on the network of the node that shall not have it', { ...HOST_NETWORK, hostNamespaces: { network: false } },
      'hostNamespaces.network must be left out with NodeLocalExposure.hostNetwork(), got false: give another exposure for a program with a network of its own'],
    ['on the network of the node with host ports', { ...HOST_PORT, hostNamespaces: { network: true } },
      "hostNamespaces.network must be left out with NodeLocalExposure.hostPort(), got true: give NodeLocalExposure.hostNetwork(), where the ports are the node's own"],
    ['with the fields of Kubernetes for its placement', { ...HOST_PORT, placement: { nodeSelector: { color: 'red' } } },
      'placement must be a value such as NodePlacement.everyNode(), got {"nodeSelector":{"color":"red"}}'],
    ['with a second Service', { service: { headless: true } }, 'service must be left out with NodeLocalExposure.localService(), which makes the Service, got {"headless":true}: '
      + 'give its details to NodeLocalExposure.localService()'],
    ['with one node port for several ports', { ports: [ContainerPort.tcp(1, { name: 'a' }), ContainerPort.tcp(2)], exposure: NodeLocalExposure.nodePort({ nodePort: 30001 }) },
      "nodePort must be given for a daemon with one port, got 30001: give nodePorts: { 'a': …, '2': … }"],
    ['with one node port for two ports', { ports: [ContainerPort.tcp(1, { name: 'a' }), ContainerPort.tcp(2)], exposure: NodeLocalExposure.nodePort({ nodePorts: { a: 30001, 2: 30001 } }) },
      'nodePorts must be different for TCP 1 and TCP 2, got 30001: give one of the two another number'],
    ['with a container whose ports are none', { container: { image: 'cache:1', ports: null } }, 'ports must be a list of values such as ContainerPort.tcp(8080), got null'],
    ['with sidecars that are null', { sidecars: null }, "sidecars must be a list of values such as { image: 'example.com/agent:1.2.3' }, got null"],
    ['with reasons that are null', { acknowledge: null }, "acknowledge must be a list of values such as { id: 'ND216', reason: '…' }, got null"],
    ['with a node port for another port', { exposure: NodeLocalExposure.nodePort({ nodePorts: { redis: 30001 } }) },
      "nodePorts must be by the name or number of a port, '6379', got 'redis'"],
  ])('fails %s', (_, props, message) => {
    expect(() => cacheIn(chartOf(), props)).toThrow(new Error(CACHE + message));
  });

  test('fails without props', () => {
    expect(() => new TcpNodeDaemon(chartOf(), 'cache', undefined as any)).toThrow(new Error(
      `${CACHE}container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined`));
  });

  test('that failed leaves nothing behind', () => {
    const chart = chartOf();
    expect(() => cacheIn(chart, { port: 0 })).toThrow();
    expect(cacheIn(chart).node.path).toBe('platform/cache');
  });

  test.each(['preferSameNode', 'nodePort'] as const)('fails with %s where Kubernetes does not know it', how => {
    const props = { exposure: NodeLocalExposure[how](), platform: NodePlatform.standard({ kubernetes: '1.33' }) };
    expect(() => cacheIn(chartOf(), props)).toThrow(new Error(`${CACHE}NodeLocalExposure.${how}() must be used with Kubernetes 1.34 or later, `
      + "which knows trafficDistribution: PreferSameNode, got '1.33': give NodeLocalExposure.localService(), or name the version that the cluster has in NodePlatform"));
  });

  test('takes a bad port of the node for a reason, its own or that of a scope', () => {
    const props = { ...HOST_PORT, port: 30080 };
    expect(tcp({ ...props, acknowledge: [{ id: 'ND216', reason: 'the range starts at 31000' }] }).main.ports).toEqual([{ containerPort: 30080, hostPort: 30080 }]);
    const chart = chartOf();
    Checks.of(chart).acknowledge({ id: 'ND216', reason: 'the range starts at 31000' });
    expect(() => cacheIn(chart, props)).not.toThrow();
  });
});

describe('an update that would never end fails', () => {
  test.each<[string, Props, string]>([
    ['with host ports', HOST_PORT, 'with NodeLocalExposure.hostPort()'],
    ['on the network of the node', HOST_NETWORK, 'with NodeLocalExposure.hostNetwork()'],
    ['with another port of the node', { container: { image: 'cache:1', ports: [ContainerPort.tcp(1, { hostPort: 1 })] } }, 'with ports of the node'],
  ])('%s', (_, props, why) => {
    expect(() => cacheIn(chartOf(), { ...props, ...SURGE })).toThrow(new Error(
      `${CACHE}updateStrategy must be without maxSurge, as ${why} the new pod waits for the port of the old one for ever, got '${SURGING}': ${WITHOUT_SURGE}`));
  });
});

describe('an update for which the node has no room fails', () => {
  const OWN = PodAffinityTerm.of({ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'cache' } } });

  test.each<[string, Props, string]>([
    ['with a device', { container: { image: 'cache:1', resources: { limits: { 'nvidia.com/gpu': '1' } } } }, "the resource 'nvidia.com/gpu' the new pod waits for that of"],
    ['with huge pages of a sidecar', { sidecars: [{ image: 'proxy:1', resources: { limits: { 'hugepages-2Mi': '4Mi', 'memory': '1Gi' } } }] },
      "the resource 'hugepages-2Mi' the new pod waits for that of"],
    ['with an affinity against its own pods', { name: 'cache', placement: NodePlacement.everyNode({ podAntiAffinity: { required: [OWN] } }) },
      'a podAntiAffinity to pods of its own labels the new pod waits for the end of'],
  ])('%s, and by default the old pod goes first', (_, props, why) => {
    expect(tcp(props).spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
    expect(() => cacheIn(chartOf(), { ...props, ...SURGE })).toThrow(new Error(
      `${CACHE}updateStrategy must be without maxSurge, as with ${why} the old one for ever, got '${SURGING}': give UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' })`));
  });

  test('but not with an affinity against others', () => {
    const others = PodAffinityTerm.of({ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'other' } } });
    const placement = NodePlacement.everyNode({ podAntiAffinity: { required: [others] } });
    expect(tcp({ placement }).spec.updateStrategy.rollingUpdate).toEqual({ maxSurge: '10%', maxUnavailable: 0 });
  });
});

describe('clients cannot be allowed', () => {
  test.each<[string, Props, string]>([
    ['on the network of the node', HOST_NETWORK, 'allowedClients must be left out with the network of the node, which no NetworkPolicy restricts, '
      + 'got [{"namespaceSelector":{}}]: give NodeLocalExposure.localService() or hostPort(), or restrict who reaches the node'],
    ['at ports of every node', { exposure: NodeLocalExposure.nodePort() }, 'allowedClients must be left out with NodeLocalExposure.nodePort(), where every connection comes '
      + 'from the address of a node, got [{"namespaceSelector":{}}]: give NodeLocalExposure.localService()'],
  ])('%s', (_, props, message) => {
    expect(() => cacheIn(chartOf(), { ...props, allowedClients: PEERS })).toThrow(new Error(CACHE + message));
  });

  test('where there are none of them, or none that is a value', () => {
    expect(() => cacheIn(chartOf(), { allowedClients: [] })).toThrow(new Error(`${CACHE}allowedClients must be a list with at least one peer, got []: leave it out for anybody`));
    expect(() => cacheIn(chartOf(), { allowedClients: ['shop' as any] })).toThrow(new Error(
      `${CACHE}allowedClients must be a list of values such as NetworkPeer.pods({ matchLabels: { app: 'shop' } }), got ["shop"]`));
  });
});

describe('a port that another daemon takes on the same nodes', () => {
  test('fails the synthesis, and says who', () => {
    const chart = chartOf();
    cacheIn(chart, HOST_PORT);
    daemonIn(chart, { ports: [ContainerPort.tcp(6379, { hostPort: 6379 })] }, { name: 'redis' });
    expect(() => (chart.node.root as App).synthYaml()).toThrow(new Error('Validation failed with the following errors:\n'
      + "  [platform/agent] ND301 port TCP 6379 of the node is taken by 'platform/cache' on the same nodes: give one of them another port, "
      + "or place them on different nodes, or acknowledge: [{ id: 'ND301', reason: '…' }]"));
  });
});

describe('an address', () => {
  test.each<[string, () => unknown, string]>([
    ['of a scheme with its slashes', () => NodeAddress.url('redis://'), "scheme of a URL must be such as 'http' or 'redis', without '://', got 'redis://'"],
    ['of no scheme', () => NodeAddress.url(undefined as any), "scheme of a URL must be such as 'http' or 'redis', without '://', got undefined"],
    ['with a path for fields', () => NodeAddress.url('http', '/x' as any), "options of NodeAddress.url() must be fields, such as { path: '/v1' }, got '/x'"],
    ['with null for fields', () => NodeAddress.url('http', null as any), "options of NodeAddress.url() must be fields, such as { path: '/v1' }, got null"],
    ['of a port that is a text', () => NodeAddress.port('x' as any), "options of NodeAddress.port() must be fields, such as { port: 'http' }, got 'x'"],
    ['with a path that does not begin', () => NodeAddress.url('http', { path: 'v1' }), "path of a URL must be text without blanks that begins with '/', got 'v1'"],
  ])('fails %s', (_, make, message) => {
    expect(make).toThrow(new Error(message));
  });

  const several = [ContainerPort.tcp(4317, { name: 'grpc' }), ContainerPort.tcp(4318, { name: 'http' })];

  test.each<[string, any, string]>([
    ['that nobody reads', { container: ['web'] }, "options of connect must be of the fields 'containers', 'initContainers', got 'container'"],
    ['that are a list', ['web'], 'options of connect must be fields, such as { containers: [\'web\'] }, got ["web"]'],
  ])('fails with options %s', (_, options, message) => {
    const chart = chartOf();
    expect(() => cacheIn(chart).connect(daemonIn(chart), { A: NodeAddress.host() }, options)).toThrow(new Error(CACHE + message));
  });

  test.each<[string, Props, any, string]>([
    ['no variable', {}, {}, 'addresses must be a map of at least one variable, such as { ADDRESS: NodeAddress.hostPort() }, got {}'],
    ['no map', {}, undefined, 'addresses must be a map of at least one variable, such as { ADDRESS: NodeAddress.hostPort() }, got undefined'],
    ['a text', {}, { A: 'localhost' }, "value of environment variable 'A' must be a value such as NodeAddress.hostPort(), got 'localhost'"],
    ['a name that is none', {}, { 'A=B': NodeAddress.host() }, "name of an environment variable must be printable ASCII without '=', got 'A=B'"],
    ['HOST_IP for something else', HOST_PORT, { HOST_IP: NodeAddress.hostPort() },
      "environment variable 'HOST_IP' must be NodeAddress.host(), as others take the address of the node from it: give this one another name"],
    ['one of several ports', { ports: several }, { A: NodeAddress.port() }, "port of a NodeAddress must be the name or number of a port of the daemon: 'grpc', 'http', got undefined"],
    ['a port that there is not', {}, { A: NodeAddress.hostPort({ port: 'redis' }) }, "port of a NodeAddress must be left out for a daemon with one port, got 'redis'"],
    ['a port without a name', { ports: [ContainerPort.tcp(1), ContainerPort.tcp(2)] }, { A: NodeAddress.url('http') },
      "port of a NodeAddress must be the name or number of a port of the daemon: '1', '2', got undefined"],
    ['a port that Kubernetes will choose', { exposure: NodeLocalExposure.nodePort() }, { A: NodeAddress.hostPort() }, 'the port is not known before Kubernetes chose it: '
      + 'give NodeLocalExposure.nodePort({ nodePort: 30020 }), or nodePorts where the daemon has several ports'],
  ])('fails for %s', (_, props, addresses, message) => {
    const chart = chartOf();
    const client = daemonIn(chart);
    expect(() => cacheIn(chart, props).connect(client, addresses)).toThrow(new Error(CACHE + message));
  });

  test('fails for a chart', () => {
    const chart = chartOf();
    const client = new Chart(chart.node.root as App, 'shop');
    expect(() => cacheIn(chart).connect(client, { A: NodeAddress.host() })).toThrow(new Error(`${CACHE}'shop' must be one object, got 'a construct without one': `
      + 'give a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template'));
  });
});
