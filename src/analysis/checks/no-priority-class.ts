import { Check } from '../check';
import { valueAt } from '../loose';
import { Severity } from '../severity';

/** ND503 */
export const noPriorityClass: Check = {
  id: 'ND503',
  severity: Severity.WARNING,
  title: 'The daemon has no priority class',
  text: 'On a full node its pod stays Pending, for it may push nobody out, and under pressure it is evicted like any other pod, though nothing can '
    + 'take its place elsewhere. `system-node-critical` is for what a node does not work without; a '
    + '[class of your own](https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/) above that of applications does for the rest.',
  acknowledgeable: true,
  judge({ pod }, objects) {
    const isGiven = Boolean(pod.priorityClassName) || pod.priority !== undefined;
    return isGiven || objects.ofKind('PriorityClass').some(({ manifest }) => valueAt(manifest, 'globalDefault') === true) ? 'holds' : [{
      field: 'spec.template.spec.priorityClassName',
      message: 'without a priority class its pods find no room on a full node and are evicted before others: '
        + 'set priorityClassName, such as system-node-critical where the node needs it',
    }];
  },
};
