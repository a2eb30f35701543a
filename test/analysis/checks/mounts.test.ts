import { daemonSet, fails, hostPath, mounting } from '../objects';

test.each<[string, ...[string, string][]]>([
  ['links alone', ['/var/log/containers', '/var/log/containers']],
  ['links and files under another name', ['/var/log', '/host/log'], ['/var/lib/docker/containers', '/var/lib/docker/containers']],
  ['the files of Docker alone', ['/var/lib/docker/containers', '/var/lib/docker/containers']],
  ['the files of Docker elsewhere', ['/data/docker/containers', '/logs']],
])('%s lead nowhere (ND507)', (_, ...paths) => {
  expect(fails('ND507', daemonSet(...mounting(...paths)))).toBe(true);
});

test.each<[string, ...[string, string][]]>([
  ['all logs', ['/var/log/', '/var/log']],
  ['links and files', ['/var/log/containers', '/var/log/containers'], ['/var/log/pods', '/var/log/pods']],
  ['files alone, where the program reads them', ['/var/log/pods', '/pods'], ['/var/lib/docker/containers', '/docker']],
  ['all of /var', ['/var', '/var'], ['/var/lib/docker/containers', '/docker']],
  ['all logs for something else', ['/var/log', '/host/log']],
  ['the node as a whole', ['/', '/host']],
])('%s are fine (ND507)', (_, ...paths) => {
  expect(fails('ND507', daemonSet(...mounting(...paths)))).toBe(false);
});

describe('a directory of the whole node (ND402)', () => {
  const writing = (path: string, mount: object = {}) => daemonSet(...hostPath(path, mount, 'Directory'));

  test.each<[string, object]>([
    ['/', {}], ['/var//log/', {}], ['/run', {}], ['/var', { subPath: 'lib' }], ['/var', {}], ['/', { subPath: 'etc' }], ['/etc/kubernetes/manifests', {}], ['/etc/kubernetes', {}],
    ['/run/containerd', {}], ['/var/run/containerd', {}], ['/run/k3s', {}],
  ])('%s %j is found', (path: string, mount: object) => {
    expect(fails('ND402', writing(path, mount))).toBe(true);
  });

  test.each<[string, object]>([
    ['/dev', {}], ['/tmp', {}], ['/var/lib/kubelet/pods', {}], ['/var/lib/kubelet/device-plugins', {}], ['/etc/cni/net.d', {}], ['/opt/cni/bin', {}],
    ['/var/log/agent', {}], ['/var/lib/agent', {}], ['/runs', {}],
    ['/var/log', { readOnly: true }], ['/var/log', { subPath: 'agent' }], ['/var/log', { subPathExpr: '$(NAME)' }],
  ])('%s %j is none', (path: string, mount: object) => {
    expect(fails('ND402', writing(path, mount))).toBe(false);
  });
});

test.each([['/var/run/docker.sock'], ['/run/k3s/containerd/containerd.sock'], ['/run/containerd']])('%s is the way to the runtime, read-only or not (ND404)', path => {
  expect(fails('ND404', daemonSet(...mounting([path, '/x'])))).toBe(true);
});

test.each([['/run/agent.sock'], ['/var/lib/containerd'], ['/run/xdocker.sock']])('%s is not (ND404)', path => {
  expect(fails('ND404', daemonSet(...mounting([path, '/x'])))).toBe(false);
});
