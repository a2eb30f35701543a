import { configMap, daemonSet, fails, hostPath } from '../objects';

describe('a file to be created (ND243)', () => {
  const creating = (path: string, ...others: any[]) => daemonSet({
    volumes: [{ name: 'file', hostPath: { path, type: 'FileOrCreate' } }, ...others.map((one, i) => ({ name: `v${i}`, hostPath: one }))],
  });

  test.each([['/run/xtables.lock'], ['/var/run/agent.pid'], ['/etc/cni/net.d/x.conf'], ['/var/lib/kubelet/agent'], ['/agent']])('%s lies in a directory of every node', path => {
    expect(fails('ND243', creating(path))).toBe(false);
  });

  test.each<[string, any]>([
    ['the directory', { path: '/var/lib/agent/', type: 'DirectoryOrCreate' }],
    ['a directory below it', { path: '/var/lib/agent/a/b', type: 'DirectoryOrCreate' }],
    ['the directory, without a type', { path: '/var/lib/agent' }],
  ])('another volume makes %s', (_, other) => {
    expect(fails('ND243', creating('/var/lib/agent/state', other))).toBe(false);
  });

  test.each<[string, any[]]>([['/var/lib/agent/state', []], ['/run/agent/lock', [{ path: '/run/agent/lock', type: 'File' }]], ['/etc/agent/a', [{ path: '/etc', type: 'Directory' }]]])(
    '%s lies in none that anybody makes', (path, others) => {
      expect(fails('ND243', creating(path, ...others))).toBe(true);
    });
});

describe('the lock of iptables (ND244)', () => {
  const admin = { securityContext: { capabilities: { add: ['NET_ADMIN'] } } };
  const agent = (container: any, pod: any = {}) => daemonSet({ hostNetwork: true, ...pod }, { ...admin, ...container });
  const flannel = { command: ['/opt/bin/flanneld'], args: ['--ip-masq', '--kube-subnet-mgr'] };

  test.each<[string, any]>([
    ['a script', { command: ['sh', '-c', 'set -e; iptables-restore < /rules'] }],
    ['a program', { command: ['/sbin/ip6tables', '-L'] }],
    ['a flag', { args: ['--iptables=true', '--host-ip=$(HOST_IP)'] }],
    ['a mode', { args: ['--proxy-mode=iptables'], securityContext: { privileged: true } }],
    ['flannel', flannel],
  ])('%s needs it', (_, container) => {
    expect(fails('ND244', agent(container))).toBe(true);
  });

  test.each([
    ['the flag is off', { args: ['--iptables=false'] }, {}],
    ['nftables are meant', { command: ['iptables-nft', '-L'] }, {}],
    ['the rules are those of the pod', { command: ['iptables', '-L'] }, { hostNetwork: false }],
    ['it may not change them', { command: ['iptables', '-L'], securityContext: {} }, {}],
    ['the script enters the node', { command: ['sh', '-c', 'nsenter -t 1 -m; iptables -L'] }, {}],
    ['nothing says so', { command: ['/agent'] }, {}],
  ])('not when %s', (_, container, pod) => {
    expect(fails('ND244', agent(container, pod))).toBe(false);
  });

  test.each([['/run/xtables.lock', '/run/xtables.lock'], ['/var/run', '/run'], ['/run', '/var/run'], ['/', '/host']])('%s at %s has it', (path, mountPath) => {
    const [pod, mounts] = hostPath(path, { mountPath });
    expect(fails('ND244', agent({ ...flannel, ...mounts }, pod))).toBe(false);
  });

  test('flannel can do without iptables', () => {
    const pod = { volumes: [{ name: 'c', configMap: { name: 'agent' } }] };
    const container = { ...flannel, volumeMounts: [{ name: 'c', mountPath: '/c' }] };
    expect(fails('ND244', agent(container, pod), configMap({ 'net-conf.json': '{"EnableNFTables": true}' }))).toBe(false);
    expect(fails('ND244', agent(container, pod), configMap({ 'net-conf.json': '{"EnableNFTables": false}' }))).toBe(true);
  });
});

test.each<[string, string | undefined, boolean]>([
  ['/var/run/tracer/apm.socket', undefined, true], ['/run/containerd/containerd.sock', 'Socket', true], ['/run/agent/api', 'Socket', true],
  ['/run/dbus/system_bus_socket', 'Socket', false], ['/run/systemd/private', 'Socket', false], ['/run/agent', 'Directory', false], ['/run/agent.sock.d', undefined, false],
])('%s of type %s is a socket that may be made anew (ND407): %s', (path, type, isFound) => {
  expect(fails('ND407', daemonSet(...hostPath(path, {}, type)))).toBe(isFound);
});

test('a socket is found in a client too (ND407)', () => {
  const { spec } = daemonSet(...hostPath('/run/agent/api.sock'));
  expect(fails('ND407', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'client' }, spec })).toBe(true);
});
