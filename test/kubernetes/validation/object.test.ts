import { DNS_SUBDOMAIN, refusesCompanion } from '../refusals';

describe('object', () => {
  refusesCompanion('a service account that is no DNS name', 'ServiceAccount', { metadata: { name: 'A' } }, [
    `FieldValueInvalid metadata.name: ${DNS_SUBDOMAIN}`,
  ]);
  refusesCompanion('a namespace with a dot', 'Namespace', { metadata: { name: 'a.b' } }, [
    'FieldValueInvalid metadata.name: must not contain dots',
  ]);
  refusesCompanion('a namespace finalizer without a domain', 'Namespace', { spec: { finalizers: ['mine'] } }, [
    'FieldValueInvalid spec.finalizers: name is neither a standard finalizer name nor is it fully qualified',
  ]);
  refusesCompanion('a negative generation', 'ServiceAccount', { metadata: { name: 'a', generation: -1 } }, [
    'FieldValueInvalid metadata.generation: must be greater than or equal to 0',
  ]);
  refusesCompanion('a resource version on creation', 'ServiceAccount', { metadata: { name: 'a', resourceVersion: '1' } }, [
    'FieldValueForbidden metadata.resourceVersion: resourceVersion should not be set on objects to be created',
  ]);
});
