import { DNS_SUBDOMAIN, refuses, withPod } from '../refusals';

describe('host names', () => {
  refuses('an alias of no address', withPod({ hostAliases: [{ ip: 'here', hostnames: ['a'] }] }), [
    'FieldValueInvalid spec.template.spec.hostAliases[0].ip: must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
  refuses('an alias that is no host name', withPod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['A'] }] }), [
    `FieldValueInvalid spec.template.spec.hostAliases[0].hostnames[0]: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a host name that is no label', withPod({ hostname: 'a.b' }), [
    'FieldValueInvalid spec.template.spec.hostname: must not contain dots',
  ]);
  refuses('a subdomain that is no label', withPod({ subdomain: 'a.b' }), [
    'FieldValueInvalid spec.template.spec.subdomain: must not contain dots',
  ]);
  refuses('an overridden host name under host networking', withPod({ hostNetwork: true, hostnameOverride: 'a' }), [
    'FieldValueForbidden spec.template.spec.hostnameOverride: may not be specified when hostNetwork is true',
  ]);
  refuses('an overridden host name of more than 64 bytes', withPod({ hostnameOverride: 'a'.repeat(65) }), [
    'FieldValueTooLong spec.template.spec.hostnameOverride: may not be more than 64 bytes',
  ]);
});
