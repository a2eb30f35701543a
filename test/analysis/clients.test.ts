import { findingsOf } from './checks';
import { daemonSet, service } from './objects';
import { NodePlacement } from '../../src';
import { Analysis } from '../../src/analysis/analysis';
import { chartOf, daemonIn } from '../core/testing';

const PORT = { ports: [{ containerPort: 6666, hostPort: 6666 }] };
const HOST_IP = { name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } };
const LOCAL = { internalTrafficPolicy: 'Local', ports: [{ port: 80 }] };
const PROD = { nodeSelector: { env: 'prod' } };
const APART = 'and no node runs both: the daemon is for nodes with env=prod, and the client for others: place both on the same nodes';
const MAYBE = 'and may run without it: the daemon is for nodes with env=prod, and the client is not bound to them: give both the same condition';

/** A workload whose pods ask port 6666 of their node, unless the container says otherwise. */
function client(pod: any = {}, container: any = { env: [HOST_IP, { name: 'LOG', value: '$(HOST_IP):6666' }] }, { kind = 'Deployment', namespace = 'agents', annotations, labels }: any = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'client', namespace, annotations },
    spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'example.com/client:1.0', ...container }], ...pod } } },
  };
}

/** A workload that says which daemons it uses. */
const saying = (uses: string, pod: any = {}) => client(pod, {}, { annotations: { 'cdk8s-node-daemons/uses': uses } });
const requiring = (...terms: any[][]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms.map(matchExpressions => ({ matchExpressions })) } } },
});

/** What the two checks say, of all manifests. */
const said = (...manifests: any[]) => ['ND309', 'ND310'].flatMap(id => findingsOf(id, manifests).map(({ message }) => `${id} ${message}`));
const ids = (...manifests: any[]) => ['ND309', 'ND310'].filter(id => findingsOf(id, manifests).length > 0);

describe('a client is', () => {
  const daemon = daemonSet(PROD, PORT);

  test('who says so', () => {
    expect(said(daemon, saying('agents/agent'))).toEqual([`ND310 Deployment agents/client uses it on its own node, ${MAYBE}`]);
  });

  test('who joins the address of its node with a host port of the daemon', () => {
    expect(said(daemon, client())).toEqual([`ND310 Deployment agents/client uses it on its own node (port 6666), ${MAYBE}`]);
  });

  test.each([
    ['an argument', { args: ['--to=$(HOST_IP):6666'], env: [HOST_IP] }],
    ['a URL of IPv6', { args: ['http://[$(HOST_IP)]:6666/v1'], env: [HOST_IP] }],
    ['two arguments', { command: ['nc', '-w', '1', '$(HOST_IP)', '6666'], env: [HOST_IP] }],
    ['a script', { args: ['sh', '-c', 'date | nc "$HOST_IP" 6666'], env: [HOST_IP] }],
    ['a script with braces', { args: ['sh', '-c', 'date | nc ${HOST_IP} 6666; sleep 5'], env: [HOST_IP] }],
    ['another variable', { args: ['$(AGENT)'], env: [HOST_IP, { name: 'PORT', value: '6666' }, { name: 'AGENT', value: 'tcp://$(HOST_IP):$(PORT)' }] }],
  ])('who does so in %s', (_, container) => {
    expect(ids(daemon, client({}, container))).toEqual(['ND310']);
  });

  test.each([
    ['another port', { args: ['$(HOST_IP):66660', '$(HOST_IP):666', '$(HOST_IP) 6666s'], env: [HOST_IP] }],
    ['the address of the pod', { args: ['$(HOST_IP):6666'], env: [{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }],
    ['a variable that is set again', { args: ['$(HOST_IP):6666'], env: [HOST_IP, { name: 'HOST_IP', value: 'logs.example.com' }] }],
    ['a reference that stays', { args: ['$$(HOST_IP):6666'], env: [HOST_IP] }],
    ['a variable that is not there yet', { env: [{ name: 'TO', value: '$(HOST_IP):6666' }, HOST_IP] }],
    ['the port elsewhere', { args: ['--host=$(HOST_IP)', '--port=6666'], env: [HOST_IP] }],
  ])('not who asks %s', (_, container) => {
    expect(ids(daemon, client({}, container))).toEqual([]);
  });

  test.each(['http://agent.agents', 'agent.agents.svc:80', 'agent.agents.svc.cluster.local', 'http://agent/v1', 'agent:80', 'nc agent 80'])(
    'who names its Service that stays on the node: %s', text => {
      expect(said(daemonSet(PROD), service(LOCAL), client({}, { args: [text] })))
        .toEqual([`ND310 Deployment agents/client uses it on its own node (Service 'agent'), ${MAYBE}`]);
    });

  test.each(['agent', '--role=agent', 'agent:8080', '/etc/agent.agents', 'agent.agents.example.com', 'my-agent.agents', 'agent.agents-x'])('not who says %s', text => {
    expect(ids(daemonSet(PROD), service(LOCAL), client({}, { args: [text] }))).toEqual([]);
  });

  test('not who names a Service that goes to other nodes, or to pods of others too', () => {
    const asking = client({}, { args: ['http://agent.agents'] });
    expect(ids(daemonSet(PROD), service({ ports: [{ port: 80 }] }), asking)).toEqual([]);
    expect(ids(daemonSet(PROD), service(LOCAL), asking, client({}, {}, { kind: 'StatefulSet', labels: { app: 'agent' } }))).toEqual([]);
  });

  test('not who asks a port that the pods of another workload take too', () => {
    expect(ids(daemon, client(), client({}, PORT, { kind: 'StatefulSet' }))).toEqual([]);
  });

  test('not who asks a port of the loopback address', () => {
    expect(ids(daemonSet(PROD, { ports: [{ containerPort: 6666, hostPort: 6666, hostIP: '127.0.0.1' }] }), client())).toEqual([]);
  });

  test('not the daemon itself', () => {
    expect(ids(daemonSet(PROD, { ...PORT, env: [HOST_IP], args: ['$(HOST_IP):6666'] }))).toEqual([]);
  });

  test('not a pod that another workload made, which is judged itself', () => {
    const pod = { ...client().spec.template, apiVersion: 'v1', kind: 'Pod' };
    const metadata = (ownerReferences: any[]) => ({ name: 'client-1', namespace: 'agents', ownerReferences });
    expect(ids(daemon, { ...pod, metadata: metadata([]) })).toEqual(['ND310']);
    expect(ids(daemon, { ...pod, metadata: metadata([{ kind: 'ReplicaSet', name: 'client', controller: true }]) })).toEqual([]);
  });

  test('not who uses a daemon that is not there', () => {
    expect(ids(daemon, saying('agents/other'))).toEqual([]);
    expect(ids(daemon, saying('agents/agent|agents/other'))).toEqual([]);
  });

  test('whoever has pods', () => {
    const kinds = ['StatefulSet', 'ReplicaSet', 'Job', 'Rollout', 'CloneSet'];
    expect(kinds.flatMap(kind => said(daemon, client({}, undefined, { kind })))).toEqual(kinds.map(kind => `ND310 ${kind} agents/client uses it on its own node (port 6666), ${MAYBE}`));
    const { spec, ...cronJob } = client({}, undefined, { kind: 'CronJob' });
    expect(ids(daemon, { ...cronJob, spec: { jobTemplate: { spec } } })).toEqual(['ND310']);
    expect(ids(daemon, daemonSet({}, { env: [HOST_IP], args: ['$(HOST_IP):6666'] }, { name: 'shipper' }))).toEqual(['ND310']);
  });

  test('who says and asks is one client', () => {
    const both = client({}, undefined, { annotations: { 'cdk8s-node-daemons/uses': 'agents/agent' } });
    expect(said(daemon, both)).toEqual([`ND310 Deployment agents/client uses it on its own node, ${MAYBE}`]);
  });

  test('who names a daemon without a namespace, in charts that have none', () => {
    expect(ids(daemonSet(PROD, {}, { namespace: '' }), saying('agent'))).toEqual(['ND310']);
    expect(ids(daemonSet(PROD), saying('agent'))).toEqual(['ND310']);
  });
});

describe('of a client and a daemon', () => {
  const uses = saying.bind(undefined, 'agents/agent');

  test('whose nodes are surely apart is an error', () => {
    expect(said(daemonSet(PROD), uses({ nodeSelector: { env: 'dev' } }))).toEqual([`ND309 Deployment agents/client uses it on its own node, ${APART}`]);
  });

  test.each<[string, any, any]>([
    ['have the same nodes', PROD, PROD],
    ['differ in the nodes that the daemon has besides', {}, PROD],
    ['keep off tainted nodes', {}, {}],
    ['tolerate what the other does', { tolerations: [{ operator: 'Exists' }] }, { tolerations: [{ key: 'gpu', operator: 'Exists' }] }],
    ['differ in the operating system, of which the client says nothing', { nodeSelector: { 'kubernetes.io/os': 'linux' } }, {}],
    ['differ in it, and the daemon is for Windows', { nodeSelector: { 'kubernetes.io/os': 'windows' } }, {}],
    ['name it by its two labels', { nodeSelector: { 'kubernetes.io/os': 'linux' } }, { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }],
    ['name it in two fields', { nodeSelector: { 'kubernetes.io/os': 'windows' } }, { os: { name: 'windows' } }],
    [
      'differ in virtual nodes, as a daemon of this library does',
      {
        ...requiring([
          { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
          { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
          { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
        ]),
        tolerations: [{ operator: 'Exists' }],
      },
      {},
    ],
    ['differ in the states of nodes that they tolerate', {}, { tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] }],
  ])('that %s is nothing to say', (_, daemon, pod) => {
    expect(ids(daemonSet(daemon), uses(pod))).toEqual([]);
  });

  test('of which the daemon is one of this library, and the client an ordinary one, is nothing to say', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart);
    expect(ids(...chart.toJson(), saying(`agents/${daemon.name}`))).toEqual([]);
  });

  test.each(['control-plane', 'master'])('of which the daemon leaves out the control plane (%s) is a warning where the client tolerates its taint', role => {
    const key = `node-role.kubernetes.io/${role}`;
    const workers = daemonSet(requiring([{ key, operator: 'DoesNotExist' }]));
    expect(ids(workers, uses())).toEqual([]);
    expect(said(workers, uses({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }))).toEqual([expect.stringContaining('the client tolerates taints gpu')]);
    expect([{ operator: 'Exists' }, { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }].flatMap(one => said(workers, uses({ tolerations: [one] }))))
      .toEqual(Array(2).fill(`ND310 Deployment agents/client uses it on its own node, ${MAYBE.replace('env=prod', `no ${key}`)}`));
    expect(ids(workers, uses({ nodeSelector: { [key]: '' } }))).toEqual(['ND309']);
  });

  test('of which the daemon is for workers, and the client an ordinary one, is nothing to say', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart, {}, { placement: NodePlacement.workers() });
    expect(ids(...chart.toJson(), saying(`agents/${daemon.name}`))).toEqual([]);
    expect(ids(...chart.toJson(), saying(`agents/${daemon.name}`, { tolerations: [{ operator: 'Exists' }] }))).toEqual(['ND310']);
  });

  test('of which the client asks for another operating system is an error', () => {
    expect(said(daemonSet({ nodeSelector: { 'kubernetes.io/os': 'linux' } }), uses({ os: { name: 'windows' } })))
      .toEqual([`ND309 Deployment agents/client uses it on its own node, ${APART.replace('env=prod', 'kubernetes.io/os=linux')}`]);
  });

  test('of which the client asks for virtual nodes is an error', () => {
    const fargate = { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] };
    expect(ids(daemonSet(requiring([fargate])), uses({ nodeSelector: { [fargate.key]: 'fargate' } }))).toEqual(['ND309']);
  });

  test('of which the client alone tolerates a taint is a warning', () => {
    const tolerations = [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }, { key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }];
    expect(said(daemonSet(), uses({ tolerations }))).toEqual([
      'ND310 Deployment agents/client uses it on its own node, and may run without it: the client tolerates taints gpu:NoSchedule, and the daemon does not: tolerate the same in both',
    ]);
  });

  test('says only the conditions that decide', () => {
    const daemon = daemonSet({ ...PROD, ...requiring([{ key: 'gpu', operator: 'Exists' }, { key: 'arch', operator: 'In', values: ['arm64'] }]) });
    expect(said(daemon, uses({ nodeSelector: { env: 'prod', arch: 'arm64' } }))).toEqual([`ND310 Deployment agents/client uses it on its own node, ${MAYBE.replace('env=prod', 'gpu')}`]);
    expect(said(daemon, uses({ nodeSelector: { env: 'dev' } }))).toEqual([`ND309 Deployment agents/client uses it on its own node, ${APART}`]);
  });

  test('of which the client follows the pods of the daemon is nothing to say', () => {
    const beside = (term: any, topologyKey = 'kubernetes.io/hostname') =>
      uses({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, ...term }] } } });
    const labelSelector = { matchLabels: { app: 'agent' } };
    expect(ids(daemonSet(PROD), beside({ labelSelector }))).toEqual([]);
    expect(ids(daemonSet(PROD), beside({ labelSelector }, 'topology.kubernetes.io/zone'))).toEqual(['ND310']);
    expect(ids(daemonSet(PROD), beside({ labelSelector, namespaces: ['others'] }))).toEqual(['ND310']);
    expect(ids(daemonSet(PROD), beside({ labelSelector, namespaceSelector: {} }))).toEqual([]);
    expect(ids(daemonSet(PROD), beside({ labelSelector, matchLabelKeys: ['release'] }))).toEqual(['ND310']);
    expect(ids(daemonSet(PROD), beside({ labelSelector: { matchLabels: { app: 'other' } } }))).toEqual(['ND310']);
    expect(ids(daemonSet(PROD), beside({ labelSelector }), client({}, {}, { kind: 'StatefulSet', labels: { app: 'agent' } }))).toEqual(['ND310']);
  });

  test('is accepted in the manifest of either', () => {
    const annotations = { 'cdk8s-node-daemons/acknowledged': '{"ND310":"the program asks again"}' };
    const reasons = (...manifests: any[]) => Analysis.of(manifests).findings.filter(({ id }) => id === 'ND310').map(({ acknowledged }) => acknowledged);
    const [daemon, pods] = [daemonSet(PROD), uses()];
    expect(reasons({ ...daemon, metadata: { ...daemon.metadata, annotations } }, pods)).toEqual(['the program asks again']);
    expect(reasons(daemon, { ...pods, metadata: { ...pods.metadata, annotations: { ...pods.metadata.annotations, ...annotations } } })).toEqual(['the program asks again']);
  });
});

describe('of several daemons of which one serves', () => {
  const group = (pool: string) => daemonSet({ nodeSelector: { pool } }, PORT, { name: pool, labels: { app: pool, kind: 'cache' } });
  const groups = [group('red'), group('blue')];
  const pools = (...values: string[]) => requiring([{ key: 'pool', operator: 'In', values }]);
  const WAYS: [string, (pod: any) => any[]][] = [
    ['its annotation', pod => [saying('agents/red|agents/blue', pod)]],
    ['a port', pod => [client(pod)]],
    ['a Service', pod => [service({ selector: { kind: 'cache' }, ...LOCAL }), client(pod, { args: ['agent:80'] })]],
  ];

  test.each(WAYS)('a client on the nodes of all is told nothing, by %s', (_, asking) => {
    expect(ids(...groups, ...asking(pools('red', 'blue')))).toEqual([]);
  });

  test.each(WAYS)('a client on more nodes is warned once, by %s', (_, asking) => {
    expect(said(...groups, ...asking({}))).toEqual([expect.stringMatching(
      new RegExp('^ND310 Deployment agents/client uses it or \'DaemonSet agents/blue\' on its own node.*, and may run without it: '
        + 'they are for nodes with pool=red or pool=blue, and the client is not bound to them: give both the same condition$'),
    )]);
  });

  test('a client of more than can be meant is told nothing', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => group(`p${i}`));
    expect([20, 21].map(count => ids(...many(count), client()))).toEqual([['ND310'], []]);
  });

  test.each(WAYS)('a client on other nodes fails, by %s', (_, asking) => {
    expect(ids(...groups, ...asking(pools('green')))).toEqual(['ND309']);
  });
});

test('a client that cannot be read says nothing', () => {
  const broken = saying('agents/agent', { nodeSelector: 7 });
  expect(ids(daemonSet(PROD), broken)).toEqual([]);
});
