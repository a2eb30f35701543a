import type { FieldError } from '../field-error';
import { forbidden, invalid } from '../field-error';
import type { FieldPath } from '../field-path';
import { Quantity } from '../quantity';
import { aggregateContainers, namedResources } from '../requests';
import { isHugePages } from '../resource-names';
import { validateResources } from './resources';
import type { ResourceRequirements } from '../wire/container';
import type { PodSpec } from '../wire/pod-spec';

/** Adds what is wrong with the resources of a pod as a whole, in themselves and against its containers'. */
export function validatePodResources(
  spec: PodSpec, resources: ResourceRequirements, claims: ReadonlySet<string>, at: FieldPath, errors: FieldError[],
): void {
  if (spec.os?.name === 'windows') {
    errors.push(forbidden(at, 'may not be set for a windows pod'));
    return;
  }
  if (resources.claims !== undefined) { errors.push(forbidden(at.child('claims'), 'claims may not be set for Resources at pod-level')); }
  validateResources(resources, 'pod', claims, at, errors);

  for (const name of namedResources(spec, 'requests')) {
    compareAggregate(spec, resources, 'requests', name, at, errors);
  }
  for (const name of namedResources(spec, 'limits')) {
    if (isHugePages(name)) { compareAggregate(spec, resources, 'limits', name, at, errors); }
  }
  for (const [i, container] of (spec.containers ?? []).entries()) {
    const own = container.resources?.limits;
    for (const name in own) {
      if (resources.limits?.[name] === undefined) { continue; }
      const limit = Quantity.parse(own[name]);
      const ofPod = Quantity.parse(resources.limits[name]);
      if (limit.compare(ofPod) > 0) {
        errors.push(invalid(at.child('containers').index(i).key(name).child('limits'), limit.toString(),
          `must be less than or equal to pod limits of ${ofPod.toString()}`));
      }
    }
  }
}

function compareAggregate(
  spec: PodSpec, resources: ResourceRequirements, kind: 'requests' | 'limits', name: string, at: FieldPath, errors: FieldError[],
): void {
  const text = resources[kind]?.[name];
  if (text === undefined) { return; }
  const ofPod = Quantity.parse(text);
  const ofContainers = aggregateContainers(spec, kind, name)!;
  if (ofContainers.compare(ofPod) <= 0) { return; }
  errors.push(invalid(at.child(kind).key(name), ofPod.toString(),
    `must be greater than or equal to aggregate container ${kind} of ${ofContainers.toString()}`));
}
