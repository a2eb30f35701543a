import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalid, invalidEach, notFound, required } from '../field-error';
import { FieldPath } from '../field-path';
import { dnsLabel, dnsSubdomain } from '../names';
import { validateName } from './shared';
import type { ResourceClaim } from '../wire/container';
import type { PodResourceClaim } from '../wire/pod-spec';

/** Adds what is wrong with the claims of a pod. */
export function validatePodResourceClaims(claims: PodResourceClaim[], isMirror: boolean, at: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (const [i, claim] of claims.entries()) {
    if (isMirror) {
      errors.push(forbidden(FieldPath.root(''), 'static pods do not support resource claims'));
      continue;
    }
    const path = at.index(i);
    const { name, resourceClaimName, resourceClaimTemplateName } = claim;
    if (!name) {
      errors.push(required(path.child('name')));
    } else if (names.has(name)) {
      errors.push(duplicate(path.child('name'), name));
    } else {
      validateName(name, dnsLabel, path, 'name', errors);
      names.add(name);
    }
    if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
      errors.push(invalid(path, claim, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified'));
    }
    if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
      errors.push(invalid(path, claim, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`'));
    }
    for (const key of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
      const value = claim[key];
      if (value !== undefined) { invalidEach(errors, path.child(key), value, dnsSubdomain(value)); }
    }
  }
}

/** Adds what is wrong with a container's references to the claims of its pod. */
export function validateClaimReferences(claims: ResourceClaim[], ofPod: ReadonlySet<string>, at: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (const [i, { name, request }] of claims.entries()) {
    const path = at.index(i);
    if (!name) {
      errors.push(required(path));
      continue;
    }
    if (names.has(name)) {
      errors.push(duplicate(path, name));
    } else {
      validateName(request, dnsLabel, path, 'request', errors);
      const key = request ? `${name}/${request}` : name;
      if (names.has(key)) {
        errors.push(duplicate(path, key));
      } else if (!request) {
        for (const other of names) {
          if (other.startsWith(`${name}/`)) { errors.push(duplicate(path, name)); }
        }
      }
      names.add(key);
    }
    if (!ofPod.has(name)) {
      const known = ofPod.size === 0 ? ' which is empty' : `: ${[...ofPod].sort().join(', ')}`;
      errors.push(notFound(path, name, `must be one of the names in pod.spec.resourceClaims${known}`));
    }
  }
}
