import { refusesCompanion } from '../refusals';

describe('role', () => {
  refusesCompanion('a rule without verbs', 'Role', { rules: [{ verbs: [], apiGroups: [''], resources: ['pods'] }] }, [
    'FieldValueRequired rules[0].verbs',
  ]);
  refusesCompanion('a rule about no API group', 'Role', { rules: [{ verbs: ['get'], resources: ['pods'] }] }, [
    'FieldValueRequired rules[0].apiGroups: resource rules must supply at least one api group',
  ]);
  refusesCompanion('a rule about no resource', 'Role', { rules: [{ verbs: ['get'], apiGroups: [''] }] }, [
    'FieldValueRequired rules[0].resources: resource rules must supply at least one resource',
  ]);
  refusesCompanion('URLs in a namespace', 'Role', { rules: [{ verbs: ['get'], nonResourceURLs: ['/metrics'] }] }, [
    'FieldValueInvalid rules[0].nonResourceURLs: namespaced rules cannot apply to non-resource URLs',
  ]);
  refusesCompanion('URLs and resources in one rule', 'ClusterRole', {
    rules: [{ verbs: ['get'], nonResourceURLs: ['/metrics'], apiGroups: [''], resources: ['pods'] }],
  }, [
    'FieldValueInvalid rules[0].nonResourceURLs: rules cannot apply to both regular resources and non-resource URLs',
  ]);
  refusesCompanion('a name with a slash', 'ClusterRole', { metadata: { name: 'a/b' }, rules: [] }, [
    "FieldValueInvalid metadata.name: may not contain '/'",
  ]);
  refusesCompanion('a prefix that is a dot', 'ClusterRole', { metadata: { name: 'a', generateName: '.' }, rules: [] }, [
    "FieldValueInvalid metadata.generateName: may not be '.'",
  ]);
  refusesCompanion('an aggregation of nothing', 'ClusterRole', { rules: [], aggregationRule: {} }, [
    'FieldValueRequired aggregationRule.clusterRoleSelectors: at least one clusterRoleSelector required if aggregationRule is non-nil',
  ]);
});
