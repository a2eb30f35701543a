import { complaints, daemonSet } from '../objects';

const reading = (securityContext: object, podSecurityContext: object = {}) => daemonSet(
  { securityContext: podSecurityContext, volumes: [{ name: 'logs', hostPath: { path: '/var/log/', type: '' } }] },
  { securityContext, volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }] },
);

test.each<[string, number, object, object?]>([
  ['root', 0, { runAsUser: 0, runAsGroup: 1000 }],
  ['nobody says which user', 0, { runAsGroup: 1000 }],
  ['a user without a group', 0, { runAsUser: 1000 }],
  ['a user of another group', 1, { runAsUser: 1000, runAsGroup: 1000 }],
  ['the group 0 beside its own', 0, { runAsUser: 1000, runAsGroup: 1000 }, { supplementalGroups: [0] }],
  ['both from the pod', 1, {}, { runAsUser: 1000, runAsGroup: 1000 }],
  ['a capability', 0, { runAsUser: 1000, runAsGroup: 1000, capabilities: { add: ['DAC_READ_SEARCH'] } }],
])('%s: %d complaints', (_, count, own, ofPod = {}) => {
  expect(complaints('ND222', reading(own, ofPod))).toBe(count);
});
