import { DNS_SUBDOMAIN, refuses, withContainer, withPod } from '../refusals';

describe('windows', () => {
  refuses('a credential without a name', withContainer({ securityContext: { windowsOptions: { gmsaCredentialSpecName: '' } } }), [
    `FieldValueInvalid spec.template.spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpecName: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a user name with a colon', withContainer({ securityContext: { windowsOptions: { runAsUserName: 'a:b' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].securityContext.windowsOptions.runAsUserName: runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]',
  ]);
  refuses('a user name of dots', withContainer({ securityContext: { windowsOptions: { runAsUserName: '..' } } }), [
    "FieldValueInvalid spec.template.spec.containers[0].securityContext.windowsOptions.runAsUserName: runAsUserName's User cannot contain only periods or spaces",
  ]);
  refuses('a host process beside an ordinary container', withPod({
    hostNetwork: true,
    containers: [{ name: 'a', image: 'i', securityContext: { windowsOptions: { hostProcess: true } } }, { name: 'b', image: 'i' }],
  }), [
    'FieldValueInvalid spec.template.spec: If pod contains any hostProcess containers then all containers must be HostProcess containers',
  ]);
});
