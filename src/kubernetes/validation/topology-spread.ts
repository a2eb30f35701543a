import type { FieldError } from '../field-error';
import { duplicate, invalid, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateLabelSelector } from '../label-selector';
import { validateMatchLabelKeys } from './pod-affinity';
import type { TopologySpreadConstraint } from '../wire/pod-spec';

/** Adds what is wrong with the constraints that spread pods. */
export function validateTopologySpread(constraints: TopologySpreadConstraint[], at: FieldPath, errors: FieldError[]): void {
  for (const [i, constraint] of constraints.entries()) {
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', minDomains, labelSelector, matchLabelKeys } = constraint;
    const path = at.index(i);
    positive(maxSkew, path.child('maxSkew'), errors);
    if (topologyKey === '') { errors.push(required(path.child('topologyKey'), 'can not be empty')); }
    if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
      errors.push(notSupported(path.child('whenUnsatisfiable'), whenUnsatisfiable, ['DoNotSchedule', 'ScheduleAnyway']));
    }
    const repeated = constraints.slice(i + 1).some((other) => (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable);
    if (repeated) { errors.push(duplicate(path.child('{topologyKey, whenUnsatisfiable}'), `{${topologyKey}, ${whenUnsatisfiable}}`)); }
    if (minDomains !== undefined) {
      positive(minDomains, path.child('minDomains'), errors);
      if (whenUnsatisfiable !== 'DoNotSchedule') {
        errors.push(invalid(path.child('minDomains'), minDomains,
          `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`));
      }
    }
    for (const key of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
      const policy = constraint[key];
      if (policy !== undefined && policy !== 'Honor' && policy !== 'Ignore') {
        errors.push(notSupported(path.child(key), policy, ['Honor', 'Ignore']));
      }
    }
    validateMatchLabelKeys(matchLabelKeys, [], labelSelector, path, errors);
    validateLabelSelector(labelSelector, path.child('labelSelector'), errors);
  }
}

function positive(value: number, at: FieldPath, errors: FieldError[]): void {
  if (value <= 0) { errors.push(invalid(at, value, 'must be greater than zero')); }
}
