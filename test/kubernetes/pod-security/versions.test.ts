import { breaks, evaluated, fits, restrictedContainer, restrictedContext, restrictedPodContext, restrictedWith } from './secured';
import { NEWEST_POLICY, violationsUnder } from '../../../src/kubernetes/pod-security/evaluate';
import { withPod, withPodMetadata } from '../refusals';

describe('a kernel parameter', () => {
  const named = (name: string) => restrictedPodContext({ sysctls: [{ name, value: '1' }] });
  const SINCE = {
    27: ['net.ipv4.ip_local_reserved_ports'],
    29: ['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
    32: ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
    37: ['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'],
  };
  for (const [since, names] of Object.entries(SINCE)) {
    for (const name of names) {
      breaks(name, named(name), [`baseline sysctls: forbidden sysctls (${name})`], ['spec.securityContext.sysctls[0].name'], Number(since) - 1);
      fits(name, named(name), Number(since));
    }
  }
});

describe('the SELinux type of containers that run containers', () => {
  const engine = restrictedContext({ seLinuxOptions: { type: 'container_engine_t' } });
  breaks('it', engine, [
    'baseline seLinuxOptions: seLinuxOptions (container "c0" set forbidden securityContext.seLinuxOptions: type "container_engine_t")',
  ], ['spec.containers[0].securityContext.seLinuxOptions.type'], 30);
  fits('it', engine, 31);
});

describe('a probe of another host', () => {
  const probe = restrictedContainer({ readinessProbe: { tcpSocket: { port: 80, host: '127.0.0.1' } } });
  fits('it', probe, 33);
  breaks('it', probe, [
    'baseline hostProbesAndHostLifecycle: probe or lifecycle host (container "c0" uses probe or lifecycle host "127.0.0.1")',
  ], ['spec.containers[0].readinessProbe.tcpSocket.host'], 34);
});

describe('users of its own', () => {
  const root = restrictedWith({ hostUsers: false, securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } } });
  breaks('root among them', root, [
    'restricted runAsNonRoot: runAsNonRoot != true (pod or container "c0" must set securityContext.runAsNonRoot=true)',
    'restricted runAsUser: runAsUser=0 (pod must not set runAsUser=0)',
  ], ['spec.containers[0].securityContext.runAsNonRoot', 'spec.securityContext.runAsUser'], 34);
  fits('root among them', root, 35);

  const unmasked = restrictedWith({
    hostUsers: false,
    containers: [{ name: 'c0', image: 'a', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, procMount: 'Unmasked' } }],
  });
  const message = 'procMount (container "c0" must not set securityContext.procMount to "Unmasked")';
  const field = 'spec.containers[0].securityContext.procMount';
  breaks('all of /proc', unmasked, [`baseline procMount: ${message}`], [field], 34);
  breaks('all of /proc', unmasked, [`restricted procMount_restricted: ${message}`], [field], 35);
});

describe('policies older than the clusters that still take them', () => {
  const checks = (manifest: Record<string, unknown>, minor: number) => evaluated(manifest, minor).violations.map(({ check }) => check);

  test('ask for less the older they are', () => {
    expect(checks(withPod({}), 22)).toEqual(['allowPrivilegeEscalation', 'capabilities_restricted', 'runAsNonRoot', 'seccompProfile_restricted']);
    expect(checks(withPod({}), 18)).toEqual(['allowPrivilegeEscalation', 'runAsNonRoot']);
    expect(checks(withPod({}), 7)).toEqual(['runAsNonRoot']);
    expect(checks(restrictedPodContext({ runAsUser: 0 }), 22)).toEqual([]);
  });

  test('ask Windows for what it does not have before v1.25', () => {
    expect(checks(withPod({ os: { name: 'windows' } }), 24)).toEqual(['allowPrivilegeEscalation', 'capabilities_restricted', 'runAsNonRoot', 'seccompProfile_restricted']);
    expect(checks(withPod({ os: { name: 'windows' } }), 25)).toEqual(['runAsNonRoot']);
  });

  test('read seccomp profiles in annotations before v1.19', () => {
    const annotated = withPodMetadata({ annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' } });
    expect(evaluated(annotated, 18).violations[0]).toMatchObject({
      check: 'seccompProfile_baseline', fields: ['metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]'],
    });
    expect(evaluated(annotated, 19).level).toBe('baseline');
  });
});

test('a policy newer than the newest one is that one', () => {
  expect(NEWEST_POLICY).toBe(37);
  expect(evaluated(withPod({ hostPID: true }), 99)).toEqual(evaluated(withPod({ hostPID: true }), 37));
});

test('the server tells once of what two levels forbid', () => {
  const evaluation = evaluated(withPod({ volumes: [{ name: 'a', hostPath: { path: '/' } }] }));
  const told = (level: 'privileged' | 'baseline' | 'restricted') => violationsUnder(level, evaluation, 37).map(({ check }) => check);
  expect(told('privileged')).toEqual([]);
  expect(told('baseline')).toEqual(['hostPathVolumes']);
  expect(told('restricted')).toEqual(['allowPrivilegeEscalation', 'capabilities_restricted', 'restrictedVolumes', 'runAsNonRoot', 'seccompProfile_restricted']);
});
