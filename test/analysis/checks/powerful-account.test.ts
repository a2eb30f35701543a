import { findingsOf } from '../checks';
import { daemonSet } from '../objects';

const binding = (role: string, subject: object, kind = 'ClusterRoleBinding') => ({
  apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'b' }, roleRef: { kind: 'ClusterRole', name: role }, subjects: [subject],
});
const role = (rule: object) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'agent' }, rules: [rule] });
const account = { kind: 'ServiceAccount', name: 'agent', namespace: 'agents' };
const daemon = daemonSet({ serviceAccountName: 'agent' });
const powers = (...objects: any[]) => findingsOf('ND405', [daemon, ...objects]).map(({ message }) => /may (.*) by/.exec(message)![1]);

const SECRETS = { apiGroups: [''], resources: ['secrets'], verbs: ['list'] };
const ALL = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };

test.each<[string, object, string[]]>([
  ['reading Secrets of the cluster', SECRETS, ['read every Secret of the cluster']],
  ['reading everything', { ...ALL, verbs: ['get'] }, ['use nodes/proxy', 'read every Secret of the cluster']],
  ['everything, said once', ALL, ['do everything']],
  ['making Secrets, not reading them', { ...SECRETS, verbs: ['create'] }, []],
  ['one Secret by its name', { ...SECRETS, resourceNames: ['agent'] }, []],
  ['everything of another API group', { ...ALL, apiGroups: ['example.com'] }, []],
])('%s', (_, rule, expected) => {
  expect(powers(role(rule), binding('agent', account))).toEqual(expected);
});

test('the roles that every cluster has are known', () => {
  expect(powers(binding('cluster-admin', account))).toEqual(['do everything']);
  expect(powers(binding('view', account))).toEqual([]);
});

test('a RoleBinding gives what it gives in one namespace', () => {
  expect(powers(role(SECRETS), binding('agent', account, 'RoleBinding'))).toEqual([]);
});

test.each<[object, boolean]>([
  [{ ...account, namespace: 'other' }, false],
  [{ ...account, name: 'other' }, false],
  [{ kind: 'Group', name: 'system:serviceaccounts:agents' }, true],
  [{ kind: 'Group', name: 'admins' }, false],
  [{ kind: 'User', name: 'system:serviceaccount:agents:agent' }, true],
])('%j is meant: %s', (subject, isMeant) => {
  expect(powers(role(SECRETS), binding('agent', subject)).length > 0).toBe(isMeant);
});

test('malformed objects say nothing', () => {
  const broken = [{ kind: 'ClusterRole' }, { kind: 'ClusterRole', metadata: { name: 'agent' }, rules: [null, { verbs: 1, resources: [{}] }] },
    { kind: 'ClusterRoleBinding', subjects: 'x' }, { kind: 'ClusterRoleBinding', subjects: [null, account], roleRef: [] }];
  expect(powers(...broken, binding('agent', account))).toEqual([]);
});
