import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { labelValue } from '../label-format';
import { validateLabelKey } from '../label-selector';
import { dnsSubdomain } from '../names';
import type { NodeAffinity, NodeSelectorRequirement, NodeSelectorTerm } from '../wire/affinity';

/** Adds what is wrong with the terms that choose nodes; preferred ones may compare with values that no label can have. */
export function validateNodeAffinity(affinity: NodeAffinity, at: FieldPath, errors: FieldError[]): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: selector,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  if (selector) {
    const terms = selector.nodeSelectorTerms ?? [];
    const path = at.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
    if (terms.length === 0) { errors.push(required(path, 'must have at least one node selector term')); }
    for (const [i, term] of terms.entries()) { validateTerm(term, true, path.index(i), errors); }
  }
  for (const [i, { weight = 0, preference }] of preferred.entries()) {
    const path = at.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(weight, path, errors);
    validateTerm(preference, false, path.child('preference'), errors);
  }
}

/** Adds an error for the weight of a preference outside 1 … 100. */
export function validateWeight(weight: number, at: FieldPath, errors: FieldError[]): void {
  if (weight < 1 || weight > 100) { errors.push(invalid(at.child('weight'), weight, 'must be in the range 1-100')); }
}

function validateTerm({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, checkValues: boolean, at: FieldPath, errors: FieldError[]): void {
  for (const [i, requirement] of matchExpressions.entries()) {
    validateExpression(requirement, checkValues, at.child('matchExpressions').index(i), errors);
  }
  for (const [i, requirement] of matchFields.entries()) { validateField(requirement, at.child('matchFields').index(i), errors); }
}

function validateExpression(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement, checkValues: boolean, at: FieldPath, errors: FieldError[],
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) { errors.push(required(at.child('values'), "must be specified when `operator` is 'In' or 'NotIn'")); }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        errors.push(forbidden(at.child('values'), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) {
        errors.push(required(at.child('values'), "must be specified single value when `operator` is 'Lt' or 'Gt'"));
      }
      break;
    default:
      errors.push(invalid(at.child('operator'), operator, 'not a valid selector operator'));
  }
  validateLabelKey(key, at.child('key'), errors);
  if (!checkValues) { return; }
  for (const [i, value] of values.entries()) { invalidEach(errors, at.child('values').index(i), value, labelValue(value)); }
}

function validateField({ key = '', operator = '', values = [] }: NodeSelectorRequirement, at: FieldPath, errors: FieldError[]): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.push(invalid(at.child('operator'), operator, 'not a valid selector operator'));
  } else if (values.length !== 1) {
    errors.push(required(at.child('values'), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"));
  }
  if (key !== 'metadata.name') {
    errors.push(invalid(at.child('key'), key, 'not a valid field selector key'));
    return;
  }
  for (const [i, value] of values.entries()) { invalidEach(errors, at.child('values').index(i), value, dnsSubdomain(value)); }
}
