import * as fc from 'fast-check';
import { object } from './valid-object';
import { WORDS } from './words';

/** A setting that Pod Security reads: a path below the pod's spec, its metadata or one of its containers, and a value; `[]` adds to a list. */
export interface Setting { readonly of: 'pod' | 'metadata' | 'container'; readonly path: string; readonly value: unknown }

const TYPES = [{ type: 'RuntimeDefault' }, { type: 'Unconfined' }, { type: 'Localhost', localhostProfile: 'a' }, undefined];
const SELINUX = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', '']
  .flatMap((type) => [{ type }, { type, user: 'system_u' }, { type, role: 'system_r' }, { user: '', role: '', level: 's0' }]);
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem', 'net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat',
  'net.core.somaxconn', 'net/ipv4/tcp_rmem', 'kernel.msgmax',
];
const CAPABILITIES = [...WORDS['Capabilities.add'], 'CHOWN', 'NET_BIND_SERVICE', 'NET_RAW', 'SYS_CHROOT', 'CAP_CHOWN', 'net_admin', 'SETFCAP', 'MKNOD', 'AUDIT_WRITE', 'KILL'];
const ARMOR = 'container.apparmor.security.beta.kubernetes.io';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io';
const HOSTS = ['', '127.0.0.1', 'example.com'].flatMap((host) => [{ httpGet: { port: 80, host } }, { tcpSocket: { port: 80, host } }]);
const CHECKED_BY_HOST = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];

const SETTINGS: Record<Setting['of'], Record<string, readonly unknown[]>> = {
  pod: {
    'hostNetwork': [true, false],
    'hostPID': [true, false],
    'hostIPC': [true, false],
    'hostUsers': [false, true],
    'securityContext': [undefined, {}],
    'securityContext.runAsNonRoot': [true, false, undefined],
    'securityContext.runAsUser': [0, 1, undefined],
    'securityContext.seccompProfile': TYPES,
    'securityContext.appArmorProfile': TYPES,
    'securityContext.seLinuxOptions': SELINUX,
    'securityContext.windowsOptions.hostProcess': [true, false],
  },
  metadata: {
    annotations: ['runtime/default', 'unconfined', 'localhost/a', 'docker/default', '', 'a"b'].flatMap((value) => [
      { [`${ARMOR}/c0`]: value }, { [`${ARMOR}/c1`]: value, [`${ARMOR}/none`]: value }, { [`${SECCOMP}/pod`]: value, [`container.${SECCOMP}/c0`]: value },
    ]),
  },
  container: {
    'securityContext': [undefined, {}],
    'securityContext.privileged': [true, false],
    'securityContext.allowPrivilegeEscalation': [true, undefined],
    'securityContext.runAsNonRoot': [true, false, undefined],
    'securityContext.runAsUser': [0, 1, undefined],
    'securityContext.procMount': ['Unmasked', 'Default'],
    'securityContext.seccompProfile': TYPES,
    'securityContext.appArmorProfile': TYPES,
    'securityContext.seLinuxOptions': SELINUX,
    'securityContext.windowsOptions.hostProcess': [true, false],
    'securityContext.capabilities.add': CAPABILITIES.flatMap((name) => [[name], ['NET_BIND_SERVICE', name]]),
    'securityContext.capabilities.drop': [['ALL'], ['NET_RAW'], ['all'], [], undefined],
    'securityContext.capabilities': [undefined, {}],
    'ports': [[{ containerPort: 80, hostPort: 80 }], [{ containerPort: 9100 }], [{ containerPort: 8080, hostPort: 0 }]],
    ...Object.fromEntries(CHECKED_BY_HOST.map((path) => [path, HOSTS])),
  },
};

/** One such setting at random, or some that need one another. */
export function settings(): fc.Arbitrary<readonly Setting[]> {
  const single = Object.entries(SETTINGS).flatMap(([of, paths]) => Object.entries(paths).map(([path, values]) =>
    fc.constantFrom(...values).map((value) => [{ of, path, value } as Setting])));
  const together: Setting[][] = [
    [{ of: 'pod', path: 'hostUsers', value: false }, { of: 'container', path: 'securityContext.procMount', value: 'Unmasked' }],
    [{ of: 'pod', path: 'hostNetwork', value: true }, { of: 'pod', path: 'securityContext.windowsOptions.hostProcess', value: true }],
    [{ of: 'pod', path: 'hostNetwork', value: true }, { of: 'container', path: 'securityContext.windowsOptions.hostProcess', value: true }],
    [{ of: 'pod', path: 'os', value: { name: 'linux' } }],
  ];
  const volumes = fc.oneof(object('Volume'), fc.constant({ hostPath: { path: '/var/log' } }))
    .map((made) => [{ of: 'pod', path: 'volumes[]', value: { ...made, name: 'added' } } as Setting]);
  const sysctls = fc.subarray(SYSCTLS, { minLength: 1, maxLength: 2 })
    .map((names) => [{ of: 'pod', path: 'securityContext.sysctls', value: names.map((name) => ({ name, value: '1' })) } as Setting]);
  return fc.oneof(
    { weight: 10, arbitrary: fc.oneof(...single) },
    { weight: 3, arbitrary: fc.constantFrom(...together) },
    { weight: 1, arbitrary: volumes },
    { weight: 1, arbitrary: sysctls },
  );
}
