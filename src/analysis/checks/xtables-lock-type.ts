import { placeOf } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND227 */
export const xtablesLockType: Check = {
  id: 'ND227',
  severity: Severity.WARNING,
  title: 'The lock of iptables is mounted with a type that does not create the file',
  text: 'Where `/run/xtables.lock` is not there yet, a volume without a type makes a directory of it, and then no program of the node can lock '
    + 'iptables: [amazon-vpc-cni-k8s#2840](https://github.com/aws/amazon-vpc-cni-k8s/issues/2840), '
    + '[talos#2251](https://github.com/siderolabs/talos/issues/2251). With the type File the pod does not start before another program made it.',
  acknowledgeable: true,
  judge({ pod }) {
    const locks = (pod.volumes ?? []).flatMap(({ hostPath }, i) => hostPath !== undefined && placeOf(hostPath.path) === '/run/xtables.lock'
      ? [{ hostPath, field: `spec.template.spec.volumes[${i}].hostPath.type` }] : []);
    return locks.length === 0 ? 'does not apply' : answer(locks.filter(({ hostPath }) => hostPath.type !== 'FileOrCreate').map(({ hostPath, field }) => ({
      field,
      message: `'${hostPath.path}' is mounted with the type '${hostPath.type ?? ''}', which does not create the lock file where it is missing: use FileOrCreate`,
    })));
  },
};
