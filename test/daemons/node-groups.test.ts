import { ApiObject, App, JsonPatch, Testing } from 'cdk8s';
import fc from 'fast-check';
import { cachesIn, coloured, grouped, nodesWith, of, problemsOf } from './groups';
import {
  Acknowledgement, ConfigFile, ContainerPort, DaemonProfile, EnvValue, Monitor, NetworkPeer, NodeAddress, NodeExpression, NodeGroups, NodeLocalExposure,
  NodePlacement, NodePriority, UpdateStrategy,
} from '../../src';
import { Analysis } from '../../src/analysis/analysis';
import { chartOf } from '../core/testing';

const HOST_PORT = { exposure: NodeLocalExposure.hostPort() };
const BARE = { profile: DaemonProfile.BARE };
const main = (manifest: any) => manifest.spec.template.spec.containers[0];

test('defaults', () => {
  const chart = chartOf();
  new NodeGroups(chart, 'cache', {
    container: { image: 'valkey/valkey:8.1', args: ['--save', ''], resources: { limits: { memory: '1Gi' } } },
    port: 6379,
    exposure: NodeLocalExposure.localService(),
    groups: { red: { placement: of('red'), container: { resources: { limits: { memory: '4Gi' } } } }, blue: { placement: of('blue') } },
  });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('a group', () => {
  test('is a DaemonSet with the name of the group behind that of all, selected by itself alone', () => {
    const { manifests, red, blue } = grouped();
    expect(manifests.filter(({ kind }) => kind === 'DaemonSet').map(({ metadata }) => metadata.name)).toEqual(['cache-red', 'cache-blue']);
    expect([red, blue].map(({ spec }) => spec.selector.matchLabels)).toEqual(['cache-red', 'cache-blue'].map(instance => ({
      'app.kubernetes.io/name': 'valkey', 'app.kubernetes.io/instance': instance,
    })));
  });

  test('has a name of its own where it says one', () => {
    const { manifests } = grouped({ groups: coloured({ name: 'redis-legacy' }) });
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual(['redis-legacy', 'cache-blue', 'cache']);
  });

  test('is a NodeDaemon, to be added to and patched', () => {
    const chart = chartOf();
    const caches = cachesIn(chart);
    caches.daemon('red').addEnv('COLOR', EnvValue.text('red'));
    caches.daemon('blue').apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostname', 'blue'));
    const [red, blue] = chart.toJson();
    expect(main(red).env).toEqual([{ name: 'COLOR', value: 'red' }]);
    expect(blue.spec.template.spec.hostname).toBe('blue');
  });

  test('may be alone, where others are to come', () => {
    expect(grouped({ groups: { red: { placement: of('red') } } }).manifests.map(({ metadata }) => metadata.name)).toEqual(['cache-red', 'cache']);
  });
});

describe('what a group says', () => {
  test('of its container counts over what all have', () => {
    const container = { image: 'valkey/valkey:8.1', args: ['--save', ''], env: { A: EnvValue.text('1'), B: EnvValue.text('2') } };
    const { red, blue } = grouped({
      container, groups: coloured({ container: { image: 'valkey/valkey:9.0', env: { B: EnvValue.text('red') }, resources: { limits: { memory: '4Gi' } } } }),
    });
    expect(main(red)).toMatchObject({
      image: 'valkey/valkey:9.0', args: ['--save', ''], env: [{ name: 'A', value: '1' }, { name: 'B', value: 'red' }], resources: { limits: { memory: '4Gi' } },
    });
    expect(main(blue)).toMatchObject({ image: 'valkey/valkey:8.1', args: ['--save', ''], env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }] });
    expect(main(blue).resources).toBeUndefined();
  });

  test('of the daemon counts over what all have', () => {
    const { red, blue } = grouped({
      priority: NodePriority.custom('normal'),
      terminationGracePeriodSeconds: 60,
      groups: coloured({ priority: NodePriority.custom('high'), updateStrategy: UpdateStrategy.onDelete() }),
    });
    expect([red, blue].map(({ spec }) => spec.template.spec.priorityClassName)).toEqual(['high', 'normal']);
    expect([red, blue].map(({ spec }) => spec.template.spec.terminationGracePeriodSeconds)).toEqual([60, 60]);
    expect([red, blue].map(({ spec }) => spec.updateStrategy.type)).toEqual(['OnDelete', 'RollingUpdate']);
  });

  test('stands behind what all have, in lists and maps', () => {
    const acknowledge = (id: string): Acknowledgement[] => [{ id, reason: 'so it is' }];
    const { red, blue } = grouped({
      labels: { team: 'shop' },
      podMetadata: { labels: { tier: 'data' } },
      sidecars: [{ name: 'one', image: 'one:1' }],
      acknowledge: acknowledge('ND401'),
      groups: coloured({
        labels: { color: 'red' },
        podMetadata: { labels: { heat: 'hot' } },
        sidecars: [{ name: 'two', image: 'two:1' }],
        acknowledge: acknowledge('ND402'),
        initContainers: [{ name: 'first', image: 'first:1' }],
      }),
    });
    expect(red.metadata.labels).toMatchObject({ team: 'shop', color: 'red' });
    expect(red.spec.template.metadata.labels).toMatchObject({ team: 'shop', color: 'red', tier: 'data', heat: 'hot' });
    expect(blue.metadata.labels.color).toBeUndefined();
    const names = ({ spec }: any) => [...spec.template.spec.initContainers ?? [], ...spec.template.spec.containers].map(({ name }: any) => name);
    expect([red, blue].map(names)).toEqual([['first', 'valkey', 'one', 'two'], ['valkey', 'one']]);
    expect([red, blue].map(({ metadata }) => metadata.annotations['cdk8s-node-daemons/acknowledged']))
      .toEqual(['{"ND401":"so it is","ND402":"so it is"}', '{"ND401":"so it is"}']);
  });

  test('of files is in a ConfigMap of its own', () => {
    const file = (text: string) => ConfigFile.text('/etc/valkey/valkey.conf', text);
    const { manifests } = grouped({ groups: coloured({ configFiles: [file('maxmemory 3gb')] }, { configFiles: [file('maxmemory 1gb')] }) });
    expect(manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, Object.values(data)]))
      .toEqual([['cache-red-config', ['maxmemory 3gb']], ['cache-blue-config', ['maxmemory 1gb']]]);
  });
});

describe('the one Service', () => {
  test('finds the pods of all groups by a label that they alone have', () => {
    const { service, red, blue } = grouped({ component: undefined });
    expect(service.spec).toEqual({ internalTrafficPolicy: 'Local', selector: { 'cdk8s-node-daemons/groups': 'cache' }, ports: [{ port: 6379 }] });
    expect([red, blue].map(({ spec }) => spec.template.metadata.labels['cdk8s-node-daemons/groups'])).toEqual(['cache', 'cache']);
    expect(service.metadata).toEqual({
      name: 'cache',
      namespace: 'agents',
      labels: {
        'app.kubernetes.io/name': 'valkey', 'app.kubernetes.io/instance': 'cache', 'app.kubernetes.io/component': 'tcp-node-daemon', 'app.kubernetes.io/managed-by': 'cdk8s-node-daemons',
      },
    });
  });

  test('of other groups in the namespace has another label', () => {
    const chart = chartOf();
    cachesIn(chart, { name: undefined });
    cachesIn(chart, { name: undefined }, 'other');
    const [one, other] = chart.toJson().filter(({ kind }: any) => kind === 'Service').map(({ spec }: any) => spec.selector['cdk8s-node-daemons/groups']);
    expect(one).not.toBe(other);
  });

  test('is there to be patched', () => {
    expect(cachesIn(chartOf()).service?.kind).toBe('Service');
    expect(cachesIn(chartOf(), HOST_PORT).service).toBeUndefined();
  });

  test('is of the same update as that of a TcpNodeDaemon, unless a group cannot', () => {
    const { red, blue } = grouped({ groups: coloured({}, { container: { ports: [ContainerPort.tcp(9121, { hostPort: 9121 })] } }) });
    expect([red, blue].map(({ spec }) => spec.updateStrategy.rollingUpdate)).toEqual([{ maxSurge: '10%', maxUnavailable: 0 }, { maxUnavailable: '10%' }]);
    expect(main(red).lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    expect(main(red).readinessProbe).toEqual({ tcpSocket: { port: 6379 } });
  });

  test('does not keep each group from one of its own, by which Prometheus finds it', () => {
    const container = { image: 'valkey/valkey:8.1', ports: [ContainerPort.tcp(9121, { name: 'metrics' })] };
    const { manifests } = grouped({ container, service: { headless: true }, monitor: Monitor.serviceMonitor() });
    expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'DaemonSet cache-red', 'Service cache-red', 'ServiceMonitor cache-red', 'DaemonSet cache-blue', 'Service cache-blue', 'ServiceMonitor cache-blue', 'Service cache',
    ]);
  });
});

describe('under BARE there is nothing but what was written', () => {
  test('for a host port', () => {
    const { manifests, red } = grouped({ ...BARE, ...HOST_PORT, groups: coloured({ placement: NodePlacement.exactly({ nodeSelector: { color: 'red' } }) }) });
    expect(manifests.map(({ kind }) => kind)).toEqual(['DaemonSet', 'DaemonSet']);
    expect(red.spec).toEqual({
      selector: expect.anything(),
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'valkey', 'app.kubernetes.io/instance': 'cache-red' } },
        spec: { nodeSelector: { color: 'red' }, containers: [{ name: 'valkey', image: 'valkey/valkey:8.1', ports: [{ containerPort: 6379, hostPort: 6379 }] }] },
      },
    });
  });

  test('for a Service, and the label by which it finds the pods, which no selector has', () => {
    const { service, red, blue } = grouped({ ...BARE, groups: coloured({ podMetadata: { labels: { app: 'red' } } }, { podMetadata: { labels: { app: 'blue' } } }) });
    expect(red.spec.selector).toEqual({ matchLabels: { app: 'red' } });
    expect(blue.spec.template.metadata.labels).toEqual({ 'app': 'blue', 'cdk8s-node-daemons/groups': 'cache' });
    expect(service).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cache', namespace: 'agents' },
      spec: { internalTrafficPolicy: 'Local', selector: { 'cdk8s-node-daemons/groups': 'cache' }, ports: [{ port: 6379 }] },
    });
  });
});

test('allowed clients may connect to the copies of all groups', () => {
  const { manifests } = grouped({ allowedClients: [NetworkPeer.namespaces({ matchLabels: { team: 'shop' } })] });
  expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata, spec }) => [metadata.name, spec.podSelector.matchLabels['app.kubernetes.io/instance'], spec.ingress]))
    .toEqual(['cache-red', 'cache-blue'].map(name => [name, name, [{ from: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }], ports: [{ port: 6379 }] }]]));
});

test('groups that nobody connects to are plain daemons', () => {
  const { manifests, red } = grouped({ port: undefined, exposure: undefined, groups: coloured({ container: { args: ['--hot'] } }) });
  expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['DaemonSet cache-red', 'DaemonSet cache-blue']);
  expect(red.metadata.labels['app.kubernetes.io/component']).toBe('node-daemon');
  expect(main(red)).toMatchObject({ args: ['--hot'] });
  expect(main(red).readinessProbe).toBeUndefined();
});

test('a host port of two groups is taken once on each node', () => {
  const chart = chartOf();
  cachesIn(chart, HOST_PORT);
  expect(() => (chart.node.root as App).synthYaml()).not.toThrow();
  expect(Analysis.of(chart.toJson()).findings.filter(({ id }) => ['ND301', 'ND302'].includes(id))).toEqual([]);
});

describe('a client', () => {
  const pools = (...colors: string[]) => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'color', operator: 'In', values: colors }] }] } } },
  });

  /** What a client of a pod becomes, and what is said of it. */
  function clientWith(pod: object, props: object = {}): { client: any; errors: string[]; warnings: string[] } {
    const chart = chartOf();
    const caches = cachesIn(chart, props);
    const shop = new ApiObject(chart, 'shop', {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop' }, spec: { template: { spec: { containers: [{ name: 'shop', image: 'shop:1' }], ...pod } } },
    });
    caches.connect(shop, { CACHE_URL: NodeAddress.url('redis') });
    const errors = problemsOf(chart);
    const { findings } = Analysis.of(chart.node.findAll().flatMap(one => ApiObject.isApiObject(one) ? [one.toJson()] : []));
    return { client: shop.toJson(), errors, warnings: findings.filter(({ id }) => id === 'ND310').map(({ message }) => message) };
  }

  test('finds the copy of whatever group by the one Service, and says that it uses one of them', () => {
    const { client, errors, warnings } = clientWith(pools('red', 'blue'));
    expect(client.spec.template.spec.containers[0].env).toEqual([{ name: 'CACHE_URL', value: 'redis://cache.agents.svc:6379' }]);
    expect(client.metadata.annotations).toEqual({ 'cdk8s-node-daemons/uses': 'agents/cache-red|agents/cache-blue' });
    expect([errors, warnings]).toEqual([[], []]);
  });

  test('finds it at the address of the node where that is how', () => {
    const { client } = clientWith({}, HOST_PORT);
    expect(client.spec.template.spec.containers[0].env).toEqual([
      { name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }, { name: 'CACHE_URL', value: 'redis://$(HOST_IP):6379' },
    ]);
  });

  test('says nothing under BARE, and where another copy stands in', () => {
    expect(clientWith(pools('red'), BARE).client.metadata.annotations).toBeUndefined();
    expect(clientWith({}, { exposure: NodeLocalExposure.preferSameNode() }).client.metadata.annotations).toBeUndefined();
  });

  test('that may run on nodes of no group is warned', () => {
    const { errors, warnings } = clientWith({});
    expect(errors).toEqual([]);
    expect(warnings).toEqual(["Deployment agents/shop uses it or 'DaemonSet agents/cache-blue' on its own node, and may run without it: they are for nodes with "
      + 'color=red or color=blue, and the client is not bound to them: give both the same condition']);
  });

  test('that runs on nodes of no group fails', () => {
    expect(clientWith(pools('green')).errors).toEqual(["[platform/cache/red] ND309 Deployment agents/shop uses it or 'platform/cache/blue' "
      + 'on its own node, and no node runs both: they are for nodes with color=red or color=blue, and the client for others: place both on the same nodes, '
      + "or accept it in Deployment agents/shop with the annotation cdk8s-node-daemons/acknowledged: '{\"ND309\":\"…\"}', or in all with acknowledge: [{ id: 'ND309', reason: '…' }]"]);
  });
});

test('groups are accepted when no node can be in two, and only then', () => {
  const values = ['red', 'blue', 'green'];
  const listed = fc.tuple(fc.constantFrom('color', 'size'), fc.constantFrom('in', 'notIn'), fc.subarray(values, { minLength: 1 }));
  const present = fc.tuple(fc.constantFrom('color', 'size'), fc.constantFrom('exists', 'doesNotExist'), fc.constant<string[]>([]));
  const conditions = fc.array(fc.oneof(listed, present), { minLength: 1, maxLength: 3 });
  type Conditions = [label: string, operator: string, values: string[]][];
  const holds: { [operator: string]: (list: string[], value?: string) => boolean } = {
    in: (list, value) => value !== undefined && list.includes(value),
    notIn: (list, value) => value === undefined || !list.includes(value),
    exists: (_, value) => value !== undefined,
    doesNotExist: (_, value) => value === undefined,
  };
  const points = [undefined, ...values, 'other'];
  const nodes: any[] = points.flatMap(color => points.map(size => ({ color, size })));
  const runs = (all: Conditions, node: any) => all.every(([label, operator, list]) => holds[operator](list, node[label]));
  fc.assert(fc.property(fc.array(conditions as fc.Arbitrary<Conditions>, { minLength: 2, maxLength: 3 }), all => {
    const chart = chartOf();
    const groups = Object.fromEntries(all.map((one, i) => [`g${i}`, {
      placement: nodesWith(...one.map(([label, operator, list]) => (NodeExpression as any)[operator](label, ...list))),
    }]));
    cachesIn(chart, { groups });
    const isShared = nodes.some(node => all.filter(one => runs(one, node)).length > 1);
    expect(problemsOf(chart).some(problem => problem.startsWith('[platform/cache] a node can be in two groups'))).toBe(isShared);
  }), { numRuns: 200 });
});
