import { refuses, withPod } from '../refusals';

describe('dns', () => {
  refuses('no name server for a DNS of its own', withPod({ dnsPolicy: 'None' }), [
    'FieldValueRequired spec.template.spec.dnsConfig: must provide `dnsConfig` when `dnsPolicy` is None',
  ]);
  refuses('more than three name servers', withPod({
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] },
  }), [
    'FieldValueInvalid spec.template.spec.dnsConfig.nameservers: must not have more than 3 nameservers',
  ]);
  refuses('a name server that is no address', withPod({ dnsConfig: { nameservers: ['dns'] } }), [
    'FieldValueInvalid spec.template.spec.dnsConfig.nameservers[0]: must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
  refuses('a search domain that is none', withPod({ dnsConfig: { searches: ['a b'] } }), [
    "FieldValueInvalid spec.template.spec.dnsConfig.searches[0]: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')",
  ]);
  refuses('an option without a name', withPod({ dnsConfig: { options: [{ name: '' }] } }), [
    'FieldValueRequired spec.template.spec.dnsConfig.options[0]: must not be empty',
  ]);
});
