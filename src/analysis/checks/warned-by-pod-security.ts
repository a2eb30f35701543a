import { Check } from '../check';
import { policiesOf, policyText } from '../namespaces';
import { podSecurityOf, reasonsAgainst } from '../pod-security';
import { Severity } from '../severity';

/** ND802 */
export const warnedByPodSecurity: Check = {
  id: 'ND802',
  severity: Severity.INFO,
  title: 'The Pod Security labels of the namespace warn of the pods, or note them in the audit log',
  text: 'The pods run. Every apply prints the warning and every pod leaves a line in the audit log, until nobody reads either.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const policies = policiesOf(daemon.namespace, objects);
    const modes = policies === undefined || daemon.isRefused ? [] : [['warn', policies.warn], ['audit', policies.audit]] as const;
    const broken = modes.filter(([, { level, minor }]) => reasonsAgainst(level, podSecurityOf(daemon, minor), minor).length > 0);
    return broken.length === 0 ? (modes.length === 0 ? 'does not apply' : 'holds') : [{
      message: `namespace '${daemon.namespace}' has ${broken.map(([mode, policy]) => `${mode} ${policyText(policy)}`).join(' and ')}, and the daemon needs `
        + `${podSecurityOf(daemon).level}: label it pod-security.kubernetes.io/${broken[0][0]}: ${podSecurityOf(daemon).level}`,
    }];
  },
};
