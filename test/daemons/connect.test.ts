import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import fc from 'fast-check';
import { cacheIn } from './tcp';
import {
  ConnectOptions, ContainerPort, DaemonProfile, InternalTrafficPolicy, IpFamily, NodeAddress, NodeLocalExposure, NodePlatform, TcpNodeDaemonProps,
} from '../../src';
import { chartOf, daemonIn } from '../core/testing';

const HOST_IP = { name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } };
const HOST_PORT = { exposure: NodeLocalExposure.hostPort() };
const V6 = { platform: NodePlatform.standard({ ipFamily: IpFamily.IPV6 }) };
const SEVERAL = [ContainerPort.tcp(4317, { name: 'grpc' }), ContainerPort.tcp(4318, { name: 'http', hostPort: 14318 })];

interface Pod {
  readonly containers: any[];
  readonly initContainers?: any[];
  readonly [field: string]: unknown;
}

const SHOP: Pod = { containers: [{ name: 'shop', image: 'shop:1' }] };

function clientIn(chart: Chart, pod: Pod = SHOP, namespace?: string): ApiObject {
  return new ApiObject(chart, 'client', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace }, spec: { template: { spec: pod } } });
}

/** The pod of a client that is connected to a daemon. */
function connected(addresses: { [name: string]: NodeAddress }, props: Partial<TcpNodeDaemonProps> = HOST_PORT, pod = SHOP, options: ConnectOptions = {}): any {
  const chart = chartOf();
  const client = clientIn(chart, pod);
  cacheIn(chart, props).connect(client, addresses, options);
  return client.toJson().spec.template.spec;
}

/** The variables of its first container. */
function envOf(addresses: { [name: string]: NodeAddress }, props?: Partial<TcpNodeDaemonProps>, env?: object[]): any[] {
  return connected(addresses, props, { containers: [{ name: 'shop', image: 'shop:1', env }] }).containers[0].env;
}

describe('at the address of the node', () => {
  test.each<[string, NodeAddress, string]>([
    ['a host and port', NodeAddress.hostPort(), '$(HOST_IP):6379'],
    ['a URL', NodeAddress.url('redis'), 'redis://$(HOST_IP):6379'],
    ['a URL with a path', NodeAddress.url('http', { path: '/v1?x=1' }), 'http://$(HOST_IP):6379/v1?x=1'],
  ])('%s comes behind the address', (_, address, value) => {
    expect(envOf({ CACHE: address })).toEqual([HOST_IP, { name: 'CACHE', value }]);
  });

  test('a host is the address itself, under any name', () => {
    expect(envOf({ HOST_IP: NodeAddress.host() })).toEqual([HOST_IP]);
    expect(envOf({ DD_AGENT_HOST: NodeAddress.host() })).toEqual([{ ...HOST_IP, name: 'DD_AGENT_HOST' }]);
  });

  test('a port is text, and needs no address', () => {
    expect(envOf({ CACHE_PORT: NodeAddress.port() })).toEqual([{ name: 'CACHE_PORT', value: '6379' }]);
  });

  test('an address of IPv6 stands in brackets before a port', () => {
    expect(envOf({ CACHE: NodeAddress.hostPort(), URL: NodeAddress.url('redis'), HOST: NodeAddress.host() }, { ...HOST_PORT, ...V6 })).toEqual([
      HOST_IP, { name: 'CACHE', value: '[$(HOST_IP)]:6379' }, { name: 'URL', value: 'redis://[$(HOST_IP)]:6379' }, { ...HOST_IP, name: 'HOST' },
    ]);
  });

  test('a port without a name is said by its number', () => {
    expect(envOf({ P: NodeAddress.port({ port: '4319' }) }, { ...HOST_PORT, ports: [...SEVERAL, ContainerPort.tcp(4319, { hostPort: 14319 })] })).toEqual([{ name: 'P', value: '14319' }]);
  });

  test('the port is that of the node', () => {
    const addresses = { GRPC: NodeAddress.port({ port: 'grpc' }), HTTP: NodeAddress.hostPort({ port: 'http' }) };
    expect(envOf(addresses, { ...HOST_PORT, ports: SEVERAL })).toEqual([{ name: 'GRPC', value: '4317' }, HOST_IP, { name: 'HTTP', value: '$(HOST_IP):14318' }]);
    expect(envOf({ P: NodeAddress.hostPort() }, { exposure: NodeLocalExposure.hostNetwork() })).toEqual([HOST_IP, { name: 'P', value: '$(HOST_IP):6379' }]);
    expect(envOf({ P: NodeAddress.hostPort() }, { exposure: NodeLocalExposure.nodePort({ nodePort: 30020 }) })).toEqual([HOST_IP, { name: 'P', value: '$(HOST_IP):30020' }]);
    expect(envOf({ P: NodeAddress.port({ port: 'http' }) }, {
      ports: SEVERAL.slice(0, 1).concat(ContainerPort.tcp(4318, { name: 'http' })),
      exposure: NodeLocalExposure.nodePort({ nodePorts: { http: 30021 } }),
    })).toEqual([{ name: 'P', value: '30021' }]);
  });

  test.each([
    ['169.254.20.10', '169.254.20.10:6379'],
    ['fd00::10', '[fd00::10]:6379'],
  ])('one that all nodes have, %s, is written as it is', (hostIp, value) => {
    const exposure = NodeLocalExposure.hostPort({ hostIp });
    expect(envOf({ CACHE: NodeAddress.hostPort(), HOST: NodeAddress.host() }, { exposure })).toEqual([{ name: 'CACHE', value }, { name: 'HOST', value: hostIp }]);
  });

  test.each(['0.0.0.0', '::'])('%s is every address, and so that of the node', hostIp => {
    expect(envOf({ HOST: NodeAddress.host() }, { exposure: NodeLocalExposure.hostPort({ hostIp }) })).toEqual([{ ...HOST_IP, name: 'HOST' }]);
  });
});

describe('behind a Service', () => {
  const named = (name: string) => ({ exposure: NodeLocalExposure.localService({ name }) });

  test('the host is its name, with the namespace of the daemon', () => {
    expect(envOf({ HOST: NodeAddress.host(), CACHE: NodeAddress.url('redis') }, named('cache'))).toEqual([
      { name: 'HOST', value: 'cache.agents.svc' }, { name: 'CACHE', value: 'redis://cache.agents.svc:6379' },
    ]);
  });

  test('a name has no brackets', () => {
    expect(envOf({ CACHE: NodeAddress.hostPort() }, { ...named('cache'), ...V6 })).toEqual([{ name: 'CACHE', value: 'cache.agents.svc:6379' }]);
  });

  test('of a generated name it is found too', () => {
    expect(envOf({ HOST: NodeAddress.host() }, {})).toEqual([{ name: 'HOST', value: 'platform-cache-service-c8f39ad0.agents.svc' }]);
  });

  test('without a namespace it is the bare name, for clients that have none either', () => {
    const chart = new Chart(new App(), 'platform');
    const cache = cacheIn(chart, named('cache'));
    const client = clientIn(chart);
    cache.connect(client, { HOST: NodeAddress.host() });
    expect(client.toJson().spec.template.spec.containers[0].env).toEqual([{ name: 'HOST', value: 'cache' }]);
    const elsewhere = new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'shop' }, spec: SHOP });
    cache.connect(elsewhere, { HOST: NodeAddress.host() });
    expect(() => elsewhere.toJson()).toThrow(new Error('platform/other: namespace of the daemon must be known where a client with a namespace finds it by the name '
      + "of its Service, got undefined: give its chart a namespace, such as 'shop'"));
  });

  test.each([undefined, 'ClusterFirst', 'Default'])('a client on the network of its node does not find it with dnsPolicy %s', dnsPolicy => {
    const got = dnsPolicy === undefined ? 'undefined' : `'${dnsPolicy}'`;
    expect(() => connected({ HOST: NodeAddress.host() }, {}, { ...SHOP, hostNetwork: true, dnsPolicy })).toThrow(new Error(
      'platform/client: dnsPolicy of a client with the network of its node must be \'ClusterFirstWithHostNet\', as it looks up the name of a Service, '
      + `got ${got}: set dnsPolicy: 'ClusterFirstWithHostNet'`));
  });

  test('a client with the DNS of its node does not find it, and one with DNS of its own may', () => {
    expect(() => connected({ HOST: NodeAddress.host() }, {}, { ...SHOP, dnsPolicy: 'Default' })).toThrow(new Error(
      "platform/client: dnsPolicy of a client must be 'ClusterFirst', as it looks up the name of a Service, which the DNS servers of the node do not know, got 'Default': "
      + "leave it out, or set dnsPolicy: 'ClusterFirst'"));
    expect(connected({ HOST: NodeAddress.host() }, {}, { ...SHOP, dnsPolicy: 'None' }).containers[0].env).toHaveLength(1);
  });

  test('of a name that a patch gives is found by that', () => {
    const chart = chartOf();
    const cache = cacheIn(chart);
    const client = clientIn(chart);
    cache.connect(client, { HOST: NodeAddress.host() });
    cache.service!.addJsonPatch(JsonPatch.replace('/metadata/name', 'patched'));
    expect(client.toJson().spec.template.spec.containers[0].env).toEqual([{ name: 'HOST', value: 'patched.agents.svc' }]);
  });

  test('a client on the network of its node finds it with the DNS of the cluster', () => {
    expect(connected({ HOST: NodeAddress.host() }, {}, { ...SHOP, hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }).containers[0].env).toHaveLength(1);
    expect(connected({ HOST: NodeAddress.host() }, HOST_PORT, { ...SHOP, hostNetwork: true }).containers[0].env).toHaveLength(1);
  });
});

describe('variables that the client has', () => {
  const ADDRESS = { CACHE: NodeAddress.hostPort() };
  const CACHE = { name: 'CACHE', value: '$(HOST_IP):6379' };

  test('stay before the new ones', () => {
    expect(envOf(ADDRESS, HOST_PORT, [{ name: 'OWN', value: 'x' }])).toEqual([{ name: 'OWN', value: 'x' }, HOST_IP, CACHE]);
  });

  test('stay behind those that they use', () => {
    const args = { name: 'ARGS', value: '--cache=$(CACHE)' };
    expect(envOf(ADDRESS, HOST_PORT, [{ name: 'OWN', value: 'x' }, args])).toEqual([{ name: 'OWN', value: 'x' }, HOST_IP, CACHE, args]);
  });

  test('that stand too late are put where they have an effect', () => {
    expect(envOf(ADDRESS, HOST_PORT, [CACHE, HOST_IP])).toEqual([HOST_IP, CACHE]);
    expect(envOf(ADDRESS, HOST_PORT, [CACHE])).toEqual([HOST_IP, CACHE]);
  });

  test('count by the last of their name', () => {
    const old = { name: 'CACHE', value: 'old' };
    expect(envOf(ADDRESS, HOST_PORT, [HOST_IP, old, CACHE])).toEqual([HOST_IP, old, CACHE]);
    expect(() => envOf(ADDRESS, HOST_PORT, [HOST_IP, CACHE, old])).toThrow(new Error("platform/client: environment variable 'CACHE' of container 'shop' must be "
      + "'$(HOST_IP):6379', as it is set here, got 'old': take that one away, or give this one another name"));
    const args = { name: 'ARGS', value: '$(CACHE)' };
    expect(envOf(ADDRESS, HOST_PORT, [HOST_IP, args, old, CACHE])).toEqual([HOST_IP, CACHE, args]);
  });

  test('are none where a manifest says null', () => {
    const pod = connected(ADDRESS, HOST_PORT, { containers: [{ name: 'shop', image: 'shop:1', env: null }], initContainers: null as any });
    expect(pod.containers[0].env).toEqual([HOST_IP, CACHE]);
  });

  test('are the same when Kubernetes fills them in alike', () => {
    const full = { name: 'HOST_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } };
    expect(envOf(ADDRESS, HOST_PORT, [full])).toEqual([full, CACHE]);
  });

  test.each([
    ['another address', { name: 'HOST_IP', value: '10.0.0.1' }, '{"fieldRef":{"fieldPath":"status.hostIP"}}', "'10.0.0.1'"],
    ['another port', { name: 'CACHE', value: '$(HOST_IP):6380' }, "'$(HOST_IP):6379'", "'$(HOST_IP):6380'"],
  ])('with %s are errors', (_, variable, wanted, got) => {
    expect(() => envOf(ADDRESS, HOST_PORT, [variable])).toThrow(new Error(`platform/client: environment variable '${variable.name}' of container 'shop' must be ${wanted}, `
      + `as it is set here, got ${got}: take that one away, or give this one another name`));
  });
});

describe('the containers', () => {
  const pod: Pod = {
    containers: [{ name: 'shop', image: 'shop:1' }, { name: 'proxy', image: 'proxy:1' }],
    initContainers: [{ name: 'migrate', image: 'shop:1' }, { name: 'warm', image: 'shop:1' }],
  };
  const told = (options: ConnectOptions) => {
    const { containers, initContainers } = connected({ HOST: NodeAddress.host() }, HOST_PORT, pod, options);
    return [...containers, ...initContainers].filter(({ env }: any) => env !== undefined).map(({ name }: any) => name);
  };

  test.each<[string, ConnectOptions, string[]]>([
    ['all that are no init containers', {}, ['shop', 'proxy']],
    ['all', { initContainers: true }, ['shop', 'proxy', 'migrate', 'warm']],
    ['those that are named', { containers: ['proxy', 'migrate'] }, ['proxy', 'migrate']],
    ['one and all init containers', { containers: ['shop'], initContainers: true }, ['shop', 'migrate', 'warm']],
  ])('are %s', (_, options, names) => {
    expect(told(options)).toEqual(names);
  });

  test('must be there', () => {
    expect(() => told({ containers: ['shopp'] })).toThrow(new Error(
      "platform/client: container must be one of 'shop', 'proxy', 'migrate', 'warm', got 'shopp': name one of those, or none for all"));
  });

  test('must be some', () => {
    expect(() => told({ containers: [] })).toThrow(new Error('platform/cache: containers must be a list with at least one name, got []: leave it out for all containers'));
  });
});

describe('the client says whom it uses on its node', () => {
  const usesWith = (props: Partial<TcpNodeDaemonProps>, namespace?: string) => {
    const chart = new Chart(new App(), 'platform', { namespace });
    const client = clientIn(chart);
    const cache = cacheIn(chart, { name: 'cache', ...props });
    cache.connect(client, { PORT: NodeAddress.port() });
    cache.connect(client, { AGAIN: NodeAddress.port() });
    return client.toJson().metadata.annotations;
  };

  test('in an annotation of its own', () => {
    expect(usesWith({}, 'agents')).toEqual({ 'cdk8s-node-daemons/uses': 'agents/cache' });
    expect(usesWith({})).toEqual({ 'cdk8s-node-daemons/uses': 'cache' });
  });

  test('unless a copy on another node stands in, or nothing is added under BARE', () => {
    const others: Partial<TcpNodeDaemonProps>[] = [
      { exposure: NodeLocalExposure.preferSameNode() }, { exposure: NodeLocalExposure.nodePort({ nodePort: 30020 }) },
      { exposure: NodeLocalExposure.loadBalancer({ internalTrafficPolicy: InternalTrafficPolicy.CLUSTER }) }, { profile: DaemonProfile.BARE },
    ];
    expect(others.map(props => usesWith(props))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('our own daemons', () => {
  test('say it too, unless nothing is added to them', () => {
    const chart = chartOf();
    const cache = cacheIn(chart, { name: 'cache' });
    const daemons = [daemonIn(chart, {}, {}, 'one'), daemonIn(chart, {}, { profile: DaemonProfile.BARE }, 'two'), cacheIn(chart, {}, 'three')];
    daemons.forEach(daemon => cache.connect(daemon, { HOST: NodeAddress.host() }));
    expect(daemons.map(daemon => ApiObject.of(daemon).toJson().metadata.annotations)).toEqual([
      { 'cdk8s-node-daemons/uses': 'agents/cache' }, undefined, { 'cdk8s-node-daemons/uses': 'agents/cache' },
    ]);
  });

  test('are clients like others, and of each other', () => {
    const chart = chartOf();
    const cache = cacheIn(chart, HOST_PORT);
    const logs = cacheIn(chart, { ...HOST_PORT, port: 6666 }, 'logs');
    const agent = daemonIn(chart, {}, { profile: DaemonProfile.BARE });
    cache.connect(agent, { CACHE: NodeAddress.hostPort() });
    logs.connect(cache, { LOGS: NodeAddress.hostPort() });
    const env = Object.fromEntries(chart.toJson().map(({ metadata, spec }: any) => [metadata.name.split('-')[1], spec.template.spec.containers[0].env]));
    expect(env.agent).toEqual([HOST_IP, { name: 'CACHE', value: '$(HOST_IP):6379' }]);
    expect(env.cache).toEqual([HOST_IP, { name: 'LOGS', value: '$(HOST_IP):6666' }]);
  });
});

test('any connections, in any order and any number, give each variable once and the address before its uses', () => {
  const own = fc.uniqueArray(fc.constantFrom(
    HOST_IP, { name: 'OWN', value: 'x' }, { name: 'ARGS', value: '$(CACHE) $(LOGS) $(HOST_IP)' }, { name: 'CACHE', value: '$(HOST_IP):6379' },
  ), { selector: ({ name }) => name });
  const calls = fc.array(fc.constantFrom('CACHE', 'LOGS', 'HOST_IP'), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(own, calls, (env, names) => {
    const chart = chartOf();
    const daemons: any = { CACHE: cacheIn(chart, HOST_PORT), LOGS: cacheIn(chart, { ...HOST_PORT, port: 6666 }, 'logs') };
    const client = clientIn(chart, { containers: [{ name: 'shop', image: 'shop:1', env }] });
    names.forEach(name => (daemons[name] ?? daemons.CACHE).connect(client, { [name]: name === 'HOST_IP' ? NodeAddress.host() : NodeAddress.hostPort() }));
    const result: any[] = chart.toJson().find(({ metadata }: any) => metadata.name.includes('client')).spec.template.spec.containers[0].env;
    const order = result.map(({ name }) => name);
    expect(new Set(order).size).toBe(order.length);
    expect(new Set(order)).toEqual(new Set([...env.map(({ name }) => name), ...names, ...names.some(name => name !== 'HOST_IP') ? ['HOST_IP'] : []]));
    const isEarly = (used: string, user: string) => !order.includes(used) || !order.includes(user) || order.indexOf(used) < order.indexOf(user);
    expect(['CACHE', 'LOGS', 'ARGS'].every(user => isEarly('HOST_IP', user))).toBe(true);
    expect(names.every(name => name === 'HOST_IP' || isEarly(name, 'ARGS'))).toBe(true);
  }));
});
