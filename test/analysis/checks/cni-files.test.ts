import { configMap, daemonSet, fails } from '../objects';

const MOUNTS = [{ name: 'net', mountPath: '/host/net.d' }, { name: 'bin', mountPath: '/host/bin/' }, { name: 'config', mountPath: '/config' }];
const volumes = [
  { name: 'net', hostPath: { path: '/etc/cni/net.d' } }, { name: 'bin', hostPath: { path: '/opt/cni/bin/' } }, { name: 'config', configMap: { name: 'agent' } },
];
const start = (name: string, command: string[], volumeMounts: any[] = MOUNTS) => ({ name, image: 'i:1', command, volumeMounts });
const script = (name: string, text: string, volumeMounts: any[] = MOUNTS) => start(name, ['sh', '-c', text], volumeMounts);
const of = (...initContainers: any[]) => daemonSet({ initContainers, volumes });
const onlyPrograms = [MOUNTS[1]];

describe('the order of the files (ND238)', () => {
  test.each<[string, any[]]>([
    ['two containers', [start('a', ['cp', '/10-a.conf', '/host/net.d/']), start('b', ['cp', '/a', '/host/bin/a'])]],
    ['one script', [script('a', 'cp /a.json /host/net.d/10-a.conflist\ncp /bin/* /host/bin/')]],
    ['a program that can only write programs', [script('a', 'cat /x > /host/net.d/10-a.conflist'), start('b', ['/install'], onlyPrograms)]],
  ])('%s', (_, containers) => {
    expect(fails('ND238', of(...containers))).toBe(true);
  });

  test.each<[string, any[]]>([
    ['programs first', [start('a', ['cp', '/a', '/host/bin/a']), start('b', ['cp', '/10-a.conf', '/host/net.d/'])]],
    ['a file that is no network', [start('a', ['cp', '/kubeconfig', '/host/net.d/agent.kubeconfig']), start('b', ['cp', '/a', '/host/bin/a'])]],
    ['a file that is renamed last', [script('a', 'cp /a.conf /host/net.d/10-a.conf.tmp; cp /a /host/bin/a; mv /host/net.d/10-a.conf.tmp /host/net.d/10-a.conf')]],
    ['programs that do what is not known', [start('a', ['/install-conf']), start('b', ['/install'])]],
  ])('not %s', (_, containers) => {
    expect(fails('ND238', of(...containers))).toBe(false);
  });
});

describe('files that are overwritten (ND239)', () => {
  test.each<[string, any]>([
    ['a program', start('a', ['cp', '/a', '/host/bin'])],
    ['programs of a script', script('a', 'set -e\nif [ ! -e /x ]; then\n  cp -v /a /b /host/bin/\nfi')],
    ['a program under a name that is made', script('a', 'for f in a b; do cp /bin/$f /host/bin/$f; done')],
    ['a configuration', script('a', 'echo "$CONFIGURATION" > /host/net.d/10-a.conflist')],
  ])('%s', (_, container) => {
    expect(fails('ND239', of(container))).toBe(true);
  });

  test.each<[string, any]>([
    ['with -f', start('a', ['cp', '-af', '/a', '/host/bin/a'])],
    ['by install', script('a', 'install -m 755 /a /host/bin/a')],
    ['by a name of its own', script('a', 'cp /a /host/bin/.a && mv /host/bin/.a /host/bin/a')],
    ['after it was removed', script('a', 'rm -f /host/bin/a; cp /a /host/bin/a')],
    ['in another directory', script('a', 'cp /a /host/bin.old/a')],
    ['what no runtime reads', script('a', 'echo x > /host/net.d/token')],
    ['where nothing of CNI is mounted', start('a', ['cp', '/a', '/host/bin/a'], [])],
  ])('not %s', (_, container) => {
    expect(fails('ND239', of(container))).toBe(false);
  });
});

describe('what a runtime reads (ND240)', () => {
  const network = (text: string, target = '10-a.conflist', daemon = of(start('a', ['cp', '/config/net', `/host/net.d/${target}`]))) =>
    fails('ND240', daemon, configMap({ net: text }));

  test.each([
    ...['{', '[]', '{}', '{"name": "a", "plugins": []}', '{"plugins": [{"type": "bridge"}]}', '{"name": "a", "plugins": [{}]}', '{"cniVersion": "1.0.0", "name": "a"}']
      .map(text => [text, '10-a.conflist']),
    ['{"name": "a", "plugins": [{"type": "bridge"}]}', '10-a.conf'],
    ['{"cniVersion": "1.0.0", "name": "a", "type": "bridge"}', '10-a.yaml'],
  ])('not %s as %s', (text, target) => {
    expect(network(text, target)).toBe(true);
  });

  test.each([
    ['{"name": "a", "plugins": [{"type": "bridge"}]}', '10-a.conflist'],
    ['{"cniVersion": "1.1.0", "name": "a"}', '10-a.conflist'],
    ['{"name": "a", "type": "bridge"}', '10-a.conf'],
    ['apiVersion: v1', 'a.kubeconfig'],
  ])('%s as %s', (text, target) => {
    expect(network(text, target)).toBe(false);
  });

  test.each<[string, any]>([
    ['a script that fills it in', of(script('a', 'sed s/__MTU__/1500/ /config/net > /tmp/net; cp /config/net /host/net.d/10-a.conflist'))],
    ['a program that may change it later', of(start('a', ['cp', '/config/net', '/host/net.d/10-a.conflist']), start('b', ['/agent']))],
    ['another source', of(start('a', ['cp', '/net', '/host/net.d/10-a.conflist']))],
  ])('nothing is known of %s', (_, daemon) => {
    expect(network('{', undefined, daemon)).toBe(false);
  });

  test('a ConfigMap can have the file under another name, or be a part of a volume', () => {
    const copy = { initContainers: [start('a', ['install-conf', '/config/x.json', '/host/net.d/10-a.conflist'])] };
    const from = (source: object) => daemonSet({ ...copy, volumes: [...volumes.slice(0, 2), { name: 'config', ...source }] });
    const items = [{ key: 'net', path: 'x.json' }];
    expect(network('{', undefined, from({ configMap: { name: 'agent', items } }))).toBe(true);
    expect(network('{', undefined, from({ projected: { sources: [{ configMap: { name: 'agent', items } }] } }))).toBe(true);
    const part = [MOUNTS[0], { name: 'config', mountPath: '/net.json', subPath: 'net' }];
    expect(network('{', undefined, of(start('a', ['cp', '/net.json', '/host/net.d/10-a.conflist'], part)))).toBe(true);
  });
});

describe('a network without host ports (ND241)', () => {
  const client = (port: object, pod: object = {}) => daemonSet(pod, { ports: [port] }, { name: 'client' });
  const found = (text: string, daemon = client({ containerPort: 80, hostPort: 80 })) =>
    fails('ND241', daemon, of(start('a', ['cp', '/config/net', '/host/net.d/10-a.conflist'])), configMap({ net: text }));
  const FLANNEL = '{"name": "a", "plugins": [{"type": "flannel", "delegate": {"type": "bridge", "ipam": {"type": "host-local"}}}]}';

  test('flannel alone has none', () => {
    expect(found(FLANNEL)).toBe(true);
  });

  test.each([
    ['a plugin has them', FLANNEL.replace(']', ', {"type": "portmap", "capabilities": {"portMappings": true}}]'), undefined],
    ['the plugin may have its own', '{"name": "a", "plugins": [{"type": "cilium-cni"}]}', undefined],
    ['no host port is asked for', FLANNEL, client({ containerPort: 80 })],
    ['the port is the node\'s own', FLANNEL, client({ containerPort: 80, hostPort: 80 }, { hostNetwork: true })],
  ])('not when %s', (_, text, daemon) => {
    expect(found(text, daemon)).toBe(false);
  });
});
