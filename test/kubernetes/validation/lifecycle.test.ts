import { refuses, withContainer, withPod } from '../refusals';

describe('lifecycle', () => {
  refuses('a hook without a handler', withContainer({ lifecycle: { preStop: {} } }), [
    'FieldValueRequired spec.template.spec.containers[0].lifecycle.preStop: must specify a handler type',
  ]);
  refuses('a hook with two handlers', withContainer({ lifecycle: { preStop: { exec: { command: ['a'] }, sleep: { seconds: 1 } } } }), [
    'FieldValueForbidden spec.template.spec.containers[0].lifecycle.preStop.sleep: may not specify more than 1 handler type',
  ]);
  refuses('a sleep longer than the grace period', withPod({
    terminationGracePeriodSeconds: 5,
    containers: [{ name: 'c0', image: 'i', lifecycle: { preStop: { sleep: { seconds: 6 } } } }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].lifecycle.preStop.sleep: must be non-negative and less than terminationGracePeriodSeconds (5)',
  ]);
});
