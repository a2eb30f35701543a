import { complaints, daemonSet } from '../objects';

const policy = (podSelector: any, namespace = 'agents') =>
  ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'policy', namespace }, spec: { podSelector } });
const onHost = daemonSet({ hostNetwork: true });

test('a policy for the whole namespace is not about this daemon', () => {
  expect(complaints('ND308', onHost, policy({}), policy({ matchLabels: {} }))).toBe(0);
});

test('expressions select too', () => {
  expect(complaints('ND308', onHost, policy({ matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }] }))).toBe(1);
  expect(complaints('ND308', onHost, policy({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['agent'] }] }))).toBe(0);
});

test('a policy of another namespace, and one that cannot be read, select nothing', () => {
  expect(complaints('ND308', onHost, policy({ matchLabels: { app: 'agent' } }, 'others'), policy({ matchLabels: { app: 1 } }), policy('agent'),
    policy({ matchLabels: { app: 'agent' }, matchExpressions: ['app'] }))).toBe(0);
});
