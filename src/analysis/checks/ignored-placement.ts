import { answer, Check } from '../check';
import { Severity } from '../severity';

const AFFINITY = 'spec.template.spec.affinity';

/** ND215 */
export const ignoredPlacement: Check = {
  id: 'ND215',
  severity: Severity.WARNING,
  title: 'The controller ignores a rule about other pods that the scheduler follows',
  text: 'The DaemonSet controller creates a pod for each node that fits by its labels and taints. Where the scheduler then finds a pod affinity or '
    + 'a spread constraint violated, that pod stays Pending, and the daemon is never complete: '
    + '[how daemon pods are scheduled](https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled).',
  acknowledgeable: true,
  judge({ pod: { affinity = {}, topologySpreadConstraints = [] } }) {
    const rules = (['podAffinity', 'podAntiAffinity'] as const)
      .filter(kind => (affinity[kind]?.requiredDuringSchedulingIgnoredDuringExecution ?? []).length > 0)
      .map(kind => ({ rule: `a required ${kind}`, field: `${AFFINITY}.${kind}.requiredDuringSchedulingIgnoredDuringExecution` }));
    const spreads = topologySpreadConstraints.flatMap(({ whenUnsatisfiable }, i) => whenUnsatisfiable !== 'DoNotSchedule' ? [] : [
      { rule: 'a spread constraint with DoNotSchedule', field: `spec.template.spec.topologySpreadConstraints[${i}]` },
    ]);
    return answer([...rules, ...spreads].map(({ rule, field }) => ({
      field,
      message: `the controller creates pods whatever ${rule} says, and the scheduler leaves them Pending: `
        + 'choose nodes by nodeAffinity, or make it a preference',
    })));
  },
};
