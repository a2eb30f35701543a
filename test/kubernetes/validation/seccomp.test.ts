import { refuses, withPod } from '../refusals';

describe('seccomp', () => {
  refuses('a local profile without its file', withPod({ securityContext: { seccompProfile: { type: 'Localhost' } } }), [
    'FieldValueRequired spec.template.spec.securityContext.seccompProfile.localhostProfile: must be set when seccomp type is Localhost',
  ]);
  refuses('a file for a profile that is not local', withPod({
    securityContext: { seccompProfile: { type: 'RuntimeDefault', localhostProfile: 'a' } },
  }), [
    'FieldValueInvalid spec.template.spec.securityContext.seccompProfile.localhostProfile: can only be set when seccomp type is Localhost',
  ]);
  refuses("a file above the profiles' directory", withPod({
    securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: '../a' } },
  }), [
    "FieldValueInvalid spec.template.spec.securityContext.seccompProfile.localhostProfile: must not contain '..'",
  ]);
  refuses('an unknown profile type', withPod({ securityContext: { seccompProfile: { type: 'Strict' } } }), [
    'FieldValueNotSupported spec.template.spec.securityContext.seccompProfile.type: supported values: "Localhost", "RuntimeDefault", "Unconfined"',
  ]);
  refuses('no profile type', withPod({ securityContext: { seccompProfile: {} } }), [
    'FieldValueRequired spec.template.spec.securityContext.seccompProfile.type: type is required when seccompProfile is set',
  ]);
});
