import { refuses, withContainer, withPodMetadata } from '../refusals';

describe('app armor', () => {
  refuses('a local profile without its name', withContainer({ securityContext: { appArmorProfile: { type: 'Localhost' } } }), [
    'FieldValueRequired spec.template.spec.containers[0].securityContext.appArmorProfile.localhostProfile: must be set when AppArmor type is Localhost',
  ]);
  refuses('a name for a profile that is not local', withContainer({
    securityContext: { appArmorProfile: { type: 'Unconfined', localhostProfile: 'a' } },
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext.appArmorProfile.localhostProfile: can only be set when AppArmor type is Localhost',
  ]);
  refuses('an unknown profile type', withContainer({ securityContext: { appArmorProfile: { type: 'Complain' } } }), [
    'FieldValueNotSupported spec.template.spec.containers[0].securityContext.appArmorProfile.type: supported values: "Localhost", "RuntimeDefault", "Unconfined"',
  ]);
  refuses('a padded profile name', withContainer({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext.appArmorProfile.localhostProfile: must not be padded with whitespace',
  ]);
  refuses('an annotation for a container that is not there', withPodMetadata({
    annotations: { 'container.apparmor.security.beta.kubernetes.io/none': 'runtime/default' },
  }), [
    'FieldValueInvalid spec.template.annotations[container.apparmor.security.beta.kubernetes.io/none]: container not found',
  ]);
  refuses('an annotation with an unknown profile', withPodMetadata({
    annotations: { 'container.apparmor.security.beta.kubernetes.io/c0': 'complain' },
  }), [
    'FieldValueInvalid spec.template.annotations[container.apparmor.security.beta.kubernetes.io/c0]: invalid AppArmor profile name: "complain"',
  ]);
});
