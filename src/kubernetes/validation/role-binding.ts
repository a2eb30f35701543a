import type { FieldError } from '../field-error';
import { invalidEach, notSupported, required } from '../field-error';
import { FieldPath } from '../field-path';
import { dnsSubdomain, pathSegment } from '../names';
import { PATH_SEGMENT, validateObjectMeta } from './metadata';
import { requireText, validateName } from './shared';
import type { RoleBinding, RoleRef, Subject } from '../wire/companion';

const RBAC = 'rbac.authorization.k8s.io';

/**
 * Adds what is wrong with a RoleBinding or a ClusterRoleBinding.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/rbac/validation/validation.go
 */
export function validateBinding({ metadata, roleRef, subjects = [] }: RoleBinding, scope: 'namespaced' | 'cluster', errors: FieldError[]): void {
  validateObjectMeta(metadata, PATH_SEGMENT, scope, errors);
  validateRoleRef(roleRef, scope === 'cluster' ? ['ClusterRole'] : ['Role', 'ClusterRole'], FieldPath.root('roleRef'), errors);
  for (const [i, subject] of subjects.entries()) { validateSubject(subject, scope, FieldPath.root('subjects').index(i), errors); }
}

function validateRoleRef({ apiGroup, kind, name }: RoleRef, kinds: readonly string[], at: FieldPath, errors: FieldError[]): void {
  if (apiGroup !== RBAC) { errors.push(notSupported(at.child('apiGroup'), apiGroup, [RBAC])); }
  if (!kinds.includes(kind)) { errors.push(notSupported(at.child('kind'), kind ?? '', kinds)); }
  requireText(name, at, 'name', errors);
  validateName(name, pathSegment, at, 'name', errors);
}

function validateSubject(subject: Subject, scope: 'namespaced' | 'cluster', at: FieldPath, errors: FieldError[]): void {
  const { apiGroup = '', kind = '', name = '', namespace } = subject;
  requireText(name, at, 'name', errors);
  switch (kind) {
    case 'ServiceAccount':
      if (name) { invalidEach(errors, at.child('name'), name, dnsSubdomain(name)); }
      if (apiGroup) { errors.push(notSupported(at.child('apiGroup'), apiGroup, [''])); }
      if (scope === 'cluster' && !namespace) { errors.push(required(at.child('namespace'))); }
      break;
    case 'User':
    case 'Group':
      if (apiGroup !== RBAC) { errors.push(notSupported(at.child('apiGroup'), apiGroup, [RBAC])); }
      break;
    default:
      errors.push(notSupported(at.child('kind'), kind, ['ServiceAccount', 'User', 'Group']));
  }
}
