import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { shared } from './files';
import {
  Checks, FileSystemDaemon, FileSystemDaemonProps, HostPath, HostPathType, MountIntoOptions, MountPropagation, NodePlatform, SeLinuxSharing, SecurityContext,
  SharedDirectory,
} from '../../src';
import { chartOf } from '../core/testing';

const OWN = SharedDirectory.owned('/var/lib/share');
const CONTAINER = { image: 'example.com/share:1' };

test.each<[string, () => unknown, string]>([
  ['no directory', () => new FileSystemDaemon(chartOf(), 'files', { container: CONTAINER } as never),
    "platform/files: directory must be a value such as SharedDirectory.owned('/var/lib/my-daemon'), got undefined"],
  ['a path as a text', () => shared('/var/lib/share' as never),
    "platform/files: directory must be a value such as SharedDirectory.owned('/var/lib/my-daemon'), got '/var/lib/share'"],
  ['no container', () => new FileSystemDaemon(chartOf(), 'files', { directory: OWN } as never),
    "platform/files: container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
  ['no props', () => new FileSystemDaemon(chartOf(), 'files', undefined as never),
    "platform/files: container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
  ['a directory of its own where the nodes are read-only', () => shared(SharedDirectory.owned('/srv/share'), { platform: NodePlatform.bottlerocket() }),
    "platform/files: directory must be one that the nodes of the platform 'bottlerocket' can write, got '/srv/share': write one below '/var/lib', or below '/run' where it "
      + "need not outlive the node's restart"],
  ['a foreign one there, to be written', () => shared(SharedDirectory.foreign('/usr/share', { readOnly: false }), { platform: NodePlatform.flatcar() }),
    "platform/files: directory must be one that the nodes of the platform 'flatcar' can write, got '/usr/share': write one below '/var/lib', or below '/run' where it "
      + "need not outlive the node's restart"],
  ['the directory in which the runtime of its platform listens', () => shared(SharedDirectory.owned('/var/snap/microk8s/common/run'), { platform: NodePlatform.microk8s() }),
    "platform/files: directory must be one of its own, got '/var/snap/microk8s/common/run': that one belongs to the whole node: give one such as '/var/lib/my-daemon', or "
      + "SharedDirectory.foreign('/var/snap/microk8s/common/run')"],
  ['a directory in which the kubelet of its platform has its own', () => shared(SharedDirectory.owned('/data'), { platform: NodePlatform.of({ kubeletRoot: '/data/kubelet' }) }),
    "platform/files: directory must be one of its own, got '/data': that one belongs to the whole node: give one such as '/var/lib/my-daemon', or SharedDirectory.foreign('/data')"],
  ['a label where nodes keep theirs', () => shared(SharedDirectory.owned('/var/lib/share', { seLinux: SeLinuxSharing.RELABEL }), { platform: NodePlatform.bottlerocket() }),
    "platform/files: seLinux must be SeLinuxSharing.NONE or .UNCONFINED on the platform 'bottlerocket', whose nodes keep their labels, got 'Relabel': write one of those, or leave it out"],
  ['a label beside another one of the pod', () => shared(SharedDirectory.owned('/var/lib/share', { seLinux: SeLinuxSharing.RELABEL }), { podSecurityContext: { seLinuxOptions: { type: 'own_t' } } }),
    "platform/files: seLinuxOptions must be { type: 'spc_t', level: 's0' } with SeLinuxSharing.RELABEL, got {\"type\":\"own_t\"}: leave one of the two out"],
  ['a user to whom it is not given', () => shared(SharedDirectory.owned('/var/lib/share', { owner: 1000, mode: '0700' }), { podSecurityContext: { runAsUser: 2000 } }),
    "platform/files: user of the container must be one who may write '/var/lib/share', which is given to user 1000 with mode 0700, got 2000: run it with runAsUser: 1000, or give the directory "
      + 'to its user with owner: 2000'],
  ['a root that may write nothing of others', () => shared(SharedDirectory.owned('/var/lib/share', { owner: 1000, group: 1000 }), { container: { ...CONTAINER, securityContext: SecurityContext.root() } }),
    "platform/files: user of the container must be one who may write '/var/lib/share', which is given to user 1000 and group 1000 with mode 0755, got 0: run it with runAsUser: 1000, or give "
      + 'the directory to its user with owner: 0'],
  ['an owner who may not write', () => shared(SharedDirectory.owned('/var/lib/share', { owner: 1000, mode: '0550' }), { podSecurityContext: { runAsUser: 1000 } }),
    "platform/files: user of the container must be one who may write '/var/lib/share', which is given to user 1000 with mode 0550, got 1000: give a mode with which its owner may write, "
      + "such as '0750'"],
  ['mounts by a container that is not privileged', () => shared(SharedDirectory.owned('/var/lib/share', { mounts: true }), { container: { ...CONTAINER, securityContext: SecurityContext.of({ runAsUser: 0 }) } }),
    'platform/files: securityContext must be privileged where the daemon makes mounts below the directory, got {"runAsUser":0}: leave it out, or write SecurityContext.privileged()'],
  ['its path taken by another', () => shared(OWN, { container: { ...CONTAINER, hostPaths: [HostPath.readOnly('/etc', { mountPath: '/var/lib/share/' })] } }),
    "platform/files: mount path must be used once in a container, got '/var/lib/share/': give one of the two another mountPath"],
])('%s', (_, run, message) => {
  expect(run).toThrow(new Error(message));
});

test('a foreign directory may be read where the nodes are read-only', () => {
  expect(shared(SharedDirectory.foreign('/usr/share'), { platform: NodePlatform.flatcar() }).pod.volumes[0].hostPath.path).toBe('/usr/share');
});

test('a directory of the whole node is written by decision', () => {
  expect(() => shared(SharedDirectory.foreign('/var/log', { readOnly: false }))).toThrow(/\[platform\/files\] ND402 /);
});

describe('mountInto', () => {
  function clientIn(chart: Chart, pod: object = {}): ApiObject {
    return new ApiObject(chart, 'client', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'shop', image: 'shop:1' }], ...pod } });
  }

  function mount(mountPath: string, options: MountIntoOptions = {}, pod: object = {}, props: Partial<FileSystemDaemonProps> = {}): () => void {
    return () => {
      const chart = chartOf();
      const files = new FileSystemDaemon(chart, 'files', { container: CONTAINER, directory: OWN, ...props });
      files.mountInto(clientIn(chart, pod), mountPath, options);
      (chart.node.root as App).synthYaml();
    };
  }

  test.each<[string, () => void, string]>([
    ['a relative mount path', mount('share'), "platform/files: mount path must be absolute, got 'share': write '/share'"],
    ['a mount path that climbs', mount('/a/../share'), "platform/files: mount path must be without '..', got '/a/../share': write the path that it leads to"],
    ['no mount path', mount(undefined as never), 'platform/files: mount path must be absolute, got undefined'],
    ['the root', mount('/./'), "platform/files: mount path must be below '/', got '/./': no container starts with a volume in the place of its own root: choose a path such as '/host'"],
    ['a path of the kernel', mount('/proc/share'), "platform/files: mount path must be outside of '/proc', which belongs to the kernel, got '/proc/share': choose another, such as '/host/proc/share'"],
    ['no subPath', mount('/share', { subPath: null as never }), "platform/files: subPath must be relative to the volume and without '..', got null"],
    ['a number for subPath', mount('/share', { subPath: 5 as never }), "platform/files: subPath must be relative to the volume and without '..', got 5"],
    ['an option with a slip of the pen', mount('/share', { readonly: false } as never),
      "platform/files: options of a mount must be of the fields 'readOnly', 'type', 'propagation', 'subPath', 'volumeName', 'containers', 'initContainers', got 'readonly'"],
    ['a word for initContainers', mount('/share', { initContainers: 'yes' as never }), "platform/files: initContainers must be true or false, got 'yes'"],
    ['an absolute subPath', mount('/share', { subPath: '/one' }), "platform/files: subPath must be relative to the volume and without '..', got '/one'"],
    ['the type of a socket', mount('/share', { type: HostPathType.SOCKET }),
      "platform/files: type must be HostPathType.DIRECTORY, .DIRECTORY_OR_CREATE or .UNCHECKED, got 'Socket': a directory is shared, also where what clients want is a file or a socket in it"],
    ['a word for readOnly', mount('/share', { readOnly: 'no' as never }), "platform/files: readOnly must be true or false, got 'no'"],
    ['a propagation that is none', mount('/share', { propagation: 'rslave' as never }),
      "platform/files: propagation must be one of MountPropagation.NONE, MountPropagation.HOST_TO_CONTAINER, MountPropagation.BIDIRECTIONAL, got 'rslave'"],
    ['an empty list of containers', mount('/share', { containers: [] }),
      'platform/files: containers must be a list with at least one name, got []: leave it out for all containers'],
    ['a name of a volume in capitals', mount('/share', { volumeName: 'Share' }),
      "platform/files: volume name must be at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends, got 'Share'"],
    ['a directory of the whole node, to be written', mount('/logs', { readOnly: false }, {}, { directory: SharedDirectory.foreign('/var/log') }),
      "platform/files: readOnly must be true for '/var/log', which belongs to the whole node, got false: mount a directory below it, with subPath, or acknowledge ND402 with a reason in the "
        + 'daemon, before this call'],
    ['a part of a directory that belongs to the whole node', mount('/logs', { readOnly: false, subPath: 'log' }, {}, { directory: SharedDirectory.foreign('/var') }),
      "platform/files: readOnly must be true for '/var/log', which belongs to the whole node, got false: mount a directory below it, with subPath, or acknowledge ND402 with a reason in the "
        + 'daemon, before this call'],
  ])('refuses where it is called: %s', (_, run, message) => {
    expect(run).toThrow(new Error(message));
  });

  test.each<[string, () => void, string]>([
    ['another mount at the path', mount('/share', {}, { containers: [{ name: 'shop', image: 'shop:1', volumeMounts: [{ name: 'other', mountPath: '/share' }] }], volumes: [{ name: 'other', emptyDir: {} }] }),
      "mount '/share' of container 'shop' must be "
      + '{"mountPath":"/share","mountPropagation":"HostToContainer","name":"host-var-lib-share","readOnly":true}, as it is mounted here, got {"mountPath":"/share","name":"other"}: '
      + 'take that one away, or mount this one at another path'],
    ['another volume of the name', mount('/share', { volumeName: 'data' }, { volumes: [{ name: 'data', emptyDir: {} }] }),
      "volume 'data' must be {\"hostPath\":{\"path\":\"/var/lib/share\",\"type\":\"Directory\"},\"name\":\"data\"}, as it is mounted here, got {\"emptyDir\":{},\"name\":\"data\"}: "
        + 'give one of the two another name'],
    ['a volume of the path with another type than was written', mount('/share', { type: HostPathType.DIRECTORY }, { volumes: [{ name: 'mine', hostPath: { path: '/var/lib/share' } }] }),
      "type of the volume 'mine' must be 'Directory', as '/var/lib/share' is mounted here, got '': the kubelet checks each volume by itself: leave the option `type` out, write "
        + '`type: HostPathType.UNCHECKED`, or give that volume this type'],
    ['a block device at the path', mount('/share', {}, { containers: [{ name: 'shop', image: 'shop:1', volumeDevices: [{ name: 'disk', devicePath: '/share/' }] }] }),
      "mount '/share' of container 'shop' must be where the container has no block device, got {\"devicePath\":\"/share/\",\"name\":\"disk\"}: mount the directory at another path"],
    ['a mount of the container inside', mount('/share', {}, { containers: [{ name: 'shop', image: 'shop:1', volumeMounts: [{ name: 'cache', mountPath: '/share/cache' }] }], volumes: [{ name: 'cache', emptyDir: {} }] }),
      "mount '/share/cache' of container 'shop' must be outside of '/share', where a directory of the node is mounted read-only, got {\"mountPath\":\"/share/cache\",\"name\":\"cache\"}: "
        + 'the runtime can make no mount point in it: mount one of the two elsewhere'],
    ['pods without a list of containers', mount('/share', {}, { containers: 'x' }), "containers of the pods must be a list, got 'x': write the containers as Kubernetes has them"],
    ['a container that the client lacks', mount('/share', { containers: ['shopp'] }),
      "container must be one of 'shop', got 'shopp': name one of those, or none for all"],
    ['mounts that go both ways, without the right', mount('/share', { propagation: MountPropagation.BIDIRECTIONAL }),
      "propagation into container 'shop' must be HostToContainer or None, as it is not privileged, got 'Bidirectional': "
        + 'leave it out, or choose the privileged containers with `containers`'],
  ])('fails the synthesis, on the client: %s', (_, run, message) => {
    expect(run).toThrow(`[platform/client] ${message}`);
  });

  test('refuses what makes no pods', () => {
    const chart = chartOf();
    const files = new FileSystemDaemon(chart, 'files', { container: CONTAINER, directory: OWN });
    expect(() => files.mountInto(new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service' }), '/share')).toThrow(
      /^platform\/files: 'platform\/service' must be a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template, got 'v1 S/);
  });

  test('takes what the daemon, or a scope above it, accepted', () => {
    const chart = chartOf();
    Checks.of(chart).acknowledge({ id: 'ND402', reason: 'the archive of all logs' });
    const files = new FileSystemDaemon(chart, 'files', { container: CONTAINER, directory: SharedDirectory.foreign('/var/log', { readOnly: false }) });
    files.mountInto(clientIn(chart), '/logs', { readOnly: false });
    expect(Testing.synth(chart)[1].spec.containers[0].volumeMounts[0]).not.toHaveProperty('readOnly');
  });

  test('a socket is asked where the directory has none', () => {
    const files = new FileSystemDaemon(chartOf(), 'files', { container: CONTAINER, directory: OWN });
    expect(() => files.socketPathIn('/share')).toThrow(
      new Error("platform/files: directory must be one with a socket, such as SharedDirectory.socket('/run/agent', 'agent.sock'), got '/var/lib/share'"));
  });

  test('a socket is asked below a path that makes its own too long', () => {
    const { daemon } = shared(SharedDirectory.socket('/run/share', 'share.sock'));
    expect(() => daemon.socketPathIn(`/${'a'.repeat(100)}`)).toThrow(/platform\/files: path of a socket must be at most 107 bytes, .*: it has 112: shorten one of its directories$/);
    expect(() => daemon.socketPathIn('share')).toThrow(new Error("platform/files: mount path must be absolute, got 'share': write '/share'"));
  });
});
