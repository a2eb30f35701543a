import { VIRTUAL_NODE_LABELS } from '../../kubernetes/node-labels';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND232 */
export const virtualNodes: Check = {
  id: 'ND232',
  severity: Severity.INFO,
  title: 'Every taint is tolerated, that of virtual nodes too',
  text: 'Nodes of Fargate or of a virtual kubelet run no daemons; their taint keeps pods off, and whoever tolerates everything gets a pod there that stays '
    + 'Pending: [aws-efs-csi-driver#328](https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/328). Clusters without such nodes have nothing to fear.',
  acknowledgeable: true,
  judge({ pod }) {
    const position = (pod.tolerations ?? []).findIndex(({ key, operator, effect }) => !key && operator === 'Exists' && !effect);
    if (position < 0) {
      return 'does not apply';
    }
    const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
    const own = ({ key }: { key: string }) => VIRTUAL_NODE_LABELS.includes(key) || !key.includes('kubernetes.io/');
    const chooses = terms.some(({ matchExpressions = [] }) => matchExpressions.some(own)) || Object.keys(pod.nodeSelector ?? {}).some(key => own({ key }));
    return chooses || pod.nodeName ? 'holds' : [{
      field: `spec.template.spec.tolerations[${position}]`,
      message: 'every taint is tolerated, that of virtual nodes too: leave them out by node affinity, such as eks.amazonaws.com/compute-type NotIn [fargate]',
    }];
  },
};
