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

const preparing = (container: any) => {
  const [volumes, { volumeMounts }] = hostPath('/var/lib/agent');
  return daemonSet({ ...volumes, initContainers: [{ name: 'prepare', image: 'example.com/tools:1.0', volumeMounts, ...container }] }, {}, { name: 'b' });
};

test.each<[string, any, number]>([
  ['gives the directory away', { command: ['chown', '1000', '/var/lib/agent'] }, 0],
  ['does nothing else in a script', { command: ['sh', '-ec'], args: ['chown -R 1000 /data && chmod 0750 /data 2>/dev/null; setfattr -n security.selinux -v a:b:c:s0 /data'] }, 0],
  ['writes besides', { command: ['sh', '-c', 'chown 1000 /data && touch /data/ready'] }, 1],
  ['writes what it prints', { command: ['sh', '-c', 'chown -v 1000 /data >> /data/log'] }, 1],
  ['runs what its image has', {}, 1],
])('an init container that %s is a writer as far as it writes', (_, container, findings) => {
  expect(complaints('ND303', writer('a', '/var/lib/agent'), preparing(container))).toBe(findings);
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
