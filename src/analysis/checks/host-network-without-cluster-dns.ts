import { Check } from '../check';
import { Severity } from '../severity';

/** ND213 */
export const hostNetworkWithoutClusterDns: Check = {
  id: 'ND213',
  severity: Severity.WARNING,
  title: 'Under host networking the DNS policy ClusterFirst means the DNS of the node',
  text: 'A pod with host networking does not find Services by name unless `dnsPolicy` is `ClusterFirstWithHostNet`, and `ClusterFirst` is what it has '
    + 'when nothing is said: [DNS policy](https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy), '
    + '[kubernetes#35761](https://github.com/kubernetes/kubernetes/issues/35761). Where the DNS of the node is meant, `Default` says so.',
  acknowledgeable: true,
  judge({ pod }) {
    if (!pod.hostNetwork) {
      return 'does not apply';
    }
    return pod.dnsPolicy !== 'ClusterFirst' ? 'holds' : [{
      field: 'spec.template.spec.dnsPolicy',
      message: 'under host networking dnsPolicy ClusterFirst finds no Service by name: '
        + 'write ClusterFirstWithHostNet, or Default where the DNS of the node is meant',
    }];
  },
};
