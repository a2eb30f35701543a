import { refuses, withPod } from '../refusals';

describe('topology spread', () => {
  refuses('a skew of zero', withPod({
    topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
  }), [
    'FieldValueInvalid spec.template.spec.topologySpreadConstraints[0].maxSkew: must be greater than zero',
  ]);
  refuses('an unknown answer to what cannot be spread', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'Give up' }],
  }), [
    'FieldValueNotSupported spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable: supported values: "DoNotSchedule", "ScheduleAnyway"',
  ]);
  refuses('no topology key', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: '', whenUnsatisfiable: 'DoNotSchedule' }],
  }), [
    'FieldValueRequired spec.template.spec.topologySpreadConstraints[0].topologyKey: can not be empty',
  ]);
  refuses('one constraint twice', withPod({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
      { maxSkew: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
    ],
  }), [
    'FieldValueDuplicate spec.template.spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}',
  ]);
  refuses('domains at least, where scheduling goes on anyway', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 }],
  }), [
    'FieldValueInvalid spec.template.spec.topologySpreadConstraints[0].minDomains: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway',
  ]);
  refuses('an unknown node policy', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', nodeTaintsPolicy: 'Obey' }],
  }), [
    'FieldValueNotSupported spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: supported values: "Honor", "Ignore"',
  ]);
  refuses('label keys without a selector', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['a'] }],
  }), [
    'FieldValueForbidden spec.template.spec.topologySpreadConstraints[0].matchLabelKeys: must not be specified when labelSelector is not set',
  ]);
});
