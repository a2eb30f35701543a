import { refuses, withPod } from '../refusals';

describe('pod security context', () => {
  refuses('a group out of range', withPod({ securityContext: { fsGroup: 2147483648 } }), [
    'FieldValueInvalid spec.template.spec.securityContext.fsGroup: must be between 0 and 2147483647, inclusive',
  ]);
  refuses('a supplemental group out of range', withPod({ securityContext: { supplementalGroups: [-1] } }), [
    'FieldValueInvalid spec.template.spec.securityContext.supplementalGroups[0]: must be between 0 and 2147483647, inclusive',
  ]);
  refuses('an unknown fsGroup change policy', withPod({ securityContext: { fsGroupChangePolicy: 'Never' } }), [
    'FieldValueNotSupported spec.template.spec.securityContext.fsGroupChangePolicy: supported values: "Always", "OnRootMismatch"',
  ]);
  refuses('an unknown supplemental groups policy', withPod({ securityContext: { supplementalGroupsPolicy: 'None' } }), [
    'FieldValueNotSupported spec.template.spec.securityContext.supplementalGroupsPolicy: supported values: "Merge", "Strict"',
  ]);
  refuses('a sysctl without a name', withPod({ securityContext: { sysctls: [{ name: '', value: '1' }] } }), [
    'FieldValueRequired spec.template.spec.securityContext.sysctls[0].name',
  ]);
  refuses('a sysctl set twice', withPod({
    securityContext: { sysctls: [{ name: 'kernel.sem', value: '1' }, { name: 'kernel.sem', value: '2' }] },
  }), [
    'FieldValueDuplicate spec.template.spec.securityContext.sysctls[1].name',
  ]);
  refuses('a malformed sysctl', withPod({ securityContext: { sysctls: [{ name: 'Kernel', value: '1' }] } }), [
    'FieldValueInvalid spec.template.spec.securityContext.sysctls[0].name: must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$',
  ]);
  refuses('a sysctl of the host network', withPod({
    hostNetwork: true,
    securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] },
  }), [
    "FieldValueInvalid spec.template.spec.securityContext.sysctls[0].name: may not be specified when 'hostNetwork' is true",
  ]);
  refuses('an unknown SELinux change policy', withPod({ securityContext: { seLinuxChangePolicy: 'Never' } }), [
    'FieldValueNotSupported spec.template.spec.securityContext.seLinuxChangePolicy: supported values: "MountOption", "Recursive"',
  ]);
});
