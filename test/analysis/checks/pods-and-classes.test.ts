import { complaints, daemonSet, fails } from '../objects';

describe('capabilities of users (ND245)', () => {
  const capabilities = { add: ['NET_RAW'] };

  test.each<[string, any, any, boolean]>([
    ['a user of the pod', { securityContext: { runAsUser: 65532 } }, {}, true],
    ['any user but root', { securityContext: { runAsNonRoot: true } }, {}, true],
    ['root', { securityContext: { runAsUser: 65532 } }, { runAsUser: 0 }, false],
    ['the user of the image', {}, {}, false],
    ['a privileged user', { securityContext: { runAsUser: 65532 } }, { privileged: true }, false],
  ])('%s needs them in the file: %s', (_, pod, securityContext, isFound) => {
    expect(fails('ND245', daemonSet(pod, { securityContext: { capabilities, ...securityContext } }))).toBe(isFound);
  });
});

describe('the Guaranteed class (ND246)', () => {
  const full = { resources: { limits: { cpu: '100m', memory: '50Mi' }, requests: { cpu: '0.1' } } };
  const init = (container: object) => [{ name: 'init', image: 'i:1', ...container }];

  test.each<[string, any, any, boolean]>([
    ['no limits', { initContainers: init({}) }, full, true],
    ['a request below the limit', { initContainers: init({ resources: { limits: full.resources.limits, requests: { cpu: '1m' } } }) }, full, true],
    ['limits', { initContainers: init(full) }, full, false],
    ['no limits, beside a container without', { initContainers: init({}) }, { resources: { limits: { cpu: 1 } } }, false],
    ['no limits, in a pod with its own', { initContainers: init({}), resources: { limits: { cpu: '1', memory: '1Gi' } } }, full, false],
  ])('an init container with %s takes it away', (_, pod, container, isFound) => {
    expect(fails('ND246', daemonSet(pod, container))).toBe(isFound);
  });
});

describe('critical pods on GKE (ND806)', () => {
  const priorityClassName = 'system-node-critical';
  const node = (labels: object) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', labels } });
  const affinity = (...terms: object[]) => ({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } });
  const gke = { matchExpressions: [{ key: 'cloud.google.com/gke-nodepool', operator: 'Exists' }] };
  const other = { matchExpressions: [{ key: 'cloud.google.com/gke-nodepool', operator: 'DoesNotExist' }] };
  const quota = (spec: object) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'q', namespace: 'agents' }, spec });

  test.each<[string, any[], boolean]>([
    ['by the nodes', [daemonSet({ priorityClassName }), node({ 'cloud.google.com/gke-nodepool': 'a' })], true],
    ['by the affinity', [daemonSet({ priorityClassName, affinity: affinity(gke) })], true],
    ['not by an affinity for others too', [daemonSet({ priorityClassName, affinity: affinity(gke, other) })], false],
    ['not by other nodes', [daemonSet({ priorityClassName }), node({ 'eks.amazonaws.com/nodegroup': 'a' })], false],
    ['not in kube-system', [daemonSet({ priorityClassName, affinity: affinity(gke) }, {}, { namespace: 'kube-system' })], false],
    ['not of another class', [daemonSet({ priorityClassName: 'agents', affinity: affinity(gke) })], false],
    ['not with a quota for all classes', [
      daemonSet({ priorityClassName, affinity: affinity(gke) }), quota({ scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'Exists' }] } }),
    ], false],
    ['with another quota', [daemonSet({ priorityClassName, affinity: affinity(gke) }), quota({ hard: { pods: 1 } })], true],
  ])('%s', (_, manifests, isFound) => {
    expect(fails('ND806', ...manifests)).toBe(isFound);
  });
});

test('a Pod Security label is found on the DaemonSet and on its pods (ND807)', () => {
  const labels = { 'app': 'agent', 'pod-security.kubernetes.io/warn-version': 'v1.30' };
  const daemon = daemonSet({}, {}, { labels });
  expect(complaints('ND807', { ...daemon, metadata: { ...daemon.metadata, labels } })).toBe(2);
});
