import { daemonSet, fails } from '../objects';

const ROOT = '/var/lib/kubelet';
const PLUGIN = `${ROOT}/plugins/csi.example.com`;

interface Plugin {
  readonly args?: string[];
  readonly driver?: any;
  readonly registrar?: any;
  readonly volumes?: { [name: string]: any };
  readonly pod?: any;
}

/** A CSI plugin that is right where a case says nothing else. */
function plugin({ args = [], driver, registrar, volumes, pod }: Plugin = {}): any {
  const all = {
    plugin: { hostPath: { path: PLUGIN } }, pods: { hostPath: { path: `${ROOT}/pods` } }, registry: { hostPath: { path: `${ROOT}/plugins_registry/` } }, ...volumes,
  };
  return daemonSet({
    containers: [
      {
        name: 'driver',
        image: 'd:1',
        args: ['--endpoint=unix:///csi/csi.sock'],
        volumeMounts: [{ name: 'plugin', mountPath: '/csi' }, { name: 'pods', mountPath: `${ROOT}/pods/`, mountPropagation: 'Bidirectional' }],
        securityContext: { privileged: true },
        ...driver,
      },
      {
        name: 'registrar',
        image: 'r:1',
        args: ['--csi-address=$(ADDRESS)', `--kubelet-registration-path=${PLUGIN}/csi.sock`, ...args],
        env: [{ name: 'ADDRESS', value: '/csi/csi.sock' }],
        volumeMounts: [{ name: 'plugin', mountPath: '/csi' }, { name: 'registry', mountPath: '/registration' }],
        ...registrar,
      },
    ],
    volumes: Object.entries(all).map(([name, source]) => ({ name, ...source })),
    ...pod,
  });
}

const pods = (mountPath: string, more: object[] = []) => ({
  volumeMounts: [{ name: 'plugin', mountPath: '/csi' }, { name: 'pods', mountPath, mountPropagation: 'Bidirectional' }, ...more],
});

test.each(['ND233', 'ND234', 'ND235'])('a plugin as its documentation has it is fine (%s)', id => {
  expect(fails(id, plugin())).toBe(false);
});

describe('the paths of the kubelet in a driver (ND233)', () => {
  test.each([['/pods'], [`${ROOT}/volumes`]])('%s is another path', mountPath => {
    expect(fails('ND233', plugin({ driver: pods(mountPath) }))).toBe(true);
  });

  test.each<[string, Plugin]>([
    ['another mount has the path', { driver: pods('/pods', [{ name: 'root', mountPath: ROOT }]), volumes: { root: { hostPath: { path: ROOT } } } }],
    ['the driver sees the whole node', { driver: pods('/pods', [{ name: 'root', mountPath: '/host' }]), volumes: { root: { hostPath: { path: '/' } } } }],
    ['the driver enters the node', { driver: pods('/pods'), pod: { hostPID: true } }],
    ['nothing is mounted through it', { driver: { volumeMounts: [{ name: 'plugin', mountPath: '/csi' }, { name: 'pods', mountPath: '/pods' }] } }],
    ['the root has another name, which can be a link', { driver: pods('/var/lib/kubelet/pods'), volumes: { pods: { hostPath: { path: '/data/kubelet/pods' } } } }],
    ['it is no driver', { driver: pods('/pods'), registrar: { args: [] } }],
  ])('not when %s', (_, options) => {
    expect(fails('ND233', plugin(options))).toBe(false);
  });
});

describe('one root of the kubelet (ND234)', () => {
  test.each<[string, Plugin]>([
    ['the registry has', { volumes: { registry: { hostPath: { path: '/var/lib/k0s/kubelet/plugins_registry' } } } }],
    ['the socket has', { volumes: { plugin: { hostPath: { path: '/var/lib/k0s/kubelet/plugins/csi.example.com' } } } }],
    ['the path in the container has', { volumes: { pods: { hostPath: { path: '/data/kubelet/pods' } } } }],
  ])('%s another', (_, options) => {
    expect(fails('ND234', plugin(options))).toBe(true);
  });

  test('not of a daemon that is no plugin', () => {
    expect(fails('ND234', daemonSet({ volumes: [{ name: 'a', hostPath: { path: '/a/kubelet/pods' } }] }))).toBe(false);
  });
});

describe('the path of a registrar (ND235)', () => {
  const path = (value: string) => [`--kubelet-registration-path=${value}`];

  test.each<[string, Plugin]>([
    ['another directory', { args: path(`${ROOT}/plugins/other/csi.sock`) }],
    ['another socket', { args: path(`${PLUGIN}/driver.sock`) }],
    ['the path in the container', { args: path('/csi/csi.sock') }],
    ['a socket on no volume', { registrar: { volumeMounts: [] } }],
    ['a socket in an emptyDir', { volumes: { plugin: { emptyDir: {} } } }],
    ['a socket that nobody serves', { driver: { args: ['--endpoint=unix:///csi/driver.sock'] } }],
    ['a socket that the driver serves elsewhere', { driver: { env: [{ name: 'CSI_ENDPOINT', value: 'unix:/run/csi.sock' }], args: [] } }],
    ['no socket, so that the default counts', { registrar: { args: [...path(`${PLUGIN}/csi.sock`)] } }],
  ])('it is %s', (_, options) => {
    expect(fails('ND235', plugin(options))).toBe(true);
  });

  test.each<[string, Plugin]>([
    ['it is not known', { args: path('$(FROM_A_CONFIG_MAP)') }],
    ['the address is not known', { registrar: { env: [{ name: 'ADDRESS', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] } }],
    ['the part of the volume is not known', { registrar: { volumeMounts: [{ name: 'plugin', mountPath: '/csi', subPathExpr: '$(X)' }] } }],
    ['the root differs alone, which ND234 says', { args: path('/var/lib/k0s/kubelet/plugins/csi.example.com/csi.sock') }],
    ['the driver does not say where it listens', { driver: { args: [] } }],
    ['another volume holds the directory', {
      args: path(`${ROOT}/plugins/other/csi.sock`),
      volumes: { other: { hostPath: { path: `${ROOT}/plugins/other` } } },
      driver: { volumeMounts: [{ name: 'other', mountPath: '/other' }, { name: 'plugin', mountPath: '/csi' }] },
    }],
    ['a script starts it', { registrar: { command: ['sh', '-c', 'exec registrar --kubelet-registration-path=/x/csi.sock'], args: [] } }],
  ])('not when %s', (_, options) => {
    expect(fails('ND235', plugin(options))).toBe(false);
  });

  test('paths of Windows are paths', () => {
    const windows = {
      volumes: {
        plugin: { hostPath: { path: 'C:\\var\\lib\\kubelet\\plugins\\csi.example.com\\' } }, pods: { hostPath: { path: 'C:\\var\\lib\\kubelet\\pods' } },
      },
      registrar: {
        args: ['--csi-address=unix://C:\\csi\\csi.sock', '--kubelet-registration-path=C:\\var\\lib\\kubelet\\plugins\\csi.example.com\\csi.sock'],
        volumeMounts: [{ name: 'plugin', mountPath: 'C:\\csi' }],
      },
    };
    expect(['ND234', 'ND235'].filter(id => fails(id, plugin(windows)))).toEqual([]);
  });
});
