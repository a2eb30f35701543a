import type { Daemon } from './daemon';
import { listAt, textAt } from './loose';
import type { ObjectSet } from './object-set';

/** A rule that the account of a daemon has at the API server. */
export interface AccountRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly nonResourceURLs: readonly string[];
  /** The objects that it is about; empty for all. */
  readonly resourceNames: readonly string[];
  /** The role that has it, such as `ClusterRole 'agent'`. */
  readonly role: string;
  /** The namespace that it holds in; nothing for the whole cluster. */
  readonly namespace?: string;
}

type Rule = Omit<AccountRule, 'role' | 'namespace'>;

interface Grant {
  readonly roleKind: string;
  readonly roleName: string;
  readonly namespace?: string;
}

const SECRETS: Rule = { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'], nonResourceURLs: [], resourceNames: [] };

/** Roles that every cluster has, as far as they go beyond what daemons should need. */
const BUILT_IN: { readonly [role: string]: readonly Rule[] } = {
  'cluster-admin': [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'], nonResourceURLs: ['*'], resourceNames: [] }],
  'admin': [SECRETS],
  'edit': [SECRETS],
};

/** Name of the ServiceAccount that a daemon's pods have. */
export function accountOf({ pod }: Daemon): string {
  return pod.serviceAccountName || pod.serviceAccount || 'default';
}

/** What the account of a daemon may do, as far as the manifests say. */
export function rulesFor(daemon: Daemon, objects: ObjectSet): AccountRule[] {
  const grants = objects.once(rulesFor, grantsBySubject);
  const given = new Set(subjectsOf(daemon).flatMap(subject => grants.get(subject) ?? []));
  const distinct = new Map([...given].map(grant => [JSON.stringify(grant), grant]));
  return [...distinct.values()].flatMap(({ roleKind, roleName, namespace }) => {
    const role = objects.named(roleKind, roleKind === 'Role' ? namespace ?? '' : '', roleName);
    const builtIn = roleKind === 'ClusterRole' && Object.hasOwn(BUILT_IN, roleName) ? BUILT_IN[roleName] : [];
    const rules = role === undefined ? builtIn : listAt(role.manifest, 'rules').map(ruleOf);
    return rules.map(rule => ({ ...rule, role: `${roleKind} '${roleName}'`, namespace }));
  });
}

function grantsBySubject(objects: ObjectSet): Map<string, Grant[]> {
  const grants = new Map<string, Grant[]>();
  for (const { kind, namespace, manifest } of [...objects.ofKind('ClusterRoleBinding'), ...objects.ofKind('RoleBinding')]) {
    const [roleKind, roleName] = ['kind', 'name'].map(field => textAt(manifest, 'roleRef', field) ?? '');
    const grant = { roleKind, roleName, namespace: kind === 'RoleBinding' ? namespace : undefined };
    for (const subject of listAt(manifest, 'subjects')) {
      const [type, name = '', home = ''] = ['kind', 'name', 'namespace'].map(field => textAt(subject, field));
      for (const key of type === 'ServiceAccount' ? [`ServiceAccount ${home}/${name}`, `ServiceAccount of any namespace/${name}`] : [`${type} ${name}`]) {
        grants.set(key, [...grants.get(key) ?? [], grant]);
      }
    }
  }
  return grants;
}

/** A daemon without a namespace gets that of whoever applies it, so its account is known by the name alone. */
function subjectsOf(daemon: Daemon): string[] {
  const { namespace } = daemon;
  const account = accountOf(daemon);
  return [
    `ServiceAccount ${namespace === '' && account !== 'default' ? 'of any namespace' : namespace || 'default'}/${account}`,
    `User system:serviceaccount:${namespace}:${account}`,
    'Group system:serviceaccounts', 'Group system:authenticated', `Group system:serviceaccounts:${namespace}`,
  ];
}

function ruleOf(rule: unknown): Rule {
  const [apiGroups, resources, verbs, nonResourceURLs, resourceNames] = ['apiGroups', 'resources', 'verbs', 'nonResourceURLs', 'resourceNames']
    .map(field => listAt(rule, field).filter(text => typeof text === 'string'));
  return { apiGroups, resources, verbs, nonResourceURLs, resourceNames };
}
