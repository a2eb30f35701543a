import type { Daemon } from './daemon';
import { listAt, Loose, textAt } from './loose';
import type { ObjectSet } from './object-set';

/** A rule that the account of a daemon has for the whole cluster. */
export interface ClusterRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Name of the ClusterRole. */
  readonly role: string;
}

/** Roles that every cluster has, as far as they go beyond what daemons should need. */
const BUILT_IN: { readonly [role: string]: readonly Omit<ClusterRule, 'role'>[] } = {
  'cluster-admin': [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  'admin': [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }],
  'edit': [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }],
};

/** Name of the ServiceAccount that a daemon's pods have. */
export function accountOf({ pod }: Daemon): string {
  return pod.serviceAccountName || pod.serviceAccount || 'default';
}

/** What the account of a daemon may do in the whole cluster, as far as the manifests say. */
export function clusterRules(daemon: Daemon, objects: ObjectSet): ClusterRule[] {
  const roles = objects.once(clusterRules, rulesByRole);
  const bound = objects.ofKind('ClusterRoleBinding').filter(({ manifest }) => listAt(manifest, 'subjects').some(subject => isAccount(subject, daemon)));
  const names = bound.filter(({ manifest }) => textAt(manifest, 'roleRef', 'kind') === 'ClusterRole').map(({ manifest }) => textAt(manifest, 'roleRef', 'name') ?? '');
  return [...new Set(names)].flatMap(role => (roles.get(role) ?? (Object.hasOwn(BUILT_IN, role) ? BUILT_IN[role] : [])).map(rule => ({ ...rule, role })));
}

function rulesByRole(objects: ObjectSet): Map<string, Omit<ClusterRule, 'role'>[]> {
  return new Map(objects.ofKind('ClusterRole').map(role => [role.name, rulesOf(role)]));
}

/** Rules for named objects are left out: they give no more than those. */
function rulesOf({ manifest }: Loose): Omit<ClusterRule, 'role'>[] {
  return listAt(manifest, 'rules').filter(rule => listAt(rule, 'resourceNames').length === 0).map(rule => ({
    apiGroups: textsIn(rule, 'apiGroups'), resources: textsIn(rule, 'resources'), verbs: textsIn(rule, 'verbs'),
  }));
}

function textsIn(rule: unknown, field: string): string[] {
  return listAt(rule, field).filter(text => typeof text === 'string');
}

/** A daemon without a namespace gets that of whoever applies it, so its account is known by the name alone. */
function isAccount(subject: unknown, daemon: Daemon): boolean {
  const [kind, name, namespace] = ['kind', 'name', 'namespace'].map(field => textAt(subject, field));
  const account = accountOf(daemon);
  switch (kind) {
    case 'ServiceAccount':
      return name === account && (namespace === (daemon.namespace || 'default') || (daemon.namespace === '' && account !== 'default'));
    case 'User':
      return name === `system:serviceaccount:${daemon.namespace}:${account}`;
    case 'Group':
      return name === 'system:serviceaccounts' || name === 'system:authenticated' || name === `system:serviceaccounts:${daemon.namespace}`;
    default:
      return false;
  }
}
