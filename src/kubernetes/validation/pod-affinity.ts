import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateLabelKey, validateLabelSelector } from '../label-selector';
import { dnsLabel } from '../names';
import { validateWeight } from './node-affinity';
import type { PodAffinity, PodAffinityTerm } from '../wire/affinity';
import type { LabelSelector } from '../wire/meta';

/** Adds what is wrong with pod affinity or anti-affinity. */
export function validatePodAffinity(affinity: PodAffinity, at: FieldPath, errors: FieldError[]): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: terms = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  for (const [i, term] of terms.entries()) {
    validateTerm(term, at.child('requiredDuringSchedulingIgnoredDuringExecution').index(i), errors);
  }
  for (const [i, { weight = 0, podAffinityTerm }] of preferred.entries()) {
    const path = at.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(weight, path, errors);
    validateTerm(podAffinityTerm, path.child('podAffinityTerm'), errors);
  }
}

function validateTerm(term: PodAffinityTerm, at: FieldPath, errors: FieldError[]): void {
  const { labelSelector, namespaceSelector, namespaces = [], matchLabelKeys, mismatchLabelKeys, topologyKey = '' } = term;
  validateLabelSelector(labelSelector, at.child('labelSelector'), errors);
  validateLabelSelector(namespaceSelector, at.child('namespaceSelector'), errors);
  for (const name of namespaces) { invalidEach(errors, at.child('namespace'), name, dnsLabel(name)); }
  validateMatchLabelKeys(matchLabelKeys, mismatchLabelKeys, labelSelector, at, errors);
  if (topologyKey === '') { errors.push(required(at.child('topologyKey'), 'can not be empty')); }
  validateLabelKey(topologyKey, at.child('topologyKey'), errors);
}

/** Adds what is wrong with keys whose values are those of the pod itself. */
export function validateMatchLabelKeys(
  matching: string[] = [], mismatching: string[] = [], selector: LabelSelector | undefined, at: FieldPath, errors: FieldError[],
): void {
  validateKeys(matching, selector, at.child('matchLabelKeys'), errors);
  validateKeys(mismatching, selector, at.child('mismatchLabelKeys'), errors);
  if (selector !== undefined) {
    const selected = new Set(Object.keys(selector.matchLabels ?? {}));
    for (const { key } of selector.matchExpressions ?? []) {
      const i = matching.lastIndexOf(key);
      if (i >= 0 && selected.has(key)) { errors.push(invalid(at.index(i), key, 'exists in both matchLabelKeys and labelSelector')); }
      selected.add(key);
    }
  }
  for (const [i, key] of matching.entries()) {
    if (mismatching.includes(key)) {
      errors.push(invalid(at.child('matchLabelKeys').index(i), key, 'exists in both matchLabelKeys and mismatchLabelKeys'));
    }
  }
}

function validateKeys(keys: string[], selector: LabelSelector | undefined, at: FieldPath, errors: FieldError[]): void {
  if (keys.length === 0) { return; }
  if (selector === undefined) {
    errors.push(forbidden(at, 'must not be specified when labelSelector is not set'));
    return;
  }
  for (const [i, key] of keys.entries()) { validateLabelKey(key, at.index(i), errors); }
}
