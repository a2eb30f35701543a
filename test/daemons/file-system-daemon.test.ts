import { Testing } from 'cdk8s';
import { shared } from './files';
import {
  DaemonProfile, FileSystemDaemon, HostPath, HostPathType, ImageSource, MountPropagation, NodePlatform, SeLinuxSharing, SecurityContext, SharedDirectory,
} from '../../src';
import { chartOf } from '../core/testing';

const OWN = '/var/lib/share';
const MAIN = { id: 'ND401', reason: 'it makes mounts for others' };

test('defaults', () => {
  const chart = chartOf();
  new FileSystemDaemon(chart, 'share', { container: { image: 'example.com/share:1' }, directory: SharedDirectory.owned(OWN, { owner: 1000, mode: '0750' }) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('the daemon sees the directory', () => {
  test.each<[string, SharedDirectory, object, object]>([
    ['its own: writable, made where it is missing', SharedDirectory.owned(OWN), { path: OWN, type: 'DirectoryOrCreate' }, { mountPath: OWN }],
    ['that of a socket: writable, made where it is missing', SharedDirectory.socket('/run/share', 'share.sock'),
      { path: '/run/share', type: 'DirectoryOrCreate' }, { mountPath: '/run/share' }],
    ['a foreign one: read-only, and there must be one', SharedDirectory.foreign('/var/log'), { path: '/var/log', type: 'Directory' }, { mountPath: '/var/log', readOnly: true }],
    ['with the details that were written', SharedDirectory.foreign('/var/log/app', { readOnly: false, mountPath: '/in', type: HostPathType.UNCHECKED, propagation: MountPropagation.HOST_TO_CONTAINER }),
      { path: '/var/log/app' }, { mountPath: '/in', mountPropagation: 'HostToContainer' }],
  ])('%s', (_, directory, hostPath, mount) => {
    const { pod } = shared(directory);
    expect(pod.volumes[0].hostPath).toEqual(hostPath);
    expect(pod.containers[0].volumeMounts[0]).toEqual({ name: pod.volumes[0].name, ...mount });
  });

  test('without a type where the kubelet of the platform does not see it', () => {
    expect(shared(SharedDirectory.owned(OWN), { platform: NodePlatform.talos() }).pod.volumes[0].hostPath).toEqual({ path: OWN });
    expect(shared(SharedDirectory.owned('/run/share'), { platform: NodePlatform.talos() }).pod.volumes[0].hostPath.type).toBe('DirectoryOrCreate');
  });

  test('beside the paths that it uses itself', () => {
    const { pod } = shared(SharedDirectory.owned(OWN), { container: { image: 'share:1', hostPaths: [HostPath.readOnly('/etc/os-release')] } });
    expect(pod.containers[0].volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual([OWN, '/etc/os-release', '/tmp']);
  });

  test('with nothing that was not written, under BARE', () => {
    const { pod } = shared(SharedDirectory.owned(OWN, { volumeName: 'share' }), { profile: DaemonProfile.BARE, platform: NodePlatform.openshift() });
    expect(pod).toEqual({
      containers: [{ name: 'share', image: 'example.com/share:1', volumeMounts: [{ name: 'share', mountPath: OWN }] }],
      volumes: [{ name: 'share', hostPath: { path: OWN } }],
    });
  });
});

describe('an init container gives the directory', () => {
  const prepare = (options: object, props: object = {}) => shared(SharedDirectory.owned(OWN, options), props).pod.initContainers?.[0];

  test.each<[string, object, string[], string[]]>([
    ['its owner', { owner: 1000 }, ['chown', '1000', '/shared'], ['CHOWN']],
    ['its group', { group: 2000 }, ['chown', ':2000', '/shared'], ['CHOWN']],
    ['both', { owner: 1000, group: 2000 }, ['chown', '1000:2000', '/shared'], ['CHOWN']],
    ['its mode', { mode: '750' }, ['chmod', '750', '/shared'], ['FOWNER']],
    ['a mode that hands its group down', { mode: '2770' }, ['chmod', '2770', '/shared'], ['FOWNER', 'FSETID']],
    ['all of it', { owner: 0, group: 0, mode: '1777' }, ['sh', '-c', 'chown 0:0 /shared && chmod 1777 /shared'], ['CHOWN', 'FOWNER']],
  ])('%s', (_, options, command, add) => {
    expect(prepare(options)).toMatchObject({ command, securityContext: { runAsUser: 0, runAsNonRoot: false, capabilities: { drop: ['ALL'], add } } });
  });

  test('and there is none where it stays as it is', () => {
    expect(prepare({})).toBeUndefined();
  });

  test('from the volume of the daemon, wherever the daemon sees it', () => {
    const { pod } = shared(SharedDirectory.owned(OWN, { owner: 1000, mountPath: '/data', volumeName: 'data' }));
    expect(pod.initContainers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/shared' }]);
    expect(pod.volumes.filter(({ hostPath }: any) => hostPath)).toEqual([{ name: 'data', hostPath: { path: OWN, type: 'DirectoryOrCreate' } }]);
  });

  test('before those that the user adds, with the image that was written or that of a mirror', () => {
    const initContainers = [{ name: 'mine', image: 'mine:1' }];
    expect(shared(SharedDirectory.owned(OWN, { owner: 1 }), { initContainers }).pod.initContainers.map(({ name }: any) => name)).toEqual(['prepare-directory', 'mine']);
    expect(prepare({ owner: 1, image: 'tools:1' }).image).toBe('tools:1');
    expect(prepare({ owner: 1 }, { images: ImageSource.mirror('registry.example.com') }).image).toMatch(/^registry\.example\.com\/.*busybox:/);
  });

  test('also under BARE, where it was written, without resources', () => {
    expect(prepare({ owner: 1 }, { profile: DaemonProfile.BARE })).not.toHaveProperty('resources');
  });
});

describe('a pod that is not root', () => {
  const podSecurityContext = { runAsUser: 1000, runAsNonRoot: true };
  const findings = (options: object) => shared(SharedDirectory.owned(OWN, options), { podSecurityContext }).findings.filter(id => id.startsWith('ND22'));

  test('may write what an init container gave it', () => {
    expect(findings({ owner: 1000 })).toEqual([]);
  });

  test('is told where nothing did', () => {
    expect(findings({})).toEqual(['ND221']);
  });
});

describe('the program runs as', () => {
  const contextOf = (options: object, securityContext?: SecurityContext, props: object = {}) =>
    shared(SharedDirectory.owned(OWN, options), { container: { image: 'share:1', securityContext }, ...props }).pod.containers[0].securityContext;

  test('the owner of the directory, where nobody said as whom', () => {
    expect(contextOf({ owner: 1000, group: 2000, mode: '0700' })).toMatchObject({ runAsUser: 1000, runAsGroup: 2000 });
    expect(contextOf({ owner: 1000 }, SecurityContext.restricted())).toMatchObject({ runAsUser: 1000, runAsNonRoot: true });
    expect(contextOf({ owner: 1000, group: 2000 }, SecurityContext.restricted({ runAsGroup: 5 }))).toMatchObject({ runAsUser: 1000, runAsGroup: 5 });
  });

  test.each<[string, object, SecurityContext | undefined, object]>([
    ['everybody may write', { owner: 1000, mode: '1777' }, undefined, {}],
    ['it is given to root', { owner: 0, mode: '0700' }, undefined, {}],
    ['the pod says it', { owner: 1000 }, undefined, { podSecurityContext: { runAsUser: 1000 } }],
    ['owners mean nothing to it', { owner: 1000 }, SecurityContext.privileged(), { acknowledge: [MAIN] }],
    ['its image may have all that root has', { owner: 1000 }, SecurityContext.of({ readOnlyRootFilesystem: true }), {}],
  ])('what the image says where %s', (_, options, securityContext, props) => {
    expect(contextOf(options, securityContext, props)).not.toHaveProperty('runAsUser');
  });

  test('what was written, where a group or a capability lets it write', () => {
    expect(contextOf({ owner: 1, group: 7, mode: '0770' }, SecurityContext.restricted({ runAsUser: 5, runAsGroup: 7 }))).toMatchObject({ runAsUser: 5 });
    expect(contextOf({ owner: 1, group: 7, mode: '0770' }, SecurityContext.restricted({ runAsUser: 5 }))).toMatchObject({ runAsUser: 5 });
    expect(contextOf({ owner: 1, mode: '0700' }, SecurityContext.root({ capabilities: ['DAC_OVERRIDE'] }))).toMatchObject({ runAsUser: 0 });
    expect(contextOf({ owner: 1, group: 7, mode: '0770' }, SecurityContext.restricted({ runAsUser: 5, runAsGroup: 8 }), { podSecurityContext: { supplementalGroups: [7] } }))
      .toMatchObject({ runAsUser: 5 });
  });

  test('nobody that was not written, under BARE', () => {
    expect(contextOf({ owner: 1000, mode: '0700' }, undefined, { profile: DaemonProfile.BARE })).toBeUndefined();
  });
});

describe('where SELinux is enforcing', () => {
  const openshift = { platform: NodePlatform.openshift() };
  const unconfined = { type: 'spc_t', level: 's0' };

  test('on OpenShift, the directory gets a label that all pods may use, and what the daemon makes in it too', () => {
    const { pod } = shared(SharedDirectory.socket('/run/share', 'share.sock'), openshift);
    expect(pod.securityContext).toEqual({ seLinuxOptions: unconfined });
    expect(pod.initContainers[0]).toMatchObject({
      command: ['setfattr', '-n', 'security.selinux', '-v', 'system_u:object_r:container_file_t:s0', '/shared'],
      securityContext: { seLinuxOptions: unconfined, capabilities: { add: ['FOWNER'] } },
    });
  });

  test('on OpenShift, a foreign directory keeps its label', () => {
    const { pod } = shared(SharedDirectory.foreign('/var/log'), openshift);
    expect(pod.securityContext).toEqual({ seLinuxOptions: unconfined });
    expect(pod).not.toHaveProperty('initContainers');
  });

  test('the label comes with owner and mode, in one container', () => {
    const { pod } = shared(SharedDirectory.owned(OWN, { owner: 5, mode: '0700', seLinux: SeLinuxSharing.RELABEL }));
    expect(pod.initContainers.map(({ command }: any) => command[2])).toEqual([
      'chown 5 /shared && chmod 0700 /shared && setfattr -n security.selinux -v system_u:object_r:container_file_t:s0 /shared',
    ]);
    expect(pod.initContainers[0].securityContext.capabilities.add).toEqual(['CHOWN', 'FOWNER']);
  });

  test.each([NodePlatform.standard(), NodePlatform.bottlerocket(), NodePlatform.flatcar()])('nothing is done elsewhere', platform => {
    const { pod } = shared(SharedDirectory.owned(OWN), { platform });
    expect(pod).not.toHaveProperty('securityContext');
    expect(pod).not.toHaveProperty('initContainers');
  });

  test('nothing is done where that was written, and what the pod says wins', () => {
    expect(shared(SharedDirectory.owned(OWN, { seLinux: SeLinuxSharing.NONE }), openshift).pod).not.toHaveProperty('securityContext');
    const seLinuxOptions = { type: 'own_t' };
    const { pod } = shared(SharedDirectory.owned(OWN), { ...openshift, podSecurityContext: { seLinuxOptions } });
    expect(pod.securityContext).toEqual({ seLinuxOptions });
    expect(pod).not.toHaveProperty('initContainers');
  });
});

describe('a daemon that makes mounts below its directory', () => {
  const directory = SharedDirectory.owned(OWN, { mounts: true });

  test('is privileged and shares them with the node', () => {
    const { pod } = shared(directory, { acknowledge: [MAIN] });
    expect(pod.containers[0]).toMatchObject({ securityContext: { privileged: true }, volumeMounts: [{ mountPath: OWN, mountPropagation: 'Bidirectional' }] });
  });

  test('keeps a privileged security context that was written', () => {
    const securityContext = SecurityContext.of({ privileged: true, readOnlyRootFilesystem: true });
    expect(shared(directory, { acknowledge: [MAIN], container: { image: 'share:1', securityContext } }).pod.containers[0].securityContext)
      .toEqual({ privileged: true, readOnlyRootFilesystem: true });
  });

  test('is a decision', () => {
    expect(() => shared(directory)).toThrow(/ND401 /);
  });
});

test('the socket is found by its daemon and by each client', () => {
  const { daemon } = shared(SharedDirectory.socket('/run/share', 'share.sock', { mountPath: '/sockets' }));
  expect([daemon.path, daemon.socketPath, daemon.socketPathIn('/in/')]).toEqual(['/run/share', '/sockets/share.sock', '/in/share.sock']);
  expect(shared(SharedDirectory.owned(OWN)).daemon.socketPath).toBeUndefined();
});
