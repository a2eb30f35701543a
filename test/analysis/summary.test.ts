import {
  ContainerPort, DaemonProfile, HostPath, NodeExpression, NodePlacement, NodeTerm, SecurityContext, TaintEffect, Toleration,
} from '../../src';
import { hostAccess } from '../../src/analysis/host-access';
import { nodesInWords } from '../../src/analysis/nodes-in-words';
import { podOf } from '../core/testing';

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

test('what a daemon touches of its node', () => {
  const pod = podOf({
    ports: [ContainerPort.udp(53, { hostPort: 53 }), ContainerPort.tcp(80)],
    hostPaths: [HostPath.readOnly('/var/log'), HostPath.readWrite('/var/lib/agent'), HostPath.readOnly('/var/lib/agent', { mountPath: '/again' })],
    securityContext: SecurityContext.root({ capabilities: ['NET_ADMIN'] }),
  }, { hostNamespaces: { pid: true }, sidecars: [{ name: 'helper', image: 'h:1', securityContext: SecurityContext.privileged() }] });
  expect(hostAccess(pod)).toEqual({
    namespaces: ['PID'], ports: ['UDP 53'], reads: ['/var/log'], writes: ['/var/lib/agent'], privileged: ['helper'], capabilities: ['NET_ADMIN'],
  });
});
