import { daemonSet, fails } from '../objects';

const init = { initContainers: [{ name: 'init', image: 'i:1' }] };
const full = { resources: { requests: { cpu: '10m' }, limits: { memory: '64Mi' } } };

test.each(['ND502', 'ND506'])('a container that ends before the others start needs no resources (%s)', id => {
  expect(fails(id, daemonSet(init, full))).toBe(false);
});

test.each(['ND502', 'ND506'])('a sidecar does (%s)', id => {
  expect(fails(id, daemonSet({ initContainers: [{ ...init.initContainers[0], restartPolicy: 'Always' }] }, full))).toBe(true);
});

test.each(['ND502', 'ND506'])('resources of the pod are those of its containers (%s)', id => {
  expect(fails(id, daemonSet(full))).toBe(false);
});

test('a priority class for all pods is one (ND503)', () => {
  expect(fails('ND503', daemonSet(), { kind: 'PriorityClass', metadata: { name: 'all' }, globalDefault: true })).toBe(false);
});

test.each([['agent@sha256:' + '0'.repeat(64)], ['agent:latest@sha256:' + '0'.repeat(64)], ['localhost:5000/agent:1'], ['Not An Image']])('%s does not float (ND501)', image => {
  expect(fails('ND501', daemonSet({}, { image }))).toBe(false);
});

test('a port of the registry is no tag (ND501)', () => {
  expect(fails('ND501', daemonSet({}, { image: 'localhost:5000/agent' }))).toBe(true);
});
