import { App, Chart, JsonPatch } from 'cdk8s';
import { cachesIn, coloured, nodesWith, of, problemsOf } from './groups';
import {
  Checks, ConfigFile, ContainerPort, DaemonProfile, NetworkPeer, NodeAddress, NodeExpression, NodeGroups, NodeGroupsProps, NodeLocalExposure,
  NodePlacement, NodePlatform, NodeTerm,
} from '../../src';
import { chartOf, daemonIn } from '../core/testing';

type Props = Partial<NodeGroupsProps>;

const HOST_PORT = { exposure: NodeLocalExposure.hostPort() };
const EXAMPLE = "placement: NodePlacement.everyNode({ nodeSelector: { color: 'red' } })";
const REPAIR = 'give the groups placements that no node fulfils at once, such as one label with another value in each';

describe('groups fail', () => {
  test.each<[string, any, string]>([
    ['without groups', { groups: undefined }, `: groups must be a map of at least one group, such as { red: { ${EXAMPLE} } }, got undefined`],
    ['with none', { groups: {} }, `: groups must be a map of at least one group, such as { red: { ${EXAMPLE} } }, got {}`],
    ['as a list', { groups: ['red'] }, `: groups must be a map of at least one group, such as { red: { ${EXAMPLE} } }, got ["red"]`],
    ['with a name that no object may have', { groups: { Red: { placement: of('red') } } },
      ": name of a group must be at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends, got 'Red'"],
    ['without a placement', { groups: { red: {} } }, `/red: placement of a group must be given, as a value such as NodePlacement.everyNode(), got undefined: say which nodes: { ${EXAMPLE} }`],
    ['with the fields of Kubernetes for one', { groups: { red: { placement: { nodeSelector: { color: 'red' } } } } },
      `/red: placement of a group must be given, as a value such as NodePlacement.everyNode(), got {"nodeSelector":{"color":"red"}}: say which nodes: { ${EXAMPLE} }`],
    ['with nothing for a group', { groups: { red: undefined } },
      `/red: placement of a group must be given, as a value such as NodePlacement.everyNode(), got undefined: say which nodes: { ${EXAMPLE} }`],
    ['with a placement of all', { placement: NodePlacement.exactly() },
      `: placement must be left out beside groups, each of which has its own, got {"options":{}}: give it to the groups: { ${EXAMPLE} }`],
    ['without a container', { container: undefined }, ": container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
    ['with a text for the container of a group', { groups: coloured({ container: 'valkey' as any }) },
      "/red: container must be given, such as { image: 'example.com/agent:1.2.3' }, got 'valkey'"],
    ['with a port and no exposure', { exposure: undefined }, ': exposure must be a value such as NodeLocalExposure.localService(), got undefined: it says how pods reach the daemon, '
      + 'and who else does; docs/tcp-node-daemon.md compares them'],
    ['with an exposure and no port', { port: undefined }, ': port must be given, as it is what others connect to, got undefined: give port, or ports where there are several or a UDP port'],
    ['with clients of no port', { port: undefined, exposure: undefined, allowedClients: [NetworkPeer.namespaces({})] }, ': exposure must be a value such as '
      + 'NodeLocalExposure.localService(), got undefined: it says how pods reach the daemon, and who else does; docs/tcp-node-daemon.md compares them'],
    ['with a Service of a bad name', { exposure: NodeLocalExposure.localService({ name: 'a.b' }) },
      ": name of the Service must be at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends, got 'a.b'"],
    ['with a Service whose name only newer clusters take', { name: '3scale', platform: NodePlatform.standard({ kubernetes: '1.35' }) },
      ": name of the Service must be begun with a letter before Kubernetes 1.36, got '3scale': give the Service another name, or name the version that the cluster has in NodePlatform"],
    ['with a Service that Kubernetes does not know', { exposure: NodeLocalExposure.preferSameNode(), platform: NodePlatform.standard({ kubernetes: '1.33' }) },
      ": NodeLocalExposure.preferSameNode() must be used with Kubernetes 1.34 or later, which knows trafficDistribution: PreferSameNode, got '1.33': "
      + 'give NodeLocalExposure.localService(), or name the version that the cluster has in NodePlatform'],
    ['with a port that one group has too', { groups: coloured({}, { container: { ports: [ContainerPort.tcp(6379)] } }) }, '/blue: port must be given once, in port, ports or the ports '
      + "of the container, got 'TCP 6379': take one of the two away; container.ports are for those that are not exposed"],
    ['with a port of the node that Kubernetes uses', { ...HOST_PORT, port: 30080 }, '/red: port of the node must be another than TCP 30080, which Kubernetes gives to Services as their '
      + 'NodePorts, got 30080: take a port outside 30000-32767, or acknowledge ND216 with a reason'],
    ['with what one group cannot have', { groups: coloured({ hostNamespaces: { network: true } }), ...HOST_PORT },
      "/red: hostNamespaces.network must be left out with NodeLocalExposure.hostPort(), got true: give NodeLocalExposure.hostNetwork(), where the ports are the node's own"],
  ])('%s', (_, props, message) => {
    const chart = chartOf();
    expect(() => cachesIn(chart, props)).toThrow(new Error(`platform/cache${message}`));
    expect(chart.node.children).toEqual([]);
  });

  test('without props', () => {
    expect(() => new NodeGroups(chartOf(), 'cache', undefined as any)).toThrow(new Error(
      `platform/cache: groups must be a map of at least one group, such as { red: { ${EXAMPLE} } }, got undefined`));
  });
});

describe('a node that can be in two groups fails the synthesis, and is shown', () => {
  const size = NodePlacement.everyNode({ nodeSelector: { size: 'big' } });
  const SHARED: [string, Props['groups'], string][] = [
    ['by two labels', { red: { placement: of('red') }, big: { placement: size } }, "'red' and 'big': one with color=red, kubernetes.io/os=linux, size=big"],
    ['by one value of several', { warm: { placement: nodesWith(NodeExpression.in('color', 'red', 'orange')) }, rest: { placement: nodesWith(NodeExpression.notIn('color', 'red', 'blue')) } },
      "'warm' and 'rest': one with color=orange"],
    ['by what is left out of both', { a: { placement: nodesWith(NodeExpression.notIn('color', 'red')) }, b: { placement: nodesWith(NodeExpression.doesNotExist('color')) } },
      "'a' and 'b': one without labels"],
    ['by its name', { a: { placement: NodePlacement.exactly({ required: [NodeTerm.of({ matchFields: [NodeExpression.in('metadata.name', 'n1')] })] }) }, b: { placement: NodePlacement.exactly() } }, "'a' and 'b': one with the name n1"],
    ['by an empty value', { a: { placement: NodePlacement.exactly({ nodeSelector: { 'node-role.kubernetes.io/worker': '' } }) }, b: { placement: NodePlacement.exactly() } },
      "'a' and 'b': one with an empty node-role.kubernetes.io/worker"],
  ];

  test.each(SHARED)('%s', (_, groups, shown) => {
    const chart = chartOf();
    cachesIn(chart, { groups });
    expect(problemsOf(chart)).toEqual([`[platform/cache] a node can be in two groups, ${shown} would run both daemons: ${REPAIR}`]);
  });

  test('under BARE too', () => {
    const chart = chartOf();
    cachesIn(chart, { profile: DaemonProfile.BARE, groups: SHARED[1][1] });
    expect(problemsOf(chart)).toEqual([`[platform/cache] a node can be in two groups, ${SHARED[1][2]} would run both daemons: ${REPAIR}`]);
  });

  test('by a patch', () => {
    const chart = chartOf();
    const caches = cachesIn(chart);
    expect(problemsOf(chart)).toEqual([]);
    caches.daemon('blue').apiObject.addJsonPatch(JsonPatch.replace('/spec/template/spec/nodeSelector', { color: 'red' }));
    expect(problemsOf(chart)).toEqual([`[platform/cache] a node can be in two groups, 'red' and 'blue': one with color=red, kubernetes.io/os=linux would run both daemons: ${REPAIR}`]);
  });

  test('unless the groups were taken out of the app', () => {
    const chart = chartOf();
    cachesIn(chart, { groups: SHARED[0][1] });
    chart.node.tryRemoveChild('cache');
    expect(problemsOf(chart)).toEqual([]);
  });

  test('of each two that have one', () => {
    const chart = chartOf();
    cachesIn(chart, { groups: { red: { placement: of('red') }, other: { placement: of('red') }, big: { placement: size } } });
    expect(problemsOf(chart).map(problem => problem.match(/groups, (\S+ and \S+):/)![1])).toEqual(["'red' and 'other'", "'red' and 'big'", "'other' and 'big'"]);
  });
});

test('a name that two groups would give to two objects fails the synthesis', () => {
  const chart = chartOf();
  cachesIn(chart, { configMapName: 'valkey', configFiles: [ConfigFile.text('/etc/valkey/valkey.conf', 'maxmemory 1gb')] });
  expect(problemsOf(chart)).toEqual(["[platform/cache] ConfigMap 'valkey' is that of several groups, 'red', 'blue': leave the name out, or give each group its own"]);
});

test('two that have one name in one namespace fail the synthesis, as the Services of both lead to the pods of both', () => {
  const chart = chartOf();
  const service = (name: string) => ({ exposure: NodeLocalExposure.localService({ name }) });
  cachesIn(chart, service('one'), 'one');
  cachesIn(chart, { ...service('other'), groups: { big: { placement: of('big') } } }, 'other');
  expect(problemsOf(chart)).toEqual(["[platform/other] the Services of these groups and of 'platform/one' lead to the pods of both, by the name 'cache' in one namespace: "
    + 'give each a name of its own']);
});

test('charts of clusters may repeat the name of groups', () => {
  const app = new App();
  const [eu, us] = ['eu', 'us'].map(cluster => new Chart(app, cluster, { namespace: 'agents' }));
  [eu, us].forEach(chart => cachesIn(chart));
  expect(problemsOf(eu)).toEqual([]);
});

test('groups that name the processor by its two labels are apart', () => {
  const chart = chartOf();
  const on = (label: string, os: string) => ({ placement: NodePlacement.exactly({ nodeSelector: { [label]: os } }) });
  cachesIn(chart, { groups: { a: on('kubernetes.io/arch', 'arm64'), b: on('beta.kubernetes.io/arch', 'amd64') } });
  expect(problemsOf(chart)).toEqual([]);
});

test('a selector that two groups have in common fails the synthesis', () => {
  const chart = chartOf();
  cachesIn(chart, { selector: { matchLabels: { app: 'cache' } } });
  expect(problemsOf(chart)).toEqual(["[platform/cache/blue] ND304 'platform/cache/red' of the same namespace and this daemon select pods of each other: give the selector and the pods of "
    + "each a label that the other has not, or acknowledge: [{ id: 'ND304', reason: '…' }]"]);
});

test('a Service that a patch broke fails the synthesis', () => {
  const chart = chartOf();
  cachesIn(chart).service!.addJsonPatch(JsonPatch.replace('/spec/internalTrafficPolicy', 'Near'));
  expect(problemsOf(chart)).toEqual(["[platform/cache] ND101 the API server refuses Service 'cache': spec.internalTrafficPolicy: Unsupported value: \"Near\": supported values: \"Cluster\", \"Local\""]);
});

test('a group that there is not is told', () => {
  expect(() => cachesIn(chartOf()).daemon('green')).toThrow(new Error("platform/cache: group must be one of 'red', 'blue', got 'green'"));
});

test('clients cannot connect to what is not exposed', () => {
  const chart = chartOf();
  const plain = cachesIn(chart, { port: undefined, exposure: undefined });
  expect(() => plain.connect(daemonIn(chart), { CACHE: NodeAddress.hostPort() })).toThrow(new Error(
    'platform/cache: exposure must be given where clients connect, got undefined: give port and exposure: NodeLocalExposure.localService()'));
});

test('groups are several workloads, of which a client must be one', () => {
  const chart = chartOf();
  const caches = cachesIn(chart);
  expect(() => caches.connect(caches, { CACHE: NodeAddress.hostPort() })).toThrow(new Error("platform/cache: 'platform/cache' must be one object, got 'a construct with 3 of them "
    + "and none called Default': give the one that makes the pods: 'platform/cache/red/Default/Resource', 'platform/cache/blue/Default/Resource', 'platform/cache/Service'"));
});

test('a bad port of the node is taken for a reason, that of all groups, of one or of a scope', () => {
  const props = { ...HOST_PORT, port: 30080 };
  const acknowledge = [{ id: 'ND216', reason: 'the range starts at 31000' }];
  expect(() => cachesIn(chartOf(), { ...props, acknowledge })).not.toThrow();
  expect(() => cachesIn(chartOf(), { ...props, groups: coloured({ acknowledge }, { acknowledge }) })).not.toThrow();
  const chart = chartOf();
  Checks.of(chart).acknowledge(acknowledge[0]);
  expect(() => cachesIn(chart, props)).not.toThrow();
});
