import { SYSTEM_PRIORITIES } from '../../kubernetes/priority-classes';
import { Check } from '../check';
import { textAt, valueAt } from '../loose';
import { ObjectSet } from '../object-set';
import { Severity } from '../severity';

/** ND206 */
export const priorityOfAnotherClass: Check = {
  id: 'ND206',
  severity: Severity.ERROR,
  title: 'The priority is set to what its class is not',
  text: 'The admission plugin Priority computes the number from `priorityClassName` and refuses each pod that states another one. The DaemonSet '
    + 'itself is taken, so that only its `FailedCreate` events tell: '
    + '[pod priority](https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#pod-priority).',
  acknowledgeable: true,
  judge({ pod: { priority, priorityClassName } }, objects) {
    const expected = priority === undefined ? undefined : valueOf(priorityClassName, objects);
    if (expected === undefined) {
      return 'does not apply';
    }
    return priority === expected ? 'holds' : [{
      field: 'spec.template.spec.priority',
      message: `the API server refuses pods with priority ${priority}, as `
        + `${priorityClassName ? `the class '${priorityClassName}' has ${expected}` : `pods without a class have ${expected}`}: `
        + 'leave priority out, and name the class in priorityClassName',
    }];
  },
};

/** The number that a class stands for; nothing where no object tells. */
function valueOf(name: string | undefined, objects: ObjectSet): number | undefined {
  if (name && Object.hasOwn(SYSTEM_PRIORITIES, name)) {
    return SYSTEM_PRIORITIES[name];
  }
  const classes = objects.ofKind('PriorityClass').filter(({ manifest }) => textAt(manifest, 'apiVersion')?.startsWith('scheduling.k8s.io/'));
  const found = classes.find(object => name ? object.name === name : valueAt(object.manifest, 'globalDefault') === true);
  const value = valueAt(found?.manifest, 'value');
  return typeof value === 'number' ? value : name ? undefined : 0;
}
