import { choosesOs } from '../../kubernetes/node-os';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND204 */
export const osWithoutSelector: Check = {
  id: 'ND204',
  severity: Severity.WARNING,
  title: 'spec.os names an operating system, and nothing keeps the pods off nodes of another',
  text: 'The scheduler and the DaemonSet controller do not look at `spec.os`. On a node of another system the kubelet refuses the pod with '
    + '`PodOSNotSupported`, and the controller makes the next one: [pod OS](https://kubernetes.io/docs/concepts/workloads/pods/#pod-os).',
  acknowledgeable: true,
  judge({ pod }) {
    const os = pod.os?.name;
    if (os === undefined) {
      return 'does not apply';
    }
    return choosesOs(pod) || pod.nodeName ? 'holds' : [{
      field: 'spec.template.spec.os.name',
      message: `spec.os is '${os}', which no scheduler looks at, so nodes of other systems get pods that their kubelet refuses: `
        + `add the nodeSelector kubernetes.io/os: ${os}`,
    }];
  },
};
