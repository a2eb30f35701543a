import { admitCompanion } from '../../src/kubernetes/companion-admission';
import type { Companion } from '../../src/kubernetes/decode';

function stored(kind: Companion, object: Record<string, unknown>): unknown {
  const { stored: made, problems, errors } = admitCompanion(kind, { kind, metadata: { name: 'a' }, ...object });
  expect([problems, errors]).toEqual([[], []]);
  return made;
}

test('a Service balances within the cluster', () => {
  expect(stored('Service', { spec: { ports: [{ port: 80 }] } })).toMatchObject({
    spec: { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }] },
  });
});

test('a Service for outsiders lets all nodes answer', () => {
  expect(stored('Service', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } })).toMatchObject({
    spec: { externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true },
  });
});

test('a Service remembers its clients for three hours', () => {
  expect(stored('Service', { spec: { sessionAffinity: 'ClientIP', ports: [{ port: 80 }] } })).toMatchObject({
    spec: { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } },
  });
});

test('a NetworkPolicy is about what comes in, and about what goes out where it has rules for that', () => {
  const rule = { ports: [{ port: 80 }] };
  expect(stored('NetworkPolicy', { spec: { ingress: [rule] } })).toMatchObject({ spec: { policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }] } });
  expect(stored('NetworkPolicy', { spec: { egress: [rule] } })).toMatchObject({ spec: { policyTypes: ['Ingress', 'Egress'], egress: [{ ports: [{ port: 80, protocol: 'TCP' }] }] } });
});

test('a headless Service needs no ports', () => expect(stored('Service', { spec: { clusterIP: 'None' } })).toMatchObject({ spec: { clusterIP: 'None' } }));

test('a binding is to a role of the RBAC group, for users and groups of that group', () => {
  expect(stored('RoleBinding', {
    roleRef: { kind: 'Role', name: 'r' },
    subjects: [{ kind: 'User', name: 'u' }, { kind: 'ServiceAccount', name: 's' }],
  })).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'u' }, { kind: 'ServiceAccount', name: 's' }],
  });
});

test('a Namespace is labelled with its name', () => {
  expect(stored('Namespace', {})).toEqual({
    kind: 'Namespace',
    metadata: { name: 'a', labels: { 'kubernetes.io/metadata.name': 'a' } },
    spec: { finalizers: ['kubernetes'] },
  });
});

test('an object of the whole cluster loses the namespace that it claims', () => {
  expect(stored('ClusterRole', { metadata: { name: 'a', namespace: 'b' } })).toMatchObject({ metadata: { name: 'a' } });
  expect(stored('ClusterRole', { metadata: { name: 'a', namespace: 'b' } })).not.toHaveProperty('metadata.namespace');
});

test('a ServiceAccount keeps of its secrets the names', () => {
  expect(stored('ServiceAccount', { secrets: [{ name: 's', kind: 'Secret' }] })).toMatchObject({ secrets: [{ name: 's' }] });
});
