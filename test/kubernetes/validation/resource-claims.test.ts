import { refuses, withContainer, withPod } from '../refusals';

describe('resource claims', () => {
  refuses('a claim that the pod does not make', withContainer({ resources: { claims: [{ name: 'gpu' }] } }), [
    'FieldValueNotFound spec.template.spec.containers[0].resources.claims[0]: must be one of the names in pod.spec.resourceClaims which is empty',
  ]);
  refuses('a claim made twice', withPod({
    resourceClaims: [{ name: 'a', resourceClaimName: 'x' }, { name: 'a', resourceClaimName: 'x' }],
  }), [
    'FieldValueDuplicate spec.template.spec.resourceClaims[1].name',
  ]);
  refuses('a claim with no source', withPod({ resourceClaims: [{ name: 'a' }] }), [
    'FieldValueInvalid spec.template.spec.resourceClaims[0]: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
  ]);
  refuses('a claim with two sources', withPod({
    resourceClaims: [{ name: 'a', resourceClaimName: 'x', resourceClaimTemplateName: 'y' }],
  }), [
    'FieldValueInvalid spec.template.spec.resourceClaims[0]: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
  ]);
  refuses('a claim without a name', withPod({ resourceClaims: [{ name: '', resourceClaimName: 'x' }] }), [
    'FieldValueRequired spec.template.spec.resourceClaims[0].name',
  ]);
  refuses('a claim used twice in one container', withPod({
    resourceClaims: [{ name: 'a', resourceClaimName: 'x' }],
    containers: [{ name: 'c0', image: 'i', resources: { claims: [{ name: 'a' }, { name: 'a' }] } }],
  }), [
    'FieldValueDuplicate spec.template.spec.containers[0].resources.claims[1]',
  ]);
});
