import { DNS_SUBDOMAIN, LABEL_VALUE, NAME_PART, refuses, withMetadata } from '../refusals';

describe('metadata', () => {
  refuses('a name with upper-case letters', withMetadata({ name: 'Agent' }), [
    `FieldValueInvalid metadata.name: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a name of more than 253 characters', withMetadata({ name: 'a'.repeat(254) }), [
    'FieldValueInvalid metadata.name: must be no more than 253 characters',
  ]);
  refuses('no name at all', withMetadata({ name: '' }), [
    'FieldValueRequired metadata.name: name or generateName is required',
  ]);
  refuses('a prefix that no name can begin with', withMetadata({ name: '', generateName: 'Agent-' }), [
    `FieldValueInvalid metadata.generateName: ${DNS_SUBDOMAIN}`,
    `FieldValueInvalid metadata.name: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a namespace that is no DNS label', withMetadata({ namespace: 'a.b' }), [
    'FieldValueInvalid metadata.namespace: must not contain dots',
  ]);
  refuses('a label with a blank in its key', withMetadata({ labels: { 'a b': 'x' } }), [
    `FieldValueInvalid metadata.labels: ${NAME_PART}`,
  ]);
  refuses('a label with a bad value', withMetadata({ labels: { a: '-x' } }), [
    `FieldValueInvalid metadata.labels: ${LABEL_VALUE}`,
  ]);
  refuses('a label value of more than 63 characters', withMetadata({ labels: { a: 'a'.repeat(64) } }), [
    'FieldValueInvalid metadata.labels: must be no more than 63 bytes',
  ]);
  refuses('an annotation without a name in its key', withMetadata({ annotations: { 'example.com/': 'x' } }), [
    'FieldValueInvalid metadata.annotations: name part must be non-empty',
    `FieldValueInvalid metadata.annotations: ${NAME_PART}`,
  ]);
  refuses('annotations of more than 256 KiB', withMetadata({ annotations: { a: 'a'.repeat(262144) } }), [
    'FieldValueTooLong metadata.annotations: may not be more than 262144 bytes',
  ]);
  refuses('a finalizer of its own without a domain', withMetadata({ finalizers: ['mine'] }), [
    'FieldValueInvalid metadata.finalizers[0]: name is neither a standard finalizer name nor is it fully qualified',
  ]);
  refuses('two finalizers that contradict each other', withMetadata({ finalizers: ['orphan', 'foregroundDeletion'] }), [
    'FieldValueInvalid metadata.finalizers: finalizer orphan and foregroundDeletion cannot be both set',
  ]);
  refuses('an owner without a uid', withMetadata({ ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: '' }] }), [
    'FieldValueRequired metadata.ownerReferences[0].uid: must not be empty',
  ]);
  refuses('two owners that both control', withMetadata({
    ownerReferences: [
      { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: '1', controller: true },
      { apiVersion: 'v1', kind: 'Pod', name: 'q', uid: '2', controller: true },
    ],
  }), [
    'FieldValueInvalid metadata.ownerReferences: Only one reference can have Controller set to true. Found "true" in references for Pod/p and Pod/q',
  ]);
  refuses('an event for an owner', withMetadata({ ownerReferences: [{ apiVersion: 'v1', kind: 'Event', name: 'p', uid: '1' }] }), [
    'FieldValueInvalid metadata.ownerReferences[0]: /v1, Kind=Event is disallowed from being an owner',
  ]);
  refuses('a resource version on creation', withMetadata({ resourceVersion: '7' }), [
    'FieldValueForbidden metadata.resourceVersion: resourceVersion should not be set on objects to be created',
  ]);
  refuses('a template generation that is no number', withMetadata({ annotations: { 'deprecated.daemonset.template.generation': 'x' } }), [
    'FieldValueInvalid metadata.annotations[deprecated.daemonset.template.generation]: must be an integer',
  ]);
});
