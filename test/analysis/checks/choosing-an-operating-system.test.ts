import { complaints, daemonSet } from '../objects';

const everywhere = { tolerations: [{ operator: 'Exists' }], os: undefined as any };
const affinity = (key: string) => ({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'NotIn', values: ['windows'] }] }] } } });

test('an affinity and the old label choose too', () => {
  for (const pod of [{ affinity: affinity('kubernetes.io/os') }, { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }]) {
    expect(complaints('ND226', daemonSet({ ...everywhere, ...pod }))).toBe(0);
    expect(complaints('ND204', daemonSet({ ...pod, os: { name: 'linux' } }))).toBe(0);
  }
  expect(complaints('ND226', daemonSet({ ...everywhere, affinity: affinity('zone') }))).toBe(1);
});

test('one mistake is told once', () => {
  const manifest = daemonSet({ ...everywhere, os: { name: 'linux' } });
  expect([complaints('ND204', manifest), complaints('ND226', manifest)]).toEqual([1, 0]);
});

test('tolerating every eviction brings no pod to a node that repels it', () => {
  expect(complaints('ND226', daemonSet({ tolerations: [{ operator: 'Exists', effect: 'NoExecute' }] }))).toBe(0);
});
