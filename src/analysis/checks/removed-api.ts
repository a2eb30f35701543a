import { Check } from '../check';
import { Severity } from '../severity';

/** ND105 */
export const removedApi: Check = {
  id: 'ND105',
  severity: Severity.ERROR,
  title: 'The API of the manifest was removed in Kubernetes 1.16',
  text: 'DaemonSets of `extensions/v1beta1` and `apps/v1beta2` are refused since Kubernetes 1.16: '
    + '[deprecation guide](https://kubernetes.io/docs/reference/using-api/deprecation-guide/#daemonset-v116). Write `apps/v1`, and the selector, which '
    + 'was optional: the labels of the pod template. The other checks judge the manifest as if that were done.',
  acknowledgeable: false,
  judge: ({ context }) => context.removedApi === undefined ? 'holds' : [{
    field: 'apiVersion',
    message: `${context.removedApi} was removed in Kubernetes 1.16: write apps/v1, with spec.selector.matchLabels the labels of the pod template`,
  }],
};
