import { Testing } from 'cdk8s';
import { chartOf, daemonIn, manifestsOf } from './testing';
import {
  analysis, ContainerPort, DaemonContainer, DaemonProfile, LabelExpression, MetricsAgent, MetricsAuth, NetworkEgress,
  NetworkPeer, NetworkPolicyOptions, NetworkPort, NodeDaemonOptions, NodeExporter,
} from '../../src';

const METRICS = { image: 'example.com/exporter:1', ports: [ContainerPort.tcp(9100, { name: 'metrics' })] };
const PROMETHEUS = NetworkPeer.pods({ matchLabels: { 'app.kubernetes.io/name': 'prometheus' } });

function specOf(networkPolicy: NetworkPolicyOptions, container: DaemonContainer = METRICS, options: NodeDaemonOptions = {}): any {
  const chart = chartOf();
  daemonIn(chart, container, { name: 'exporter', networkPolicy, ...options });
  return manifestsOf(chart, 'NetworkPolicy')[0].spec;
}

const ingressOf = (...peers: NetworkPeer[]) => specOf({ ingress: [{ from: peers }] }).ingress[0].from;

test('a policy selects the pods of the daemon, and lets in who is named to the ports of its containers', () => {
  const chart = chartOf();
  const daemon = daemonIn(chart, METRICS, { name: 'exporter', networkPolicy: { labels: { team: 'a' }, ingress: [{ from: [PROMETHEUS] }] } });
  expect(daemon.networkPolicy!.toJson()).toMatchObject({
    apiVersion: 'networking.k8s.io/v1',
    metadata: { name: 'exporter', namespace: 'agents', labels: { 'app.kubernetes.io/name': 'exporter', 'team': 'a' } },
    spec: {
      podSelector: { matchLabels: daemon.selectorLabels },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } }], ports: [{ port: 9100 }] }],
    },
  });
});

test('the policy that kube-prometheus has for its node exporter', () => {
  const chart = chartOf('monitoring');
  const labels = { 'app.kubernetes.io/component': 'exporter', 'app.kubernetes.io/name': 'node-exporter', 'app.kubernetes.io/part-of': 'kube-prometheus' };
  daemonIn(chart, METRICS, {
    profile: DaemonProfile.BARE,
    name: 'node-exporter',
    selector: { matchLabels: labels },
    labels: { ...labels, 'app.kubernetes.io/version': '1.12.1' },
    networkPolicy: { ingress: [{ from: [PROMETHEUS] }], egress: NetworkEgress.ANYWHERE },
  });
  expect(manifestsOf(chart, 'NetworkPolicy')).toEqual([{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'node-exporter', namespace: 'monitoring', labels: { ...labels, 'app.kubernetes.io/version': '1.12.1' } },
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } }], ports: [{ port: 9100 }] }],
      egress: [{}],
    },
  }]);
});

test('without a rule nobody may connect, and the pods may connect to anybody', () => {
  expect(specOf({})).toEqual({ podSelector: expect.anything(), policyTypes: ['Ingress'] });
});

test('peers are pods, namespaces, pods of namespaces, and addresses', () => {
  const monitoring = { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } };
  expect(ingressOf(
    NetworkPeer.pods({}),
    NetworkPeer.namespaces(monitoring),
    NetworkPeer.podsInNamespaces({ matchExpressions: [LabelExpression.exists('app')] }, monitoring),
    NetworkPeer.ipBlock('10.0.0.0/8', { except: ['10.1.0.0/16'] }),
  )).toEqual([
    { podSelector: {} },
    { namespaceSelector: monitoring },
    { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, namespaceSelector: monitoring },
    { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
  ]);
});

test('ports are those that are named, of all containers where none is, and every one only if that is said', () => {
  const portsOf = (ports?: NetworkPort[]) => specOf({ ingress: [{ ports }] }, { ports: [ContainerPort.tcp(80), ContainerPort.udp(53)] }, {
    sidecars: [{ image: 'proxy:1', ports: [ContainerPort.tcp(81)] }],
  }).ingress;
  expect(portsOf()).toEqual([{ ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }, { port: 81 }] }]);
  expect(portsOf([NetworkPort.tcp(8000, { endPort: 8010 }), NetworkPort.sctp(7), NetworkPort.named('http')])).toEqual([
    { ports: [{ port: 8000, endPort: 8010 }, { port: 7, protocol: 'SCTP' }, { port: 'http' }] },
  ]);
  expect(portsOf([NetworkPort.ALL])).toEqual([{}]);
});

test('ports are those of the metrics alone where a ready program has them, such as that of the proxy before an exporter', () => {
  const chart = chartOf();
  const ingress = [{ from: [PROMETHEUS] }, { ports: [NetworkPort.tcp(80)] }];
  new NodeExporter(chart, 'exporter', { agent: MetricsAgent.prometheus({ auth: MetricsAuth.kubeRbacProxy() }), networkPolicy: { ingress } });
  expect(manifestsOf(chart, 'NetworkPolicy')[0].spec.ingress.map(({ ports }: any) => ports)).toEqual([[{ port: 9100 }], [{ port: 80 }]]);
});

test('a port that comes later is one more', () => {
  const chart = chartOf();
  daemonIn(chart, {}, { networkPolicy: { ingress: [{}] } }).addPort(ContainerPort.tcp(80));
  expect(manifestsOf(chart, 'NetworkPolicy')[0].spec.ingress).toEqual([{ ports: [{ port: 80 }] }]);
});

test('what the pods may connect to is nobody, or who is named', () => {
  expect(specOf({ egress: NetworkEgress.NOWHERE })).toEqual({ podSelector: expect.anything(), policyTypes: ['Ingress', 'Egress'] });
  const dns = { to: [NetworkPeer.namespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } })], ports: [NetworkPort.udp(53)] };
  expect(specOf({ egress: NetworkEgress.to(dns, { to: [NetworkPeer.ipBlock('192.0.2.1/32')] }) }).egress).toEqual([
    { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }], ports: [{ port: 53, protocol: 'UDP' }] },
    { to: [{ ipBlock: { cidr: '192.0.2.1/32' } }] },
  ]);
});

test('a patch reaches it', () => {
  const chart = chartOf();
  const daemon = daemonIn(chart, METRICS, { networkPolicy: {} });
  daemon.networkPolicy!.metadata.addAnnotation('example.com/note', 'a');
  expect(manifestsOf(chart, 'NetworkPolicy')[0].metadata.annotations).toEqual({ 'example.com/note': 'a' });
});

test('under the host network it does nothing, which is a warning for a NodeExporter and no error', () => {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', { name: 'exporter', networkPolicy: { ingress: [{ from: [PROMETHEUS] }] } });
  const { findings } = analysis.Analysis.of(Testing.synth(chart));
  const message = expect.stringMatching(/^NetworkPolicy 'exporter' selects the pods, for which it does nothing under host networking/);
  expect(findings.filter(({ id }) => id === 'ND308')).toMatchObject([{ severity: analysis.Severity.WARNING, message }]);
});

test.each<[string, () => unknown, string]>([
  ['no addresses', () => NetworkPeer.ipBlock('10.0.0.1'),
    "ipBlock must be a range of addresses such as '10.0.0.0/8' or '2001:db8::/64', got '10.0.0.1': it must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"],
  ['an address of a range', () => NetworkPeer.ipBlock('10.0.0.1/8'),
    "ipBlock must be a range of addresses such as '10.0.0.0/8' or '2001:db8::/64', got '10.0.0.1/8': it must not have bits set beyond the prefix length"],
  ['an exception beside the range', () => NetworkPeer.ipBlock('10.0.0.0/8', { except: ['11.0.0.0/16'] }),
    "except of an ipBlock must be a smaller range within '10.0.0.0/8', got '11.0.0.0/16'"],
  ['an exception that is the range', () => NetworkPeer.ipBlock('::/0', { except: ['::/0'] }), "except of an ipBlock must be a smaller range within '::/0', got '::/0'"],
  ['a selector of other fields', () => NetworkPeer.pods({ app: 'prometheus' } as object),
    "pods of a peer must be a selector such as { matchLabels: { app: 'agent' } }, got {\"app\":\"prometheus\"}"],
  ['a label that no object has', () => NetworkPeer.namespaces({ matchLabels: { a: 'b c' } }),
    "matchLabels of namespaces of a peer must be labels with their values, such as { 'example.com/name': 'agent' }, got {\"a\":\"b c\"}"],
  ['a port that none has', () => NetworkPort.tcp(0), 'port must be a whole number from 1 to 65535, got 0'],
  ['a range that ends before it starts', () => NetworkPort.udp(10, { endPort: 9 }), 'endPort must be at least the port, 10, got 9'],
  ['a name that no port has', () => NetworkPort.named('METRICS'), "port name must be at most 15 of a-z, 0-9 and single '-', with at least one letter, got 'METRICS'"],
  ['an empty list of peers, which would be everybody', () => specOf({ ingress: [{ from: [] }] }),
    'platform/agent: from of an ingress rule must be a list with at least one peer, got []: leave it out for anybody; without a rule nobody may connect'],
  ['an empty list of ports, which would be every port', () => NetworkEgress.to({ ports: [] }),
    'ports of an egress rule must be a list with at least one port, got []: leave it out for every port'],
])('%s is an error', (_what, define, message) => {
  expect(define).toThrow(new Error(message));
});

test('a rule without any port is an error, as it would open every one', () => {
  expect(() => specOf({ ingress: [{ from: [PROMETHEUS] }] }, { image: 'a:1' })).toThrow(/an ingress rule needs a port: give the container ports, or give the rule ports/);
});
