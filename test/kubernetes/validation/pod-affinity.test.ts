import { DNS_LABEL, NAME_PART, refuses, withPod } from '../refusals';

describe('pod affinity', () => {
  refuses('no topology key', withPod({
    affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: {}, topologyKey: '' }] } },
  }), [
    'FieldValueRequired spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: can not be empty',
    'FieldValueInvalid spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: name part must be non-empty',
    `FieldValueInvalid spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: ${NAME_PART}`,
  ]);
  refuses('a weight out of range', withPod({
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { labelSelector: {}, topologyKey: 'zone' } }],
      },
    },
  }), [
    'FieldValueInvalid spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: must be in the range 1-100',
  ]);
  refuses('a namespace that is none', withPod({
    affinity: {
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: {}, topologyKey: 'zone', namespaces: ['A'] }] },
    },
  }), [
    `FieldValueInvalid spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespace: ${DNS_LABEL}`,
  ]);
  refuses('label keys without a selector', withPod({
    affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', matchLabelKeys: ['a'] }] } },
  }), [
    'FieldValueForbidden spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys: must not be specified when labelSelector is not set',
  ]);
  refuses('a label key both to match and not to', withPod({
    affinity: {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{
          topologyKey: 'zone',
          labelSelector: {},
          matchLabelKeys: ['a'],
          mismatchLabelKeys: ['a'],
        }],
      },
    },
  }), [
    'FieldValueInvalid spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]: exists in both matchLabelKeys and mismatchLabelKeys',
  ]);
});
