import { breaks, fits, restrictedContainer, restrictedContext, restrictedPodContext, restrictedWith } from './secured';

describe('what baseline forbids', () => {
  breaks('sharing namespaces with the node', restrictedWith({ hostNetwork: true, hostPID: true, hostIPC: true }), [
    'baseline hostNamespaces: host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)',
  ], ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC']);
  breaks('a path of the node', restrictedWith({ volumes: [{ name: 'tmp', emptyDir: {} }, { name: 'logs', hostPath: { path: '/var/log' } }] }), [
    'baseline hostPathVolumes: hostPath volumes (volume "logs")',
    'restricted restrictedVolumes: restricted volume types (volume "logs" uses restricted volume type "hostPath")',
  ], ['spec.volumes[1].hostPath']);
  breaks('a port of the node', restrictedContainer({ ports: [{ containerPort: 80 }, { containerPort: 9100, hostPort: 9100 }] }), [
    'baseline hostPorts: hostPort (container "c0" uses hostPort 9100)',
  ], ['spec.containers[0].ports[1].hostPort']);
  breaks('a port that host networking makes one of the node', restrictedWith({
    hostNetwork: true,
    containers: [{ name: 'c0', image: 'a', ports: [{ containerPort: 80 }], securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
  }), [
    'baseline hostNamespaces: host namespaces (hostNetwork=true)', 'baseline hostPorts: hostPort (container "c0" uses hostPort 80)',
  ], ['spec.hostNetwork', 'spec.containers[0].ports[0].hostPort']);
  breaks('a probe of another host', restrictedContainer({
    livenessProbe: { httpGet: { port: 80, host: '127.0.0.1' } }, lifecycle: { preStop: { tcpSocket: { port: 80, host: 'example.com' } } },
  }), [
    'baseline hostProbesAndHostLifecycle: probe or lifecycle host (container "c0" uses probe or lifecycle hosts "127.0.0.1", "example.com")',
  ], ['spec.containers[0].livenessProbe.httpGet.host', 'spec.containers[0].lifecycle.preStop.tcpSocket.host']);
  breaks('a privileged container', restrictedContext({ allowPrivilegeEscalation: undefined, privileged: true }), [
    'baseline privileged: privileged (container "c0" must not set securityContext.privileged=true)',
    'restricted allowPrivilegeEscalation: allowPrivilegeEscalation != false (container "c0" must set securityContext.allowPrivilegeEscalation=false)',
  ], ['spec.containers[0].securityContext.privileged', 'spec.containers[0].securityContext.allowPrivilegeEscalation']);
  breaks('a capability beyond the usual ones', restrictedContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'NET_ADMIN', 'CAP_CHOWN'] } }), [
    'baseline capabilities_baseline: non-default capabilities (container "c0" must not include "CAP_CHOWN", "NET_ADMIN" in securityContext.capabilities.add)',
    'restricted capabilities_restricted: unrestricted capabilities (container "c0" must not include "CAP_CHOWN", "NET_ADMIN" in securityContext.capabilities.add)',
  ], ['spec.containers[0].securityContext.capabilities.add[1]', 'spec.containers[0].securityContext.capabilities.add[2]']);
  breaks('no AppArmor profile', restrictedContext({ appArmorProfile: { type: 'Unconfined' } }), [
    'baseline appArmorProfile: forbidden AppArmor profile (container "c0" must not set AppArmor profile type to "Unconfined")',
  ], ['spec.containers[0].securityContext.appArmorProfile.type']);
  breaks('an SELinux user', restrictedPodContext({ seLinuxOptions: { user: 'system_u', type: 'spc_t', level: 's0' } }), [
    'baseline seLinuxOptions: seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set)',
  ], ['spec.securityContext.seLinuxOptions.type', 'spec.securityContext.seLinuxOptions.user']);
  breaks('no seccomp profile', restrictedContext({ seccompProfile: { type: 'Unconfined' } }), [
    'baseline seccompProfile_baseline: seccompProfile (container "c0" must not set securityContext.seccompProfile.type to "Unconfined")',
    'restricted seccompProfile_restricted: seccompProfile (container "c0" must not set securityContext.seccompProfile.type to "Unconfined")',
  ], ['spec.containers[0].securityContext.seccompProfile.type']);
  breaks('a kernel parameter that other pods feel', restrictedPodContext({ sysctls: [{ name: 'kernel.shm_rmid_forced', value: '1' }, { name: 'net.core.somaxconn', value: '1' }] }), [
    'baseline sysctls: forbidden sysctls (net.core.somaxconn)',
  ], ['spec.securityContext.sysctls[1].name']);
  breaks('a process on a node of Windows', restrictedWith({
    os: { name: 'windows' },
    hostNetwork: true,
    securityContext: { runAsNonRoot: true, windowsOptions: { hostProcess: true } },
    containers: [{ name: 'c0', image: 'a' }],
  }), [
    'baseline hostNamespaces: host namespaces (hostNetwork=true)',
    'baseline windowsHostProcess: hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
  ], ['spec.hostNetwork', 'spec.securityContext.windowsOptions.hostProcess']);

  fits('a Localhost profile of AppArmor', restrictedContext({ appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } }));
  fits('a probe of the pod itself', restrictedContainer({ livenessProbe: { httpGet: { port: 80 } } }));
});
