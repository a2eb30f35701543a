import { apart, conditionsInWords, taintsOf, useInWords } from '../apart';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND310 */
export const clientElsewhere: Check = {
  id: 'ND310',
  severity: Severity.WARNING,
  title: 'A client of the daemon may run where the daemon does not',
  text: 'The client asks the copy on its own node, and on a node that runs no copy it gets no answer. It must ask for the nodes of the daemon, be kept beside its '
    + 'pods by a required `podAffinity` with the topology key `kubernetes.io/hostname`, or tolerate no taint that the daemon does not: '
    + '[assigning pods to nodes](https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/). Who is a client, [ND309](#nd309) says. '
    + 'Conditions that only leave out virtual nodes do not count, nor those that leave out the control plane where the client does not tolerate '
    + '`node-role.kubernetes.io/control-plane:NoSchedule`, nor taints by the state of a node, such as `node.kubernetes.io/not-ready`.',
  acknowledgeable: true,
  comparesDaemons: true,
  judge(daemon, objects) {
    const found = apart(daemon, objects, 'somewhere');
    return found === undefined ? 'does not apply' : answer(found.map(use => {
      const conditions = conditionsInWords(use);
      return {
        field: conditions?.field ?? 'spec.template.spec',
        message: `${useInWords(use)}, and may run without it: ${conditions === undefined
          ? `the client tolerates ${taintsOf(use)}, and the daemon does not: tolerate the same in both`
          : `${conditions.words}, and the client is not bound to them: give both the same condition`}`,
        other: use.client,
      };
    }));
  },
};
