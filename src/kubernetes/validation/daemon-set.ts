import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import { FieldPath } from '../field-path';
import { parseInt64, percent } from '../formats';
import { selects, validateLabels, validateLabelSelector } from '../label-selector';
import { validateAppArmorAgreement } from './app-armor';
import { SUBDOMAIN, validateAnnotations, validateCreation, validateObjectMeta } from './metadata';
import { validatePodAnnotations } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { validateSeccompAgreement } from './seccomp';
import { nonNegative } from './shared';
import type { DaemonSet, DaemonSetSpec, DaemonSetUpdateStrategy, PodTemplateSpec } from '../wire/daemon-set';
import type { IntOrString } from '../wire/scalar';

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/**
 * What an API server with default feature gates refuses when a DaemonSet is created.
 *
 * @param daemonSet as `decode` and then `defaultDaemonSet` return it
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/apps/validation/validation.go
 */
export function validateDaemonSet(daemonSet: DaemonSet): FieldError[] {
  const errors: FieldError[] = [];
  validateBeforehand(daemonSet, errors);
  if (errors.length > 0) { return errors; }
  validateObjectMeta(daemonSet.metadata, SUBDOMAIN, 'namespaced', errors);
  const before = errors.length;
  validateDaemonSetSpec(daemonSet.spec, FieldPath.nowhere, errors);
  if (errors.length > before) {
    errors.length = before;
    validateDaemonSetSpec(daemonSet.spec, FieldPath.root('spec'), errors);
  }
  return errors;
}

/** What the server notices before it looks at anything else. */
function validateBeforehand({ metadata }: DaemonSet, errors: FieldError[]): void {
  const generation = metadata?.annotations?.[TEMPLATE_GENERATION];
  if (generation !== undefined && parseInt64(generation) === undefined) {
    errors.push(invalid(FieldPath.root('metadata').child('annotations').key(TEMPLATE_GENERATION), generation, 'must be an integer'));
  }
  validateCreation(metadata, errors);
}

function validateDaemonSetSpec(spec: DaemonSetSpec, at: FieldPath, errors: FieldError[]): void {
  const { selector, template } = spec;
  validateLabelSelector(selector, at.child('selector'), errors);
  const labels = template.metadata?.labels ?? {};
  if (selects(selector, labels) === false) {
    errors.push(invalid(at.child('template').child('metadata').child('labels'), labels, '`selector` does not match template `labels`'));
  }
  if (selector !== undefined && Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0) {
    errors.push(invalid(at.child('selector'), selector, 'empty selector is invalid for daemonset'));
  }
  validatePodTemplate(template, at.child('template'), errors);
  const { restartPolicy = '', activeDeadlineSeconds } = template.spec!;
  if (restartPolicy !== 'Always') {
    errors.push(notSupported(at.child('template').child('spec').child('restartPolicy'), restartPolicy, ['Always']));
  }
  if (activeDeadlineSeconds !== undefined) {
    errors.push(forbidden(at.child('template').child('spec').child('activeDeadlineSeconds'), 'activeDeadlineSeconds in DaemonSet is not Supported'));
  }
  nonNegative(spec.minReadySeconds, at, 'minReadySeconds', errors);
  nonNegative(spec.revisionHistoryLimit, at, 'revisionHistoryLimit', errors);
  validateUpdateStrategy(spec.updateStrategy!, at.child('updateStrategy'), errors);
}

function validatePodTemplate(template: PodTemplateSpec, at: FieldPath, errors: FieldError[]): void {
  const { metadata } = template;
  const spec = template.spec!;
  validateLabels(metadata?.labels, at.child('labels'), errors);
  validateAnnotations(metadata?.annotations, at.child('annotations'), errors);
  validatePodAnnotations(metadata?.annotations, spec, at.child('annotations'), errors);
  validatePodSpec(spec, at.child('spec'), errors);
  validateSeccompAgreement(metadata?.annotations, spec, at.child('spec'), errors);
  validateAppArmorAgreement(metadata?.annotations, spec, at.child('spec'), errors);
  if ((spec.ephemeralContainers ?? []).length > 0) {
    errors.push(forbidden(at.child('spec').child('ephemeralContainers'), 'ephemeral containers not allowed in pod template'));
  }
}

function validateUpdateStrategy(strategy: DaemonSetUpdateStrategy, at: FieldPath, errors: FieldError[]): void {
  if (strategy.type === 'OnDelete') { return; }
  if (strategy.type !== 'RollingUpdate') {
    errors.push(notSupported(at, strategy, ['RollingUpdate', 'OnDelete']));
    return;
  }
  const { maxUnavailable = 0, maxSurge = 0 } = strategy.rollingUpdate ?? {};
  const rolling = at.child('rollingUpdate');
  validateCount(maxUnavailable, rolling.child('maxUnavailable'), errors);
  validateCount(maxSurge, rolling.child('maxSurge'), errors);
  if (isNonZero(maxUnavailable) && isNonZero(maxSurge)) {
    errors.push(invalid(rolling.child('maxSurge'), maxSurge, 'may not be set when maxUnavailable is non-zero'));
  } else if (!isNonZero(maxUnavailable) && !isNonZero(maxSurge)) {
    errors.push(required(rolling.child('maxUnavailable'), 'cannot be 0 when maxSurge is 0'));
  }
}

function validateCount(count: IntOrString, at: FieldPath, errors: FieldError[]): void {
  if (typeof count === 'number') {
    if (count < 0) { errors.push(invalid(at, count, 'must be greater than or equal to 0')); }
    return;
  }
  const messages = percent(count);
  invalidEach(errors, at, count, messages);
  if (messages.length === 0 && BigInt(count.slice(0, -1)) > 100n) {
    errors.push(invalid(at, count, 'must not be greater than 100%'));
  }
}

/** A text that is no percentage counts as the number that it begins to be, else as zero. */
function isNonZero(count: IntOrString): boolean {
  if (typeof count === 'number') { return count !== 0; }
  const digits = /^[+-]?([0-9]+)$/.exec(count) ?? /^([0-9]+)%$/.exec(count);
  return digits !== null && /[1-9]/.test(digits[1]);
}
