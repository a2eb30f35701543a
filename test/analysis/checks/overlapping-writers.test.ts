import { complaints, daemonSet, hostPath } from '../objects';

const writer = (name: string, path: string, { type = undefined as string | undefined, mount = {}, pod = {} } = {}) => {
  const [volumes, mounts] = hostPath(path, mount, type);
  return daemonSet({ ...volumes, ...pod }, mounts, { name });
};

test.each(['/', '/var/log', '/var/log/pods', '/run', '/var/run', '/dev/shm', '/sys/fs/bpf', '/etc/cni/net.d', '/var/lib/kubelet/plugins_registry',
  '/var/snap/microk8s/common/var/lib/kubelet/pods', '/run/xtables.lock', '/var/run/docker.sock', '/lib/modules'])('%s is for everybody', path => {
  expect(complaints('ND303', writer('a', path), writer('b', path))).toBe(0);
});

test('two spellings of one place are one place', () => {
  expect(complaints('ND303', writer('a', '/var/run/agent/'), writer('b', '/run/agent'))).toBe(1);
  expect(complaints('ND303', writer('a', '/var/lib/agent'), writer('b', '/var/lib/agent-two'))).toBe(0);
});

test('who only reads is no writer', () => {
  expect(complaints('ND303', writer('a', '/var/lib/agent'), writer('b', '/var/lib/agent', { mount: { readOnly: true } }))).toBe(0);
});

test('a sub-path is a place of its own', () => {
  expect(complaints('ND303', writer('a', '/var/lib', { mount: { subPath: 'a' } }), writer('b', '/var/lib', { mount: { subPath: 'b' } }))).toBe(0);
});

test('daemons for different systems never meet', () => {
  const on = (os: string) => ({ pod: { nodeSelector: { 'kubernetes.io/os': os } } });
  expect(complaints('ND303', writer('a', '/var/lib/agent', on('linux')), writer('b', '/var/lib/agent', on('windows')))).toBe(0);
});

test('two manifests of one name are one daemon', () => {
  expect(complaints('ND303', writer('a', '/var/lib/agent'), writer('a', '/var/lib/agent'))).toBe(0);
});
