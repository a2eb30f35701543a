import * as fc from 'fast-check';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import type { DaemonPod } from '../../../src/kubernetes/daemon-pod';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import { evaluatePodSecurity } from '../../../src/kubernetes/pod-security/evaluate';
import { securedDaemonSets } from '../differential/secured-daemon-sets';
import type { Json } from '../differential/valid-object';

/** What restricted wants to be said; every other field is best left out. */
const SAID: Record<string, unknown> = { allowPrivilegeEscalation: false, drop: ['ALL'], runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

/** The pod with the fields of these paths put right. */
function repaired(pod: DaemonPod, fields: readonly string[]): DaemonPod {
  const copy = structuredClone(pod);
  for (const field of fields) {
    // Annotations have dots and slashes in their names.
    const [, path, annotation] = /^([^[]*(?:\[\d+\][^[]*)*)(?:\[(.*)\])?$/.exec(field.replace(/(seccompProfile)\.type$/, '$1'))!;
    const steps = [...path.match(/[^.[\]]+/g)!, ...(annotation === undefined ? [] : [annotation])];
    const last = steps.pop()!;
    let holder = copy as unknown as Json;
    for (const step of steps) { holder = (holder[step] ??= {}) as Json; }
    if (last in SAID) { holder[last] = SAID[last]; } else { delete holder[last]; }
    if (steps.at(-2) === 'volumes') { holder.emptyDir = {}; }
    if (steps.at(-1) === 'add') { holder[last] = 'NET_BIND_SERVICE'; }
    if (steps.at(-2) === 'sysctls') { holder.name = 'kernel.shm_rmid_forced'; }
    if (steps.at(-1) === 'appArmorProfile') { holder.type = 'RuntimeDefault'; }
  }
  return copy;
}

test('who repairs the fields that a violation names, has repaired all of it', () => {
  fc.assert(fc.property(securedDaemonSets(), fc.integer({ min: 18, max: 37 }), (manifest, minor) => {
    const { stored, errors, problems } = admitDaemonSet(JSON.parse(JSON.stringify(manifest)));
    fc.pre(errors.length + problems.length === 0);
    const pod = daemonPod(stored!);
    for (const { check, fields } of evaluatePodSecurity(pod, minor).violations) {
      expect(fields).not.toEqual([]);
      expect(evaluatePodSecurity(repaired(pod, fields), minor).violations.filter((left) => left.check === check)).toEqual([]);
    }
  }), { numRuns: 300 });
});
