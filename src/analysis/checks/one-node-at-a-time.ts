import { Check } from '../check';
import { Severity } from '../severity';

/** ND508 */
export const oneNodeAtATime: Check = {
  id: 'ND508',
  severity: Severity.INFO,
  title: 'A rollout goes node by node',
  text: 'The default of Kubernetes is `maxUnavailable: 1`: 250 nodes took 100 minutes, and 10 with a share of them: '
    + '[kube-prometheus#661](https://github.com/prometheus-operator/kube-prometheus/issues/661). A share grows with the cluster.',
  acknowledgeable: true,
  judge({ defaulted }) {
    const { type, rollingUpdate } = defaulted.spec?.updateStrategy ?? {};
    return type !== 'RollingUpdate' ? 'does not apply' : rollingUpdate?.maxUnavailable !== 1 ? 'holds' : [{
      field: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
      message: "a rollout replaces one pod after the other, which takes hours on hundreds of nodes: set maxUnavailable to a share such as '10%'",
    }];
  },
};
