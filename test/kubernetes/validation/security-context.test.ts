import { refuses, withContainer } from '../refusals';

describe('security context', () => {
  refuses('a negative user', withContainer({ securityContext: { runAsUser: -1 } }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext.runAsUser: must be between 0 and 2147483647, inclusive',
  ]);
  refuses('an unknown proc mount', withContainer({ securityContext: { procMount: 'Bare' } }), [
    'FieldValueNotSupported spec.template.spec.containers[0].securityContext.procMount: supported values: "Default", "Unmasked"',
  ]);
  refuses('an unmasked proc mount without a user namespace', withContainer({ securityContext: { procMount: 'Unmasked' } }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext.procMount: `hostUsers` must be false to use `Unmasked`',
  ]);
  refuses('privilege without its escalation', withContainer({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
  ]);
  refuses('SYS_ADMIN without privilege escalation', withContainer({
    securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false },
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
  ]);
  refuses('a host process without host networking', withContainer({ securityContext: { windowsOptions: { hostProcess: true } } }), [
    'FieldValueInvalid spec.template.spec.hostNetwork: hostNetwork must be true if pod contains any hostProcess containers',
  ]);
});
