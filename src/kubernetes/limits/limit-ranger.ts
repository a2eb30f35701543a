import type { LimitRange } from './limit-range';
import { withDefaultsOf } from './limit-range';
import type { LimitViolation } from './limit-violations';
import { limitViolations } from './limit-violations';
import type { DaemonPod } from '../daemon-pod';
import { daemonPod } from '../daemon-pod';
import type { FieldError } from '../field-error';
import { renderError } from '../field-error';
import { defaultPodLevelResources } from '../pod-level-resources';
import { validatePod } from '../validation/pod';
import type { DaemonSet } from '../wire/daemon-set';
import type { PodSpec } from '../wire/pod-spec';

/** What one LimitRange refuses. */
export interface LimitRefusal {
  readonly range: LimitRange;
  /** What is wrong with the pod only since the LimitRange filled in its defaults. */
  readonly errors: readonly FieldError[];
  readonly violations: readonly LimitViolation[];
}

/** A pod with all defaults, and who refuses it. */
export interface LimitedPod {
  readonly pod: DaemonPod;
  readonly refusals: readonly LimitRefusal[];
}

/**
 * What the LimitRanges of its namespace make of the pod of a DaemonSet.
 *
 * @param daemonSet a defaulted DaemonSet
 * @param ranges in the order in which they fill in defaults, which the API server does not promise
 */
export function limitedPod(daemonSet: DaemonSet, ranges: readonly LimitRange[]): LimitedPod {
  const created = daemonPod(daemonSet);
  // The resources of the pod as a whole are completed after the LimitRanges.
  let spec: PodSpec = { ...created.spec, resources: daemonSet.spec.template.spec!.resources };
  const steps = ranges.map((range): DaemonPod => ({ ...created, spec: defaultPodLevelResources(spec = withDefaultsOf(range, spec)) }));
  const pod = steps.at(-1) ?? created;
  const caused = errorsBetween(created, pod);
  const causes = caused.map((error) => steps.findIndex((step) => errorsBetween(created, step).some((other) => renderError(other) === renderError(error))));
  const refusals = ranges.map((range, i) => ({ range, errors: caused.filter((_, at) => causes[at] === i), violations: limitViolations(range, pod.spec) }));
  return { pod, refusals: refusals.filter(({ errors, violations }) => errors.length + violations.length > 0) };
}

function errorsBetween(before: DaemonPod, after: DaemonPod): FieldError[] {
  const known = new Set(validatePod(before).map(renderError));
  return validatePod(after).filter((error) => !known.has(renderError(error)));
}
