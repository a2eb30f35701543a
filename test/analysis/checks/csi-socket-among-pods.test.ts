import { complaints, daemonSet } from '../objects';

const plugin = (mounts: [string, string][], container: any = {}) => daemonSet({
  volumes: mounts.map(([path], i) => ({ name: `v${i}`, hostPath: { path, type: 'Directory' } })),
}, { volumeMounts: mounts.map(([, mountPath], i) => ({ name: `v${i}`, mountPath })), ...container });

test('the directory of pods is mounted by every plugin, and only a socket in it is wrong', () => {
  expect(complaints('ND230', plugin([['/var/lib/kubelet/pods', '/var/lib/kubelet/pods'], ['/var/lib/kubelet/plugins/csi.example.com', '/csi']]))).toBe(0);
});

test.each<[string, any]>([
  ['a flag', { args: ['--csi-address=/sockets/csi.sock'] }],
  ['a flag and its value', { command: ['driver', '--endpoint', 'unix:///sockets/csi.sock'] }],
  ['a variable', { args: ['--endpoint=$(CSI_ENDPOINT)'], env: [{ name: 'CSI_ENDPOINT', value: 'unix:///sockets/csi.sock' }] }],
])('the socket is where %s says', (_what, container) => {
  expect(complaints('ND230', plugin([['/var/lib/kubelet/pods/', '/sockets']], container))).toBe(1);
});

test('the registry tells where the kubelet is', () => {
  expect(complaints('ND230', plugin([['/data/k8s/plugins_registry', '/registration'], ['/data/k8s/pods', '/csi']]))).toBe(1);
});
