import { accountOf, ClusterRule, clusterRules } from '../account-rules';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** What is asked for, what it gives, and the repair; the first is all of the others. */
const POWERS: readonly { readonly may: string; readonly so: string; readonly isGiven: (rule: ClusterRule) => boolean }[] = [
  {
    may: 'do everything',
    so: 'so each node that is taken over has the cluster: name the resources and verbs that it needs',
    isGiven: rule => rule.verbs.includes('*') && rule.resources.includes('*') && rule.apiGroups.includes('*'),
  },
  {
    may: 'use nodes/proxy',
    so: 'which runs commands in every pod: ask for nodes/metrics, nodes/stats, nodes/pods or nodes/healthz instead',
    isGiven: rule => gives(rule, '', ['nodes/proxy', '*/proxy'], ['get', 'create', 'update', 'patch', 'delete']),
  },
  {
    may: 'read every Secret of the cluster',
    so: 'so each node that is taken over has them all: bind a Role in the namespaces whose Secrets it needs, or mount them',
    isGiven: rule => gives(rule, '', ['secrets'], ['get', 'list', 'watch']),
  },
];

/** ND405 */
export const powerfulAccount: Check = {
  id: 'ND405',
  severity: Severity.ERROR,
  title: 'The ServiceAccount of the daemon may take over the cluster',
  text: 'The token of a daemon lies on every node, so one node that is taken over has all that it may do. `nodes/proxy` runs commands in every pod, '
    + 'even with the verb `get`; since Kubernetes 1.33 the kubelet takes '
    + '[finer permissions](https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2862-fine-grained-kubelet-authz): `nodes/pods`, '
    + '`nodes/healthz`, `nodes/configz`, beside `nodes/metrics`, `nodes/stats` and `nodes/log`. Secrets of the whole cluster hold the tokens of others.',
  acknowledgeable: true,
  isDecision: true,
  judge(daemon, objects) {
    const rules = clusterRules(daemon, objects);
    const given = POWERS.flatMap(power => rules.filter(power.isGiven).slice(0, 1).map(({ role }) => ({ ...power, role })));
    return rules.length === 0 ? 'does not apply' : answer((given[0]?.may === POWERS[0].may ? given.slice(0, 1) : given).map(({ may, so, role }) => ({
      field: 'spec.template.spec.serviceAccountName',
      message: `ServiceAccount '${accountOf(daemon)}' may ${may} by ClusterRole '${role}', ${so}`,
    })));
  },
};

function gives({ apiGroups, resources, verbs }: ClusterRule, group: string, names: readonly string[], needed: readonly string[]): boolean {
  const isOf = (list: readonly string[], ...wanted: readonly string[]) => ['*', ...wanted].some(word => list.includes(word));
  return isOf(apiGroups, group) && isOf(resources, ...names) && isOf(verbs, ...needed);
}
