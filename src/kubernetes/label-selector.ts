import type { FieldError } from './field-error';
import { forbidden, invalid, invalidEach, required } from './field-error';
import type { FieldPath } from './field-path';
import { labelValue, qualifiedName } from './label-format';
import type { Labels } from './requirement';
import { holds, isEvaluable } from './requirement';
import type { LabelSelector, LabelSelectorRequirement } from './wire/meta';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/**
 * Whether a selector selects labels. No selector selects nothing, an empty one everything;
 * one that Kubernetes cannot evaluate gives no answer.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/apis/meta/v1#LabelSelectorAsSelector
 */
export function selects(selector: LabelSelector | undefined, labels: Labels): boolean | undefined {
  if (selector === undefined) { return false; }
  let selected = true;
  const matchLabels = selector.matchLabels;
  for (const key in matchLabels) {
    const value = matchLabels[key];
    if (qualifiedName(key).length > 0 || labelValue(value).length > 0) { return undefined; }
    selected &&= Object.hasOwn(labels, key) && labels[key] === value;
  }
  for (const requirement of selector.matchExpressions ?? []) {
    if (!OPERATORS.includes(requirement.operator) || !isEvaluable(requirement)) { return undefined; }
    selected &&= holds(requirement, labels);
  }
  return selected;
}

/** Whether labels have every pair of a `nodeSelector` or of a Service's selector. */
export function hasAll(labels: Labels, wanted: Labels | undefined): boolean {
  for (const key in wanted) {
    if (!Object.hasOwn(labels, key) || labels[key] !== wanted[key]) { return false; }
  }
  return true;
}

/** Adds what is wrong with the keys and values of labels, all at the path of the map. */
export function validateLabels(labels: Labels | undefined, at: FieldPath, errors: FieldError[]): void {
  for (const key in labels) {
    invalidEach(errors, at, key, qualifiedName(key));
    invalidEach(errors, at, labels[key], labelValue(labels[key]));
  }
}

/** Adds what is wrong with a label's key. */
export function validateLabelKey(key: string, at: FieldPath, errors: FieldError[]): void {
  invalidEach(errors, at, key, qualifiedName(key));
}

/**
 * Adds what is wrong with a label selector.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/apis/meta/v1/validation#ValidateLabelSelector
 */
export function validateLabelSelector(selector: LabelSelector | undefined, at: FieldPath, errors: FieldError[]): void {
  if (selector === undefined) { return; }
  if (selector.matchLabels !== undefined) { validateLabels(selector.matchLabels, at.child('matchLabels'), errors); }
  const expressions = selector.matchExpressions ?? [];
  for (let i = 0; i < expressions.length; i++) {
    validateRequirement(expressions[i], at.child('matchExpressions').index(i), errors);
  }
}

function validateRequirement({ key, operator, values = [] }: LabelSelectorRequirement, at: FieldPath, errors: FieldError[]): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        errors.push(required(at.child('values'), "must be specified when `operator` is 'In' or 'NotIn'"));
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        errors.push(forbidden(at.child('values'), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
      }
      break;
    default:
      errors.push(invalid(at.child('operator'), operator, 'not a valid selector operator'));
  }
  validateLabelKey(key, at.child('key'), errors);
  for (const [i, value] of values.entries()) {
    const messages = labelValue(value);
    if (messages.length > 0) { invalidEach(errors, at.child('values').index(i), value, messages); }
  }
}
