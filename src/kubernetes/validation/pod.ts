import type { DaemonPod } from '../daemon-pod';
import type { FieldError } from '../field-error';
import { FieldPath } from '../field-path';
import { validateAppArmorAgreement } from './app-armor';
import { validateImagePadding } from './containers';
import { generatedName, SUBDOMAIN, validateObjectMeta } from './metadata';
import { isMirror, validatePodAnnotations } from './pod-annotations';
import { validatePodOnly, validatePodSpec } from './pod-spec';
import { validateSeccompAgreement } from './seccomp';

/**
 * What the API server refuses when the pod of a daemon is created. A DaemonSet can be taken whose every pod is refused.
 *
 * @param pod as `daemonPod` makes it
 */
export function validatePod(pod: DaemonPod): FieldError[] {
  const errors: FieldError[] = [];
  const { metadata, spec } = pod;
  const at = FieldPath.root('spec');
  validateObjectMeta(metadata, SUBDOMAIN, 'namespaced', errors);
  validatePodAnnotations(metadata.annotations, spec, FieldPath.root('metadata').child('annotations'), errors);
  validatePodSpec(spec, at, errors, {
    name: metadata.name || generatedName(metadata.generateName ?? ''),
    isMirror: isMirror(metadata.annotations),
  });
  validatePodOnly(spec, at, errors);
  for (const list of ['containers', 'initContainers'] as const) {
    for (const [i, container] of (spec[list] ?? []).entries()) { validateImagePadding(container, at.child(list).index(i), errors); }
  }
  validateSeccompAgreement(metadata.annotations, spec, at, errors);
  validateAppArmorAgreement(metadata.annotations, spec, at, errors);
  return errors;
}
