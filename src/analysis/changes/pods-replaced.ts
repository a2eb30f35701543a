import { ChangeCheck } from './change-check';
import { rolloutCauses } from '../../kubernetes/equality';
import { Severity } from '../severity';

const SHOWN = 4;

/** ND702 */
export const podsReplaced: ChangeCheck = {
  id: 'ND702',
  severity: Severity.INFO,
  title: 'The pods on all nodes are replaced',
  text: 'Any difference in the text of the pod template, after Kubernetes\' defaults, is a new revision: the pods are replaced by the update strategy, or '
    + 'when they are deleted where that is `OnDelete`. `1Gi` and `1024Mi` are the same amount, and yet another text.',
  acknowledgeable: true,
  judge(before, after) {
    const fields = after.kind === 'DaemonSet' ? rolloutCauses(before, after).map(({ path }) => path) : [];
    const more = fields.length > SHOWN ? ` and ${fields.length - SHOWN} more` : '';
    return fields.length === 0 ? [] : [{ field: fields[0], message: `applying it replaces the pods on all nodes, because of ${fields.slice(0, SHOWN).join(', ')}${more}` }];
  },
};
