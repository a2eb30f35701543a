import { complaints, daemonSet, hostPath } from '../objects';

const cni = (path: string, { mount = {}, ...pod }: any = {}) => {
  const [volumes, mounts] = hostPath(path, mount);
  return complaints('ND224', daemonSet({ hostNetwork: true, ...volumes, ...pod }, mounts));
};

test('the directory may be that of a distribution, or one file in it', () => {
  expect(cni('/var/lib/rancher/k3s/agent/etc/cni/net.d')).toBe(1);
  expect(cni('/etc/cni/net.d/10-agent.conflist')).toBe(1);
});

test('the toleration of that one taint is enough', () => {
  expect(cni('/etc/cni/net.d', { tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] })).toBe(0);
});

test('who reads the configuration, or brings a program for another network, can wait', () => {
  expect(cni('/etc/cni/net.d', { mount: { readOnly: true } })).toBe(0);
  expect(cni('/opt/cni/bin')).toBe(0);
});

test('a pod without host networking waits for a network in any case', () => {
  expect(cni('/etc/cni/net.d', { hostNetwork: false })).toBe(0);
});
