import { Check } from '../check';
import { Severity } from '../severity';

/** ND208 */
export const schedulingGates: Check = {
  id: 'ND208',
  severity: Severity.ERROR,
  title: 'The pods wait at scheduling gates',
  text: 'A pod with a gate is not scheduled until something takes the gate out of that pod. The DaemonSet controller never does, so every pod stays '
    + '`SchedulingGated`: [pod scheduling readiness](https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/). Accept it '
    + 'where a program of yours opens the gate of each pod.',
  acknowledgeable: true,
  judge({ pod: { schedulingGates: gates = [] } }) {
    return gates.length === 0 ? 'holds' : [{
      field: 'spec.template.spec.schedulingGates',
      message: `no pod is scheduled before something opens ${gates.map(({ name }) => `'${name}'`).join(', ')} of each: take the gates out of the template`,
    }];
  },
};
