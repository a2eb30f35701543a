import { validateImagePadding } from './containers';
import { validatePod } from './pod';
import { validatePodOnly } from './pod-spec';
import { daemonPod } from '../daemon-pod';
import type { FieldError } from '../field-error';
import { FieldPath } from '../field-path';
import type { PodAffinity } from '../wire/affinity';
import type { DaemonSet } from '../wire/daemon-set';
import type { PodSpec } from '../wire/pod-spec';

/**
 * What the API server refuses of the pods of a DaemonSet that it has taken.
 *
 * Most templates become pods without a change that could matter, so that what was checked of the template holds for the pod.
 *
 * @param daemonSet a defaulted DaemonSet that is accepted itself
 */
export function validateDaemonPods(daemonSet: DaemonSet): FieldError[] {
  if (becomesAnotherPod(daemonSet)) { return validatePod(daemonPod(daemonSet)); }
  const errors: FieldError[] = [];
  const at = FieldPath.root('spec');
  // Fields that are added to a copy are slow, and each copy gets a shape of its own.
  const spec = { serviceAccountName: '', ...daemonSet.spec.template.spec! };
  spec.serviceAccountName ||= 'default';
  validatePodOnly(spec, at, errors);
  for (const list of ['containers', 'initContainers'] as const) {
    for (const [i, container] of (spec[list] ?? []).entries()) { validateImagePadding(container, at.child(list).index(i), errors); }
  }
  return errors;
}

/** Whether the pod has something that its template has not: ports of the node, requests, selectors, profiles, names made of its own. */
function becomesAnotherPod({ spec: { template } }: DaemonSet): boolean {
  const spec = template.spec!;
  const { annotations = {}, finalizers } = template.metadata ?? {};
  return spec.hostNetwork === true
    || spec.resources !== undefined
    || finalizers !== undefined
    || spec.topologySpreadConstraints !== undefined
    || (spec.terminationGracePeriodSeconds ?? 0) < 0
    || Object.keys(annotations).some((key) => key.includes('kubernetes.io/'))
    || (spec.volumes ?? []).some(({ ephemeral }) => ephemeral !== undefined)
    || selectsByOwnLabels(spec);
}

function selectsByOwnLabels({ affinity }: PodSpec): boolean {
  const hasKeys = (terms: PodAffinity | undefined) => terms !== undefined && (
    (terms.requiredDuringSchedulingIgnoredDuringExecution ?? []).some((term) => term.matchLabelKeys ?? term.mismatchLabelKeys)
    || (terms.preferredDuringSchedulingIgnoredDuringExecution ?? []).some(({ podAffinityTerm: term }) => term.matchLabelKeys ?? term.mismatchLabelKeys)
  );
  return hasKeys(affinity?.podAffinity) || hasKeys(affinity?.podAntiAffinity);
}
