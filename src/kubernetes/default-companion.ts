import type { Companion, Decodable } from './decode';
import { defaultNetworkPolicy } from './default-network-policy';
import { defaultService } from './default-service';
import { mapChanged } from './map-changed';
import type { Namespace, RoleBinding, ServiceAccount, Subject } from './wire/companion';
import type { ObjectMeta } from './wire/meta';

const RBAC = 'rbac.authorization.k8s.io';
const OWN_FINALIZER = 'kubernetes';

type Defaults = { readonly [K in Companion]: (object: Decodable[K]) => Decodable[K] };

const DEFAULTS: Defaults = {
  ConfigMap: (configMap) => configMap,
  ServiceAccount: defaultServiceAccount,
  Role: (role) => role,
  ClusterRole: withoutNamespace,
  RoleBinding: defaultBinding,
  ClusterRoleBinding: (binding) => withoutNamespace(defaultBinding(binding)),
  Service: defaultService,
  Namespace: (namespace) => withoutNamespace(defaultNamespace(namespace)),
  NetworkPolicy: defaultNetworkPolicy,
};

/** A decoded companion of a DaemonSet as the API server stores it, without what a cluster allocates. */
export function defaultCompanion<K extends Companion>(kind: K, object: Decodable[K]): Decodable[K] {
  return DEFAULTS[kind](object);
}

/** Of the secrets only the names stay. */
function defaultServiceAccount(account: ServiceAccount): ServiceAccount {
  return account.secrets ? { ...account, secrets: account.secrets.map(({ name }) => name ? { name } : {}) } : account;
}

function defaultBinding(binding: RoleBinding): RoleBinding {
  const { roleRef, subjects } = binding;
  return {
    ...binding,
    roleRef: { ...roleRef, apiGroup: roleRef?.apiGroup || RBAC },
    ...(subjects ? { subjects: mapChanged(subjects, defaultSubject) } : {}),
  };
}

function defaultSubject(subject: Subject): Subject {
  const isNamed = subject.kind === 'User' || subject.kind === 'Group';
  return isNamed && !subject.apiGroup ? { ...subject, apiGroup: RBAC } : subject;
}

function defaultNamespace(namespace: Namespace): Namespace {
  const { metadata = {}, spec } = namespace;
  const { name } = metadata;
  const finalizers = spec?.finalizers ?? [];
  return {
    ...namespace,
    metadata: name ? { ...metadata, labels: { ...metadata.labels, 'kubernetes.io/metadata.name': name } } : metadata,
    spec: { ...spec, finalizers: finalizers.includes(OWN_FINALIZER) ? finalizers : [...finalizers, OWN_FINALIZER] },
  };
}

/** What belongs to no namespace loses one that it claims, in silence. */
function withoutNamespace<T extends { metadata?: ObjectMeta }>(object: T): T {
  if (object.metadata?.namespace === undefined) { return object; }
  const { namespace, ...metadata } = object.metadata;
  return { ...object, metadata };
}
