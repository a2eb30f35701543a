import type { Companion, Decodable } from '../decode';
import type { FieldError } from '../field-error';
import { invalidEach } from '../field-error';
import { FieldPath } from '../field-path';
import { qualifiedName } from '../label-format';
import { validateConfigMap } from './config-map';
import { LABEL, SUBDOMAIN, validateCreation, validateObjectMeta, validateOwnFinalizer } from './metadata';
import { validateNetworkPolicy } from './network-policy';
import { validateRole } from './role';
import { validateBinding } from './role-binding';
import { validateService } from './service';
import { nonNegative } from './shared';
import type { Namespace } from '../wire/companion';

type Checks = { readonly [K in Companion]: (object: Decodable[K], errors: FieldError[]) => void };

const CHECKS: Checks = {
  ConfigMap: validateConfigMap,
  ServiceAccount: ({ metadata }, errors) => validateObjectMeta(metadata, SUBDOMAIN, 'namespaced', errors),
  Role: (role, errors) => validateRole(role, 'namespaced', errors),
  ClusterRole: (role, errors) => validateRole(role, 'cluster', errors),
  RoleBinding: (binding, errors) => validateBinding(binding, 'namespaced', errors),
  ClusterRoleBinding: (binding, errors) => validateBinding(binding, 'cluster', errors),
  Service: validateService,
  Namespace: validateNamespace,
  NetworkPolicy: validateNetworkPolicy,
};

/** What the API server refuses in a companion of a DaemonSet on its creation. */
export function validateObject<K extends Companion>(kind: K, defaulted: Decodable[K]): FieldError[] {
  const errors: FieldError[] = [];
  validateCreation(defaulted.metadata, errors);
  if (errors.length > 0) { return errors; }
  nonNegative(defaulted.metadata?.generation, FieldPath.root('metadata'), 'generation', errors);
  CHECKS[kind](defaulted, errors);
  return errors;
}

function validateNamespace({ metadata, spec }: Namespace, errors: FieldError[]): void {
  validateObjectMeta(metadata, LABEL, 'cluster', errors);
  // The server reports every finalizer at the list.
  for (const finalizer of spec?.finalizers ?? []) {
    const at = FieldPath.root('spec').child('finalizers');
    invalidEach(errors, at, finalizer, qualifiedName(finalizer));
    validateOwnFinalizer(finalizer, at, errors);
  }
}
