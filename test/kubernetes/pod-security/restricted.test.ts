import { breaks, evaluated, fits, restrictedContext, restrictedPodContext, restrictedWith } from './secured';
import { withPod, withPodMetadata } from '../refusals';

describe('what restricted asks for', () => {
  fits('a pod that says everything', restrictedWith({}));
  breaks('a pod that says nothing', withPod({}), [
    'restricted allowPrivilegeEscalation: allowPrivilegeEscalation != false (container "c0" must set securityContext.allowPrivilegeEscalation=false)',
    'restricted capabilities_restricted: unrestricted capabilities (container "c0" must set securityContext.capabilities.drop=["ALL"])',
    'restricted runAsNonRoot: runAsNonRoot != true (pod or container "c0" must set securityContext.runAsNonRoot=true)',
    'restricted seccompProfile_restricted: seccompProfile (pod or container "c0" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  ], [
    'spec.containers[0].securityContext.allowPrivilegeEscalation',
    'spec.containers[0].securityContext.capabilities.drop',
    'spec.containers[0].securityContext.runAsNonRoot',
    'spec.containers[0].securityContext.seccompProfile.type',
  ]);
  breaks('a capability of baseline', restrictedContext({ capabilities: { drop: ['NET_RAW'], add: ['CHOWN', 'NET_BIND_SERVICE'] } }), [
    'restricted capabilities_restricted: unrestricted capabilities (container "c0" must set securityContext.capabilities.drop=["ALL"]; container "c0" must not include "CHOWN" in securityContext.capabilities.add)',
  ], ['spec.containers[0].securityContext.capabilities.drop', 'spec.containers[0].securityContext.capabilities.add[0]']);
  breaks('a volume of the network', restrictedWith({ volumes: [{ name: 'a', nfs: { server: 's', path: '/' } }, { name: 'b', emptyDir: {} }] }), [
    'restricted restrictedVolumes: restricted volume types (volume "a" uses restricted volume type "nfs")',
  ], ['spec.volumes[0].nfs']);
  breaks('root on purpose', restrictedContext({ runAsUser: 0 }), [
    'restricted runAsUser: runAsUser=0 (container "c0" must not set runAsUser=0)',
  ], ['spec.containers[0].securityContext.runAsUser']);
  breaks('a pod that denies it for its containers', restrictedPodContext({ runAsNonRoot: false, runAsUser: 0 }), [
    'restricted runAsNonRoot: runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)',
    'restricted runAsUser: runAsUser=0 (pod must not set runAsUser=0)',
  ], ['spec.securityContext.runAsNonRoot', 'spec.securityContext.runAsUser']);
  breaks('a container that denies it, beside one that says nothing,', restrictedWith({
    securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } },
    initContainers: [{ name: 'i0', image: 'a', securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: false, capabilities: { drop: ['ALL'] } } }],
  }), [
    'restricted runAsNonRoot: runAsNonRoot != true (container "i0" must not set securityContext.runAsNonRoot=false)',
  ], ['spec.initContainers[0].securityContext.runAsNonRoot', 'spec.containers[0].securityContext.runAsNonRoot']);

  fits('a pod for Windows, where most of it does not exist,', withPod({ os: { name: 'windows' }, securityContext: { runAsNonRoot: true } }));
});

test('an annotation of AppArmor counts at the annotation and at the field that it becomes', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/c0';
  const [first] = evaluated(withPodMetadata({ annotations: { [key]: 'unconfined' } })).violations;
  expect(first).toEqual({
    level: 'baseline',
    check: 'appArmorProfile',
    fields: ['spec.containers[0].securityContext.appArmorProfile.type', `metadata.annotations[${key}]`],
    message: `forbidden AppArmor profiles (container "c0" and annotation must not set AppArmor profile type to "Unconfined", "${key}="unconfined"")`,
  });
});
