import type { FieldError } from '../field-error';
import { invalid } from '../field-error';
import type { FieldPath } from '../field-path';
import { parseInt64 } from '../formats';
import { validateAppArmorAnnotations } from './app-armor';
import { validateSeccompAnnotations } from './seccomp';
import { validateTolerations } from './tolerations';
import type { PodSpec, Toleration } from '../wire/pod-spec';

const MIRROR = 'kubernetes.io/config.mirror';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/** Adds what is wrong with those annotations of a pod that mean something to the API server. */
export function validatePodAnnotations(annotations: Record<string, string> | undefined, spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  if (annotations === undefined) { return; }
  const mirror = annotations[MIRROR];
  if (mirror !== undefined && !spec.nodeName) {
    errors.push(invalid(at.key(MIRROR), mirror, 'must set spec.nodeName if mirror pod annotation is set'));
  }
  if (annotations[TOLERATIONS]) { validateTolerationsAnnotation(annotations[TOLERATIONS], at, errors); }
  const cost = annotations[DELETION_COST];
  if (cost !== undefined && !isCost(cost)) {
    errors.push(invalid(at.key(DELETION_COST), cost, 'must be a 32bit integer'));
  }
  validateSeccompAnnotations(annotations, at, errors);
  validateAppArmorAnnotations(annotations, spec, at, errors);
}

/** Whether the pod is the image of a static one. */
export function isMirror(annotations: Record<string, string> | undefined): boolean {
  return annotations !== undefined && Object.hasOwn(annotations, MIRROR);
}

function isCost(text: string): boolean {
  if (!/^(?:-[0-9]+|0|[1-9][0-9]*)$/.test(text)) { return false; }
  const cost = parseInt64(text);
  return cost !== undefined && BigInt.asIntN(32, cost) === cost;
}

function validateTolerationsAnnotation(text: string, at: FieldPath, errors: FieldError[]): void {
  const tolerations = readTolerations(text);
  if (tolerations === undefined) {
    errors.push(invalid(at, TOLERATIONS, 'cannot be read as tolerations'));
  } else {
    validateTolerations(tolerations, at.child(TOLERATIONS), errors);
  }
}

const FIELDS: Record<string, keyof Toleration> = {
  key: 'key', operator: 'operator', value: 'value', effect: 'effect', tolerationseconds: 'tolerationSeconds',
};

/** The server reads the names of fields here in any case. */
function readTolerations(text: string): Toleration[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (parsed === null) { return []; }
  if (!Array.isArray(parsed)) { return undefined; }
  const tolerations: Toleration[] = [];
  for (const element of parsed as unknown[]) {
    if (element !== null && (typeof element !== 'object' || Array.isArray(element))) { return undefined; }
    const toleration: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(element ?? {})) {
      const field = FIELDS[name.toLowerCase()];
      if (field === undefined || value === null) { continue; }
      const fits = field === 'tolerationSeconds' ? Number.isSafeInteger(value) : typeof value === 'string';
      if (!fits) { return undefined; }
      toleration[field] = value;
    }
    tolerations.push(toleration);
  }
  return tolerations;
}
