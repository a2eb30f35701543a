import { ApiObject, Names } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterCompanion, companion, later, RBAC } from './companion';
import { mapOrNothing } from './tidy';
import { ApiAccess } from '../host/api-access';
import type { PolicyRule } from '../kubernetes/wire/companion';

/** What an account needs to be made. */
export interface AccountOptions {
  readonly name?: string;
  /** The daemon's own name, where one was given. */
  readonly daemonName?: string;
  readonly annotations: { readonly [name: string]: string };
  readonly labels: { readonly [label: string]: string };
  readonly automountToken?: boolean;
}

/** The ServiceAccount of a daemon, and the roles that say what it may ask the API server. */
export class DaemonAccount {
  /** Name of the account. */
  public readonly name: string;

  private readonly account?: ApiObject;
  private readonly clusterRules: ApiAccess[] = [];
  private readonly namespacedRules: ApiAccess[] = [];

  /**
   * @param scope the daemon
   * @param options the account
   * @param existing name of an account that somebody else makes
   */
  constructor(private readonly scope: Construct, private readonly options: AccountOptions, existing?: string) {
    if (existing !== undefined) {
      this.name = existing;
      return;
    }
    this.account = companion(scope, 'ServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount' }, {
      name: options.name ?? options.daemonName,
      labels: mapOrNothing(options.labels),
      annotations: mapOrNothing(options.annotations),
    }, { automountServiceAccountToken: options.automountToken });
    this.name = this.account.name;
  }

  /** Lets the account ask for more. */
  public grant(access: ApiAccess, namespace: string | undefined): void {
    const rules = access.isNamespaced ? this.namespacedRules : this.clusterRules;
    if (rules.length === 0) {
      if (namespace === undefined) {
        throw new Error('apiAccess needs the namespace of the ServiceAccount, and the chart has none: '
          + "write new Chart(app, 'id', { namespace: '…' })");
      }
      this.bind(access.isNamespaced ? 'Role' : 'ClusterRole', rules, namespace);
    }
    rules.push(access);
  }

  private bind(kind: 'Role' | 'ClusterRole', rules: readonly ApiAccess[], namespace: string): void {
    const labels = mapOrNothing(this.options.labels);
    const fields = { rules: later((): PolicyRule[] => rules.map(rule => rule._toWire())) };
    const binding = (name: string) => ({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
      subjects: [{ kind: 'ServiceAccount', name: this.name, namespace }],
    });
    if (kind === 'Role') {
      const role = companion(this.scope, 'Role', { apiVersion: RBAC, kind }, { name: this.options.daemonName, labels }, fields);
      companion(this.scope, 'RoleBinding', { apiVersion: RBAC, kind: 'RoleBinding' }, { name: this.options.daemonName, labels }, binding(role.name));
    } else {
      // Cluster-wide, daemons of two namespaces would take each other's rights; no namespace has a dot in it.
      const name = this.options.daemonName === undefined
        ? Names.toDnsLabel(this.scope, { extra: [namespace] }) : `${namespace}.${this.options.daemonName}`;
      const role = clusterCompanion(this.scope, 'ClusterRole', { apiVersion: RBAC, kind }, { name, labels }, fields);
      clusterCompanion(this.scope, 'ClusterRoleBinding', { apiVersion: RBAC, kind: 'ClusterRoleBinding' }, { name, labels }, binding(role.name));
    }
  }
}
