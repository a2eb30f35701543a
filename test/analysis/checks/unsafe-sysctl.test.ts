import { findingsOf } from '../checks';
import { daemonSet } from '../objects';

const setting = (name: string) => [daemonSet({ securityContext: { sysctls: [{ name, value: '1' }] } })];

test('slashes separate as dots do', () => {
  expect(findingsOf('ND205', setting('net/ipv4/tcp_syncookies'))).toEqual([]);
});

test('an older kubelet knows fewer', () => {
  expect(findingsOf('ND205', setting('net.ipv4.tcp_rmem'), { kubernetesVersion: '1.32' })).toHaveLength(0);
  expect(findingsOf('ND205', setting('net.ipv4.tcp_rmem'), { kubernetesVersion: '1.31' })).toHaveLength(1);
});
