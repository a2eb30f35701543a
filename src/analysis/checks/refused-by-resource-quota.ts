import type { Exceeded, Unstated } from '../../kubernetes/limits/resource-quota';
import { quotaRefusal } from '../../kubernetes/limits/resource-quota';
import { answer, Check } from '../check';
import { limitedPodOf, limitsFor } from '../namespace-limits';
import { Severity } from '../severity';

/** ND805 */
export const refusedByResourceQuota: Check = {
  id: 'ND805',
  severity: Severity.ERROR,
  title: 'A ResourceQuota of the namespace refuses the pods',
  text: '`kubectl apply` succeeds, and the controller fails to create every pod; only `FailedCreate` events of the DaemonSet tell. A '
    + '[quota](https://kubernetes.io/docs/concepts/policy/resource-quotas/) of CPU or memory demands that every container states them, also those that '
    + 'run before the others, after the defaults of LimitRanges. A quota that not even one pod fits in can only be too small. What the cluster says is '
    + 'used counts, unless the daemon is there already and may have used it itself.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const { quotas } = limitsFor(daemon, objects);
    if (daemon.isRefused || quotas.length === 0) {
      return 'does not apply';
    }
    const { spec } = limitedPodOf(daemon, objects).pod;
    return answer(quotas.flatMap(quota => {
      const { unstated = [], exceeded = [] } = quotaRefusal(quota, spec) ?? {};
      const refuses = `ResourceQuota '${quota.name}' refuses the pods:`;
      return [
        ...unstated.map(container => ({ field: `spec.template.spec.${container.at}.resources`, message: `${refuses} ${demand(container)}` })),
        ...exceeded.map(amount => ({ field: 'spec.template.spec', message: `${refuses} ${excess(amount)}` })),
      ];
    }));
  },
};

function demand({ container, resources }: Unstated): string {
  const list = resources.map(name => name.startsWith('limits.') ? `a ${name.slice(7)} limit` : `a ${name.replace('requests.', '')} request`);
  return `every container must have ${[...new Set(list)].join(' and ')}, and '${container}' has not: state it, or give the namespace a LimitRange with defaults`;
}

function excess({ resource, requested, used, hard }: Exceeded): string {
  const left = used.isZero() ? `the quota is ${hard.toString()}` : `${used.toString()} of ${hard.toString()} is used`;
  return `one pod takes ${requested.toString()} of ${resource}, and ${left}: raise the quota${/^(count\/)?pods$/.test(resource) ? '' : ', or lower what the pod takes'}`;
}
