import type { FieldError } from '../field-error';
import { invalid, required } from '../field-error';
import { FieldPath } from '../field-path';
import { validateLabelSelector } from '../label-selector';
import { PATH_SEGMENT, validateObjectMeta } from './metadata';
import type { AggregationRule, ClusterRole, PolicyRule } from '../wire/companion';

/** Adds what is wrong with a Role or a ClusterRole. */
export function validateRole({ metadata, rules, aggregationRule }: ClusterRole, scope: 'namespaced' | 'cluster', errors: FieldError[]): void {
  validateObjectMeta(metadata, PATH_SEGMENT, scope, errors);
  for (const [i, rule] of (rules ?? []).entries()) { validateRule(rule, scope, FieldPath.root('rules').index(i), errors); }
  if (aggregationRule && scope === 'cluster') { validateAggregation(aggregationRule, FieldPath.root('aggregationRule'), errors); }
}

function validateRule(rule: PolicyRule, scope: 'namespaced' | 'cluster', at: FieldPath, errors: FieldError[]): void {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
  if (!verbs?.length) { errors.push(required(at.child('verbs'))); }
  if (nonResourceURLs.length > 0) {
    const urls = at.child('nonResourceURLs');
    if (scope === 'namespaced') { errors.push(invalid(urls, nonResourceURLs, 'namespaced rules cannot apply to non-resource URLs')); }
    if (apiGroups.length + resources.length + resourceNames.length > 0) {
      errors.push(invalid(urls, nonResourceURLs, 'rules cannot apply to both regular resources and non-resource URLs'));
    }
    return;
  }
  if (apiGroups.length === 0) { errors.push(required(at.child('apiGroups'), 'resource rules must supply at least one api group')); }
  if (resources.length === 0) { errors.push(required(at.child('resources'), 'resource rules must supply at least one resource')); }
}

function validateAggregation({ clusterRoleSelectors = [] }: AggregationRule, at: FieldPath, errors: FieldError[]): void {
  const selectors = at.child('clusterRoleSelectors');
  if (clusterRoleSelectors.length === 0) {
    errors.push(required(selectors, 'at least one clusterRoleSelector required if aggregationRule is non-nil'));
  }
  for (const [i, selector] of clusterRoleSelectors.entries()) {
    const before = errors.length;
    validateLabelSelector(selector, selectors.index(i), errors);
    if (errors.length > before) { errors.push(invalid(selectors.index(i), selector, 'invalid label selector.')); }
  }
}
