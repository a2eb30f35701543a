import { choosesOs } from '../../kubernetes/node-os';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND226 */
export const everyTaintOnEveryOs: Check = {
  id: 'ND226',
  severity: Severity.WARNING,
  title: 'Every taint is tolerated, and no operating system chosen',
  text: 'Such a daemon comes to Windows nodes too, as the taint that keeps Linux pods off them is tolerated with the others; there its image cannot be '
    + 'pulled: [flannel#1459](https://github.com/flannel-io/flannel/issues/1459).',
  acknowledgeable: true,
  judge({ pod }) {
    const position = (pod.tolerations ?? []).findIndex(({ key, operator, effect }) => !key && operator === 'Exists' && (!effect || effect === 'NoSchedule'));
    // Of a pod that names its system, another check says the same.
    if (position < 0 || pod.os !== undefined) {
      return 'does not apply';
    }
    return choosesOs(pod) || pod.nodeName ? 'holds' : [{
      field: `spec.template.spec.tolerations[${position}]`,
      message: 'every taint is tolerated, that of nodes of another operating system too: add the nodeSelector kubernetes.io/os: linux',
    }];
  },
};
