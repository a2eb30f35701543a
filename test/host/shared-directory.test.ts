import { assert, constantFrom, property, string } from 'fast-check';
import { HostPathType, MountPropagation, SeLinuxSharing, SharedDirectory } from '../../src';

const OWN = '/var/lib/share';
const OPEN = [
  '/', '/etc', '/var', '/var/log', '/var/run', '/run', '/var/lib', '/var/lib/kubelet', '/var/lib/kubelet/plugins', '/opt', '/usr', '/boot', '/root', '/home', '/tmp',
  '/dev', '/mnt', '/srv', '/etc/kubernetes', '/etc/cni', '/etc/cni/net.d', '/opt/cni',
];
const CLOSED = [
  '/proc', '/sys', '/bin', '/lib', '/sbin', '/usr/bin', '/etc/kubernetes/manifests', '/var/lib/kubelet/pods', '/var/lib/kubelet/plugins_registry',
  '/var/lib/kubelet/device-plugins', '/var/lib/etcd', '/var/log/pods', '/opt/cni/bin', '/run/containerd', '/var/run/containerd', '/var/lib/containerd', '/var/lib/docker',
];

describe('a shared directory is seen by the daemon', () => {
  test('where it is on the node, unless another path is given', () => {
    expect(SharedDirectory.owned(OWN)).toMatchObject({ path: OWN, mountPath: OWN, isOwned: true, socketPath: undefined });
    expect(SharedDirectory.foreign('/var/log', { mountPath: '/logs' })).toMatchObject({ path: '/var/log', mountPath: '/logs', isOwned: false });
  });

  test('with its socket', () => {
    expect(SharedDirectory.socket('/run/share', 'share.sock').socketPath).toBe('/run/share/share.sock');
    expect(SharedDirectory.socket('/run/share', 'share.sock', { mountPath: '/sockets/' }).socketPath).toBe('/sockets/share.sock');
  });
});

test('what was given and is changed afterwards stays as it was given', () => {
  const options = { mountPath: '/a', volumeName: 'a' };
  const directory = SharedDirectory.owned(OWN, options);
  options.volumeName = 'b';
  expect(directory._hostPath().volumeName).toBe('a');
});

test.each([...OPEN, ...CLOSED])('%s is nobody\'s own', path => {
  expect(() => SharedDirectory.owned(path)).toThrow(/^directory must be one of its own, got '/);
  expect(() => SharedDirectory.socket(`${path}/`, 'a.sock')).toThrow(/^directory must be one of its own, got '/);
  expect(SharedDirectory.foreign(path, { mountPath: '/host' }).path).toBe(path);
});

test('a directory below one of the whole node can be, however it is spelled', () => {
  assert(property(constantFrom(...OPEN), constantFrom('/', '//', '/./'), string({ unit: constantFrom(...'abc'), minLength: 1 }), (path, slash, name) => {
    const below = `${path}${slash}share-${name}`;
    expect(SharedDirectory.owned(below).path).toBe(below);
    expect(() => SharedDirectory.owned(`${path}${slash}`)).toThrow(/^directory must be one of its own/);
  }));
});

test.each(CLOSED)('nor is what lies below %s', path => {
  expect(() => SharedDirectory.owned(`${path}/share`)).toThrow(/^directory must be one of its own, got '/);
});

test.each<[string, () => unknown, string]>([
  ['a relative path', () => SharedDirectory.owned('var/lib/share'), "path of the directory must be absolute, got 'var/lib/share': write '/var/lib/share'"],
  ['a foreign relative path', () => SharedDirectory.foreign('var/log'), "host path must be absolute, got 'var/log': write '/var/log'"],
  ['a path that climbs', () => SharedDirectory.owned('/var/lib/../log'), "path of the directory must be without '..', got '/var/lib/../log': write the path that it leads to"],
  ['no path', () => SharedDirectory.owned(undefined as never), 'path of the directory must be absolute, got undefined'],
  ['a directory of the whole node', () => SharedDirectory.owned('/run'), "directory must be one of its own, got '/run': that one belongs to the whole node: "
    + "give one such as '/run/my-daemon', or SharedDirectory.foreign('/run')"],
  ['the node itself', () => SharedDirectory.socket('/', 'a.sock'), "directory must be one of its own, got '/': that one belongs to the whole node: "
    + "give one such as '/var/lib/my-daemon', or SharedDirectory.foreign('/')"],
  ['what the kernel makes up', () => SharedDirectory.owned('/proc'), "directory must be one of its own, got '/proc': that one belongs to the whole node: "
    + "give one such as '/var/lib/my-daemon', or SharedDirectory.foreign('/proc')"],
  ['a path of Windows', () => SharedDirectory.owned('C:\\share'), "path of the directory must be absolute, got 'C:\\share': paths of Linux start with '/' and have no drive"],
  ['a path that the kernel cuts', () => SharedDirectory.owned('/run/share\0/a'),
    "path of the directory must be without the character 0, where the kernel ends it, got '/run/share\0/a'"],
  ['an owner for what belongs to others', () => SharedDirectory.foreign('/a', { owner: 5 } as never),
    "options of a foreign directory must be of the fields 'mountPath', 'type', 'volumeName', 'seLinux', 'readOnly', 'propagation', got 'owner'"],
  ['a propagation for its own', () => SharedDirectory.owned(OWN, { propagation: MountPropagation.NONE } as never),
    "options of a directory must be of the fields 'mountPath', 'type', 'volumeName', 'seLinux', 'owner', 'group', 'mode', 'image', 'mounts', got 'propagation'"],
  ['a mount path with a colon', () => SharedDirectory.owned(OWN, { mountPath: '/a:ro' }),
    "mount path must be without ':', got '/a:ro': container runtimes read it as a separator; choose another path"],
  ['a name of a volume in capitals', () => SharedDirectory.foreign('/var/log', { volumeName: 'Logs' }),
    "volume name must be at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends, got 'Logs'"],
  ['the type of a file', () => SharedDirectory.foreign('/var/log', { type: HostPathType.FILE }),
    "type must be HostPathType.DIRECTORY, .DIRECTORY_OR_CREATE or .UNCHECKED, got 'File': a directory is shared, also where what clients want is a file or a socket in it"],
  ['a mode as a number', () => SharedDirectory.owned(OWN, { mode: 755 as never }), "mode must be three or four octal digits as a text, such as '0755', got 755"],
  ['a mode in words', () => SharedDirectory.owned(OWN, { mode: 'u=rwx; rm -rf /' }), "mode must be three or four octal digits as a text, such as '0755', got 'u=rwx; rm -rf /'"],
  ['an owner by name', () => SharedDirectory.owned(OWN, { owner: 'www-data' as never }),
    "owner must be a whole number from 0 to 2147483647, got 'www-data': names of users mean nothing on the node"],
  ['a group below zero', () => SharedDirectory.owned(OWN, { group: -1 }),
    'group must be a whole number from 0 to 2147483647, got -1: names of users mean nothing on the node'],
  ['an empty image', () => SharedDirectory.owned(OWN, { image: '' }), "image must be given, such as 'docker.io/library/busybox:1.37.0', got ''"],
  ['a word for mounts', () => SharedDirectory.owned(OWN, { mounts: 'yes' as never }), "mounts must be true or false, got 'yes'"],
  ['a word for readOnly', () => SharedDirectory.foreign('/var/log', { readOnly: 'yes' as never }), "readOnly must be true or false, got 'yes'"],
  ['options that are none', () => SharedDirectory.owned(OWN, '0755' as never), "options of a directory must be fields, such as { owner: 1000, mode: '0750' }, got '0755'"],
  ['a word for SELinux', () => SharedDirectory.owned(OWN, { seLinux: 'chcon' as never }), "seLinux must be one of SeLinuxSharing.NONE, SeLinuxSharing.RELABEL, SeLinuxSharing.UNCONFINED, got 'chcon'"],
  ['a new label for what belongs to others', () => SharedDirectory.foreign('/var/log', { seLinux: SeLinuxSharing.RELABEL }),
    "seLinux must be SeLinuxSharing.NONE or .UNCONFINED for a foreign directory, whose label others rely on, got 'Relabel': share a directory of the daemon's own: SharedDirectory.owned()"],
  ['a propagation that is none', () => SharedDirectory.foreign('/var/log', { propagation: 'shared' as MountPropagation }),
    "propagation must be one of MountPropagation.NONE, MountPropagation.HOST_TO_CONTAINER, MountPropagation.BIDIRECTIONAL, got 'shared'"],
  ['a socket with a path', () => SharedDirectory.socket('/run/share', 'a/b.sock'), "file of a socket must be a name without '/', such as 'agent.sock', got 'a/b.sock'"],
  ['a socket without a name', () => SharedDirectory.socket('/run/share', ''), "file of a socket must be a name without '/', such as 'agent.sock', got ''"],
  ['a socket that is the directory above', () => SharedDirectory.socket('/run/share', '..'), "file of a socket must be a name without '/', such as 'agent.sock', got '..'"],
])('fails for %s', (_, run, message) => {
  expect(run).toThrow(new Error(message));
});

test('a socket that the kernel does not know by so long a path', () => {
  expect(() => SharedDirectory.socket(`/run/${'a'.repeat(100)}`, 'a.sock')).toThrow(/^path of a socket must be at most 107 bytes, .*: it has 112: shorten one of its directories$/);
  expect(SharedDirectory.socket(`/run/${'a'.repeat(95)}`, 'a.sock').socketPath).toHaveLength(107);
});
