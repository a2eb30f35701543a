import { DNS_SUBDOMAIN, refusesCompanion } from '../refusals';

describe('role binding', () => {
  refusesCompanion('a role of another kind', 'RoleBinding', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'a' },
  }, [
    'FieldValueNotSupported roleRef.kind: supported values: "Role", "ClusterRole"',
  ]);
  refusesCompanion('a Role for the whole cluster', 'ClusterRoleBinding', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
  }, [
    'FieldValueNotSupported roleRef.kind: supported values: "ClusterRole"',
  ]);
  refusesCompanion('a role without a name', 'RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: '' } }, [
    'FieldValueRequired roleRef.name',
  ]);
  refusesCompanion('a role of another group', 'RoleBinding', { roleRef: { apiGroup: 'x', kind: 'Role', name: 'a' } }, [
    'FieldValueNotSupported roleRef.apiGroup: supported values: "rbac.authorization.k8s.io"',
  ]);
  refusesCompanion('a service account that is no DNS name', 'RoleBinding', {
    roleRef: { apiGroup: '', kind: 'Role', name: 'a' },
    subjects: [{ kind: 'ServiceAccount', name: 'A' }],
  }, [
    `FieldValueInvalid subjects[0].name: ${DNS_SUBDOMAIN}`,
  ]);
  refusesCompanion('a service account of no namespace in the cluster', 'ClusterRoleBinding', {
    roleRef: { apiGroup: '', kind: 'ClusterRole', name: 'a' },
    subjects: [{ kind: 'ServiceAccount', name: 'a' }],
  }, [
    'FieldValueRequired subjects[0].namespace',
  ]);
  refusesCompanion('a subject of an unknown kind', 'RoleBinding', {
    roleRef: { apiGroup: '', kind: 'Role', name: 'a' },
    subjects: [{ kind: 'Node', name: 'a' }],
  }, [
    'FieldValueNotSupported subjects[0].kind: supported values: "ServiceAccount", "User", "Group"',
  ]);
});
