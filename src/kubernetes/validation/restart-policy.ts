import type { FieldError } from '../field-error';
import { duplicate, invalid, notSupported, required, tooMany } from '../field-error';
import type { FieldPath } from '../field-path';
import type { Container, ContainerResizePolicy } from '../wire/container';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const ACTIONS = ['Restart', 'RestartAllContainers'];
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

/** Adds what is wrong with a container's own restart policy and its rules. */
export function validateRestartPolicy({ restartPolicy, restartPolicyRules: rules = [] }: Container, at: FieldPath, errors: FieldError[]): void {
  if (restartPolicy === undefined) {
    if (rules.length === 0) { return; }
    errors.push(required(at.child('restartPolicy'), 'must specify restartPolicy when restart rules are used'));
  } else if (!POLICIES.includes(restartPolicy)) {
    errors.push(notSupported(at.child('restartPolicy'), restartPolicy, POLICIES));
  }
  if (rules.length > MAX_RULES) { errors.push(tooMany(at.child('restartPolicyRules'), rules.length, MAX_RULES)); }
  for (const [i, { action = '', exitCodes }] of rules.entries()) {
    const rule = at.child('restartPolicyRules').index(i);
    if (!ACTIONS.includes(action)) { errors.push(notSupported(rule.child('action'), action, ACTIONS)); }
    if (exitCodes === undefined) {
      errors.push(required(rule.child('exitCodes'), 'must be specified'));
      continue;
    }
    const { operator = '', values = [] } = exitCodes;
    if (operator !== 'In' && operator !== 'NotIn') {
      errors.push(notSupported(rule.child('exitCodes').child('operator'), operator, ['In', 'NotIn']));
    }
    if (values.length > MAX_EXIT_CODES) { errors.push(tooMany(rule.child('exitCodes').child('values'), values.length, MAX_EXIT_CODES)); }
  }
}

/** Adds what is wrong with the rules for resizing a container in place. */
export function validateResizePolicy(
  policies: ContainerResizePolicy[], podRestartPolicy: string | undefined, at: FieldPath, errors: FieldError[],
): void {
  const seen = new Set<string>();
  for (const [i, { resourceName, restartPolicy }] of policies.entries()) {
    if (seen.has(resourceName)) { errors.push(duplicate(at.index(i), resourceName)); }
    seen.add(resourceName);
    wordAt(resourceName, ['cpu', 'memory'], at, errors);
    wordAt(restartPolicy, ['NotRequired', 'RestartContainer'], at, errors);
    if (podRestartPolicy === 'Never' && restartPolicy !== 'NotRequired') {
      errors.push(invalid(at, restartPolicy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'"));
    }
  }
}

function wordAt(value: string | undefined, words: string[], at: FieldPath, errors: FieldError[]): void {
  if (value !== undefined && words.includes(value)) { return; }
  errors.push(value ? notSupported(at, value, words) : required(at));
}
