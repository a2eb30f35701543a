import { Check } from '../check';
import { policiesOf, policyText } from '../namespaces';
import { podSecurityOf, reasonsAgainst } from '../pod-security';
import { Severity } from '../severity';

/** ND801 */
export const forbiddenByPodSecurity: Check = {
  id: 'ND801',
  severity: Severity.ERROR,
  title: 'The Pod Security level of the namespace refuses every pod',
  text: 'The DaemonSet is created, perhaps with a warning, and each of its pods is refused; only `FailedCreate` events tell: '
    + '[Pod Security Admission](https://kubernetes.io/docs/concepts/security/pod-security-admission/). Label the namespace with the level that the daemon '
    + 'needs (`DaemonNamespace` does), or take away what forces it. A cluster can exempt namespaces in the configuration of the API server.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const enforced = policiesOf(daemon.namespace, objects)?.enforce;
    if (enforced === undefined || enforced.level === 'privileged' || daemon.isRefused) {
      return 'does not apply';
    }
    const evaluation = podSecurityOf(daemon, enforced.minor);
    const reasons = reasonsAgainst(enforced.level, evaluation, enforced.minor);
    return reasons.length === 0 ? 'holds' : [{
      field: reasons[0].fields[0],
      message: `namespace '${daemon.namespace}' enforces ${policyText(enforced)}, which refuses every pod: ${reasons.map(({ message }) => message).join('; ')}: `
        + `label it pod-security.kubernetes.io/enforce: ${evaluation.level}, or change ${[...new Set(reasons.flatMap(({ fields }) => fields))].join(', ')}`,
    }];
  },
};
