import * as fc from 'fast-check';
import { mutate, mutations } from './differential/mutation';
import { daemonSets } from './differential/valid-daemon-set';
import { withPod } from './refusals';
import { admitDaemonSet } from '../../src/kubernetes/admission';

const manifests = fc.tuple(daemonSets(), fc.array(mutations(), { maxLength: 2 }))
  .map(([original, changes]) => changes.reduce((manifest, change) => mutate(manifest, change), original))
  .map((manifest) => JSON.parse(JSON.stringify(manifest)) as Record<string, unknown>);

test('what cannot be decoded is not looked at further', () => {
  expect(admitDaemonSet(withPod({ containers: 1 }))).toEqual({
    problems: [{ field: 'spec.template.spec.containers', detail: 'expected a list, got 1', kind: 'type' }],
    errors: [],
  });
});

test('what comes from a later release passes when that is allowed', () => {
  expect(admitDaemonSet(withPod({ future: 1 }), { allowUnknown: true })).toMatchObject({ problems: [], errors: [] });
});

test('no manifest is changed, and none makes it fail', () => {
  fc.assert(fc.property(manifests, (manifest) => {
    const before = JSON.stringify(manifest);
    admitDaemonSet(manifest);
    return JSON.stringify(manifest) === before;
  }), { numRuns: 500 });
});

test('what is stored is stored again as it is', () => {
  fc.assert(fc.property(manifests, (manifest) => {
    const { stored, errors } = admitDaemonSet(manifest);
    if (stored === undefined || errors.length > 0) { return; }
    expect(admitDaemonSet(JSON.parse(JSON.stringify(stored)))).toEqual({ stored, problems: [], errors: [] });
  }), { numRuns: 500 });
});
