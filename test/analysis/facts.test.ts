import {
  ContainerPort, DaemonProfile, HostPath, NodeExpression, NodePlacement, NodeTerm, SecurityContext, TaintEffect, Toleration,
} from '../../src';
import { Analysis } from '../../src/analysis/analysis';
import { Daemon } from '../../src/analysis/daemon';
import { factsOf } from '../../src/analysis/facts-of';
import { nodesInWords } from '../../src/analysis/nodes-in-words';
import { daemonSetOf, podOf } from '../core/testing';

describe('the nodes in words', () => {
  const on = (placement?: NodePlacement) => nodesInWords(podOf({}, { profile: DaemonProfile.BARE, placement }));

  test.each<[string, NodePlacement | undefined]>([
    ['every node; no taints but those of node conditions', undefined],
    ['nodes with kubernetes.io/os=linux, eks.amazonaws.com/compute-type≠fargate, type≠virtual-kubelet; any taint', NodePlacement.everyNode()],
    ['nodes with disk=ssd, zone in (a, b), no old or size>4, size<9; taints dedicated=logs:NoSchedule', NodePlacement.exactly({
      nodeSelector: { disk: 'ssd' },
      required: [
        NodeTerm.all(NodeExpression.in('zone', 'a', 'b'), NodeExpression.doesNotExist('old')),
        NodeTerm.all(NodeExpression.greaterThan('size', 4), NodeExpression.lessThan('size', 9)),
      ],
      tolerations: [Toleration.equal('dedicated', 'logs', { effect: TaintEffect.NO_SCHEDULE })],
    })],
    ['nodes with gpu, metadata.name≠a; taints any:NoExecute', NodePlacement.exactly({
      required: [NodeTerm.of({ matchFields: [NodeExpression.notIn('metadata.name', 'a')], matchExpressions: [NodeExpression.exists('gpu')] })],
      tolerations: [Toleration.effect(TaintEffect.NO_EXECUTE)],
    })],
  ])('%s', (words, placement) => {
    expect(on(placement)).toBe(words);
  });
});

test('the facts of a daemon', () => {
  const manifest = daemonSetOf({
    ports: [ContainerPort.udp(53, { hostPort: 53 }), ContainerPort.tcp(80)],
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.readWrite('/var/lib/agent'), HostPath.readOnly('/var/lib/agent', { mountPath: '/again' })],
    securityContext: SecurityContext.root({ capabilities: ['NET_ADMIN'] }),
    resources: { requests: { cpu: '100m' }, limits: { cpu: '1', memory: '64Mi' } },
  }, {
    hostNamespaces: { pid: true },
    sidecars: [{ name: 'helper', image: 'h:1', securityContext: SecurityContext.privileged(), resources: { limits: { memory: '0.5Gi' } } }],
    acknowledge: [{ id: 'ND401', reason: 'it is listed' }],
  });
  const { images, updateStrategy, serviceAccount, nodes, position, podSecurity, ...facts } = factsOf(new Daemon(() => 'agent', manifest), 3);
  expect({ images, updateStrategy, serviceAccount, position }).toEqual({
    images: ['example.com/agent:1', 'h:1'], updateStrategy: 'RollingUpdate, maxUnavailable 10%', serviceAccount: 'default', position: 3,
  });
  expect(facts).toEqual({
    name: manifest.metadata.name,
    namespace: 'agents',
    hostNamespaces: ['PID'],
    hostPorts: [{ port: 53, protocol: 'UDP', address: '0.0.0.0', container: 'agent', isImplied: false }],
    hostPaths: [
      { path: '/var/log', type: 'Directory', readers: ['agent'], writers: [] },
      { path: '/var/lib/agent', type: 'DirectoryOrCreate', readers: [], writers: ['agent'] },
    ],
    privileged: ['helper'],
    capabilities: ['NET_ADMIN'],
    requests: { cpu: '100m', memory: '576Mi' },
    limits: { memory: '576Mi' },
  });
});

test('under host networking every declared port is one of the node', () => {
  const { hostPorts } = factsOf(new Daemon(() => 'agent', daemonSetOf({ ports: [ContainerPort.tcp(80)] }, { hostNamespaces: { network: true } })), 0);
  expect(hostPorts).toEqual([{ port: 80, protocol: 'TCP', address: '0.0.0.0', container: 'agent', isImplied: true }]);
});

describe('Pod Security', () => {
  const manifest = (pod: object, name = 'agent') => ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'agents' },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'c', image: 'c:1' }], ...pod } } },
  });
  const restricted = {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ name: 'c', image: 'c:1', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
  };

  test('a need says from which policy version it holds, and what the next stricter level asks for', () => {
    const probe = { httpGet: { port: 80, host: '127.0.0.1' } };
    const [daemon] = Analysis.of([manifest({ ...restricted, containers: [{ ...restricted.containers[0], readinessProbe: probe }] })]).daemons;
    expect(daemon.podSecurity).toEqual([
      { since: '1.28', level: 'restricted', reasons: [] },
      {
        since: '1.34',
        level: 'privileged',
        reasons: [{
          level: 'baseline',
          check: 'hostProbesAndHostLifecycle',
          fields: ['spec.template.spec.containers[0].readinessProbe.httpGet.host'],
          message: daemon.podSecurity[1].reasons[0].message,
        }],
      },
    ]);
    expect(daemon.podSecurity[1].reasons[0].message).toContain('127.0.0.1');
  });

  test('a namespace needs what its most demanding daemon needs', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } };
    const { namespaces } = Analysis.of([namespace, manifest(restricted, 'modest'), manifest({ ...restricted, hostPID: true }, 'curious')]);
    expect(namespaces).toEqual([{
      name: 'agents',
      daemons: ['modest', 'curious'],
      podSecurityLevel: 'privileged',
      podSecurityReasons: { curious: [{ level: 'baseline', check: 'hostNamespaces', fields: ['spec.template.spec.hostPID'], message: 'host namespaces (hostPID=true)' }] },
      enforced: 'baseline:latest',
    }]);
  });
});
