import { LOG_AGENTS } from './log-agents';
import { ApiAccess, CniConfig, FlannelBackend, LogAgent, LogCollector, MetricsAgent, NetworkAgent, NetworkProgram, NodeExporter } from '../../src';
import { chartOf } from '../core/testing';

const any = (value: unknown) => value as never;
const net = (agentOf: () => NetworkProgram) => () => new NetworkAgent(chartOf('kube-system'), 'net', { agent: agentOf() });
const custom = (options: object) => net(() => NetworkProgram.custom(any({ container: { image: 'example.com/agent:1' }, ...options })));
const conflist = (options: unknown) => CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge' }] }, any(options));
const OPTIONS = "options of the program must be fields, such as { container: { image: 'example.com/agent:1.2.3' } }, got ";
const CONTAINER = "container must be fields, such as { image: 'example.com/agent:1.2.3' }, got null";
const BINARY = "CniBinary.fromImage('example.com/cni:1', { paths: ['/agent'] })";

test.each<[string, () => unknown, string]>([
  ['kube-proxy of nothing', net(() => NetworkProgram.kubeProxy(any(undefined))),
    "platform/net: version of kube-proxy must be given, as it follows that of the cluster, got undefined: write version: '1.35.2'"],
  ['kube-proxy without an API server', net(() => NetworkProgram.kubeProxy(any({ version: '1.35.2' }))),
    "platform/net: apiServer must be given, such as { host: 'api.example.com' }, got undefined: the Service kubernetes, which kube-proxy makes, is not yet there"],
  ['a cache of nothing', net(() => NetworkProgram.nodeLocalDns(any(undefined))),
    "platform/net: clusterDns must be given: the address of the Service of the cluster's DNS, got undefined: "
    + "read it with kubectl -n kube-system get service kube-dns and write clusterDns: '10.96.0.10', or kubeProxyMode: KubeProxyMode.IPVS"],
  ['a cache with pods as a text', net(() => NetworkProgram.nodeLocalDns(any({ clusterDns: '10.96.0.10', dnsPods: 'a' }))),
    "platform/net: dnsPods must be fields, such as { 'k8s-app': 'kube-dns' }, got 'a'"],
  ['flannel of null', () => NetworkProgram.flannel(any(null)), `${OPTIONS}null`],
  ['flannel with a backend as a text', net(() => NetworkProgram.flannel(any({ backend: 'vxlan' }))),
    "platform/net: backend must be a value such as FlannelBackend.vxlan(), got 'vxlan'"],
  ['VXLAN of null', () => FlannelBackend.vxlan(any(null)), 'options of VXLAN must be fields, such as { vni: 1 }, got null'],
  ['a backend of a text', () => FlannelBackend.of('alloc', any('a')), "settings of the backend 'alloc' must be fields, such as { MTU: 1400 }, got 'a'"],
  ['a network as fields', custom({ cniConfig: {} }), "platform/net: cniConfig must be a value such as CniConfig.conflist('10-agent.conflist', { … }), got {}"],
  ['plugins as texts', custom({ cniBinaries: ['a'] }), `platform/net: cniBinaries must be a value such as ${BINARY}, got 'a'`],
  ['a right that is no list', custom({ apiAccess: ApiAccess.read('', 'pods') }), "apiAccess must be a list of values such as ApiAccess.read('', 'nodes'), got "],
  ['files as texts', custom({ configFiles: ['a'] }), "configFiles must be a list of values such as ConfigFile.text('/etc/agent.yaml', '…'), got [\"a\"]"],
  ['a file that is replaced as a text', () => conflist({ replaces: '99-b.conf' }), "replaces must be a list of texts, got '99-b.conf': write ['99-old.conf']"],
  ['a network file of null', () => conflist(null), "options of a network configuration must be fields, such as { replaces: ['99-old.conf'] }, got null"],
  ['a NetworkAgent without props', () => new NetworkAgent(chartOf('a'), 'net', any(undefined)), 'platform/net: agent must be a program such as NetworkProgram.flannel(), got undefined'],
  ['a LogCollector without props', () => new LogCollector(chartOf('a'), 'logs', any(undefined)),
    "platform/logs: sinks must be given at least one, to which lines are sent, got []: write sinks: [LogSink.elasticsearch({ host: 'logs.example.com' })]"],
  ['a program for logs with rights as a text', () => LogAgent.custom(any({ container: { image: 'a:1' }, apiAccess: 'a' })),
    "apiAccess must be a list of values such as ApiAccess.read('', 'nodes'), got 'a'"],
  ['a program for metrics with rights as a text', () => MetricsAgent.custom(any({ container: { image: 'a:1' }, apiAccess: 'a' })),
    "apiAccess must be a list of values such as ApiAccess.read('', 'nodes'), got 'a'"],
])('%s is refused', (_, run, message) => {
  expect(run).toThrow(message);
});

const FACTORIES: readonly (readonly [string, (options: never) => unknown])[] = [
  ...LOG_AGENTS.map(([{ factory }]) => factory.replace(/^LogAgent\.|\(\)$/g, '') as 'fluentBit').map(name => [`LogAgent.${name}`, (options: never) => LogAgent[name](options)] as const),
  ...(['prometheus', 'openTelemetry', 'collectd', 'gmond', 'metricbeat', 'newRelic'] as const)
    .map(name => [`MetricsAgent.${name}`, (options: never) => MetricsAgent[name](options)] as const),
  ...(['flannel', 'kubeProxy', 'nodeLocalDns'] as const).map(name => [`NetworkProgram.${name}`, (options: never) => NetworkProgram[name](options)] as const),
];

test.each(FACTORIES)('%s refuses what is no struct, and a container that is none', (_, factory) => {
  expect(() => factory(any(null))).toThrow(`${OPTIONS}null`);
  expect(() => factory(any('a'))).toThrow(`${OPTIONS}'a'`);
  expect(() => factory(any({ container: null }))).toThrow(CONTAINER);
});

test('a NodeExporter of null is one of nothing', () => {
  expect(() => new NodeExporter(chartOf('a'), 'metrics', any(null))).not.toThrow();
});
