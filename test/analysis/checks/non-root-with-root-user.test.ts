import { complaints, daemonSet } from '../objects';

test('a container has from the pod what it does not state', () => {
  const ofPod = (securityContext: any, own: any = {}) => daemonSet({ securityContext }, { securityContext: own });
  expect(complaints('ND212', ofPod({ runAsNonRoot: true, runAsUser: 0 }))).toBe(1);
  expect(complaints('ND212', ofPod({ runAsUser: 0 }, { runAsNonRoot: true }))).toBe(1);
  expect(complaints('ND212', ofPod({ runAsNonRoot: true, runAsUser: 0 }, { runAsUser: 1000 }))).toBe(0);
  expect(complaints('ND212', ofPod({ runAsNonRoot: true }))).toBe(0);
});
