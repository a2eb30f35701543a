import * as fc from 'fast-check';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import { decode } from '../../../src/kubernetes/decode';
import { defaultDaemonSet } from '../../../src/kubernetes/default-daemon-set';
import { validateDaemonPods } from '../../../src/kubernetes/validation/daemon-pods';
import { validateDaemonSet } from '../../../src/kubernetes/validation/daemon-set';
import { validatePod } from '../../../src/kubernetes/validation/pod';
import { mutate, mutations } from '../differential/mutation';
import { daemonSets } from '../differential/valid-daemon-set';

test('what is refused of the pods is the same whether the pod is made or not', () => {
  let refused = 0;
  fc.assert(fc.property(daemonSets(), fc.array(mutations(), { maxLength: 2 }), (valid, changes) => {
    const { object, problems } = decode('DaemonSet', changes.reduce(mutate, valid), { allowUnknown: true });
    if (problems.length > 0) {
      return;
    }
    const daemonSet = defaultDaemonSet(object);
    if (validateDaemonSet(daemonSet).length === 0) {
      const errors = validateDaemonPods(daemonSet);
      refused += errors.length > 0 ? 1 : 0;
      expect(errors).toEqual(validatePod(daemonPod(daemonSet)));
    }
  }), { numRuns: 1000 });
  expect(refused).toBeGreaterThan(0);
}, 60_000);
