import { complaints, daemonSet, hostPath } from '../objects';

test.each(['C:\\var\\log', 'c:/var/log', '\\\\.\\pipe\\containerd-containerd', '/', '/var/log'])('%s starts at a root', path => {
  expect(complaints('ND211', daemonSet(...hostPath(path)))).toBe(0);
});

test('a colon is part of many names', () => {
  for (const mountPath of ['C:\\logs', '/etc/docker/certs.d/registry.local:5000', '/dev/serial/by-path/pci-0000:00:14.0']) {
    expect(complaints('ND211', daemonSet(...hostPath('/var/log', { mountPath })))).toBe(0);
  }
});

test('several options are options', () => {
  expect(complaints('ND211', daemonSet(...hostPath('/proc', { mountPath: '/host/proc:ro,rslave' })))).toBe(1);
});
