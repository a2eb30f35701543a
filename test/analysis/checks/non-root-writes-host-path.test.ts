import { complaints, daemonSet, hostPath } from '../objects';

const asUser = (path: string, { mount = {}, type = undefined as string | undefined, own = {} as any, pod = {} as any } = {}) => {
  const [volumes, mounts] = hostPath(path, mount, type);
  return daemonSet({ ...volumes, ...pod }, { ...mounts, securityContext: { runAsUser: 1000, ...own } });
};

test('what is mounted read-only is not written', () => {
  expect(complaints('ND221', asUser('/var/lib/agent', { mount: { readOnly: true } }))).toBe(0);
});

test('sockets, devices and places for everybody say themselves who may write', () => {
  expect(complaints('ND221', asUser('/run/agent', { type: 'Socket' }), asUser('/run/containerd/containerd.sock'), asUser('/dev/kmsg'), asUser('/tmp/agent'))).toBe(0);
});

test('a group or a capability may give the right', () => {
  expect(complaints('ND221', asUser('/var/lib/agent', { pod: { securityContext: { supplementalGroups: [4] } } }))).toBe(0);
  expect(complaints('ND221', asUser('/var/lib/agent', { own: { capabilities: { add: ['DAC_OVERRIDE'] } } }))).toBe(0);
});

test('root writes, and an image may be root', () => {
  expect(complaints('ND221', daemonSet(...hostPath('/var/lib/agent')))).toBe(0);
  expect(complaints('ND221', asUser('/var/lib/agent', { own: { runAsUser: 0 } }))).toBe(0);
  expect(complaints('ND221', asUser('/var/lib/agent', { own: { runAsUser: undefined, runAsNonRoot: true } }))).toBe(1);
});

describe('an init container helps only where', () => {
  const withInit = (securityContext: any, { readOnly = false, path = '/var/lib', command = ['prepare'] } = {}) => {
    const manifest = asUser('/var/lib/agent');
    const { spec } = manifest.spec.template;
    spec.volumes.push({ name: 'above', hostPath: { path } });
    spec.initContainers = [{ name: 'init', image: 'example.com/init:1.0', command, securityContext, volumeMounts: [{ name: 'above', mountPath: '/host', readOnly }] }];
    return complaints('ND221', manifest);
  };
  const only = (...add: string[]) => ({ runAsUser: 0, capabilities: { drop: ['ALL'], add } });

  test('it is root and mounts the path, or one above it', () => {
    expect([withInit({}), withInit({ runAsUser: 5 }), withInit({}, { readOnly: true }), withInit({}, { path: '/var/log' })]).toEqual([0, 2, 1, 1]);
  });

  test('it may change owners', () => {
    expect([withInit(only('CHOWN')), withInit(only('ALL')), withInit({ privileged: true }), withInit(only()), withInit(only('DAC_OVERRIDE'))]).toEqual([0, 0, 0, 1, 1]);
  });

  test.each([['0755', 1], ['700', 1], ['1777', 0], ['0770', 0], ['a+w', 0], ['o+rwx', 0], ['+w', 0], ['u+w', 1], ['-R', 1]])('or opens the mode: chmod %s', (mode, found) => {
    expect(withInit(only('FOWNER'), { command: ['sh', '-c', `chmod ${mode} /host/agent`] })).toBe(found);
  });

  test('and not where it sets a label', () => {
    expect(withInit(only('FOWNER'), { command: ['setfattr', '-n', 'security.selinux', '/host'] })).toBe(1);
  });
});
