import type { ResourceList } from '../default-resources';
import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { qualifiedName } from '../label-format';
import { Quantity } from '../quantity';
import {
  hugePageSize, isContainerResource, isExtendedResource, isHugePages, isNativeResource, isOvercommitAllowed, isPodLevelResource,
  isStandardResource, isWholeResource,
} from '../resource-names';
import { validateClaimReferences } from './resource-claims';
import type { ResourceRequirements } from '../wire/container';

/** Adds what is wrong with requests and limits, of a container or of a pod as a whole. */
export function validateResources(
  resources: ResourceRequirements, of: 'container' | 'pod', claims: ReadonlySet<string> | undefined, at: FieldPath, errors: FieldError[],
): void {
  const { limits, requests } = resources;
  const seen = { cpuOrMemory: false, hugePages: false };
  for (const name in limits) { validateAmount(name, Quantity.parse(limits[name]), of, at, 'limits', seen, errors); }
  for (const name in requests) {
    const request = Quantity.parse(requests[name]);
    validateAmount(name, request, of, at, 'requests', seen, errors);
    compareToLimit(name, request, limits, at, errors);
  }
  if (seen.hugePages && !seen.cpuOrMemory) { errors.push(forbidden(at, 'HugePages require cpu or memory')); }
  if (resources.claims) { validateClaimReferences(resources.claims, claims ?? new Set(), at.child('claims'), errors); }
}

function validateAmount(
  name: string, amount: Quantity, of: 'container' | 'pod', at: FieldPath, kind: 'limits' | 'requests',
  seen: { cpuOrMemory: boolean; hugePages: boolean }, errors: FieldError[],
): void {
  if (name === 'cpu' || name === 'memory') {
    seen.cpuOrMemory = true;
    if (amount.isNegative()) { errors.push(invalid(at.child(kind).key(name), amount.toString(), 'must be greater than or equal to 0')); }
    return;
  }
  const path = at.child(kind).key(name);
  validateResourceName(name, of, path, errors);
  validateWhole(name, amount, path, errors);
  if (!isHugePages(name)) { return; }
  seen.hugePages = true;
  if (!isMultipleOfPage(name, amount)) {
    errors.push(invalid(path, amount.toString(), `${amount.toString()} is not positive integer multiple of ${name}`));
  }
}

function validateWhole(name: string, amount: Quantity, at: FieldPath, errors: FieldError[]): void {
  if (amount.isNegative()) { errors.push(invalid(at, amount.toString(), 'must be greater than or equal to 0')); }
  if (isWholeResource(name) && !amount.isInteger()) { errors.push(invalid(at, amount.toString(), 'must be an integer')); }
}

function compareToLimit(name: string, request: Quantity, limits: ResourceList | undefined, at: FieldPath, errors: FieldError[]): void {
  const overcommit = isOvercommitAllowed(name);
  const text = limits?.[name];
  if (text === undefined) {
    if (!overcommit) { errors.push(required(at.child('limits'), 'Limit must be set for non overcommitable resources')); }
    return;
  }
  const limit = Quantity.parse(text);
  const order = request.compare(limit);
  if (order !== 0 && !overcommit) {
    errors.push(invalid(at.child('requests'), request.toString(), `must be equal to ${name} limit of ${limit.toString()}`));
  } else if (order > 0) {
    errors.push(invalid(at.child('requests'), request.toString(), `must be less than or equal to ${name} limit of ${limit.toString()}`));
  }
}

function validateResourceName(name: string, of: 'container' | 'pod', at: FieldPath, errors: FieldError[]): void {
  const messages = qualifiedName(name);
  invalidEach(errors, at, name, messages);
  const short = !name.includes('/');
  const unknown = messages.length === 0 && short && !isStandardResource(name);
  if (unknown) { errors.push(invalid(at, name, 'must be a standard resource type or fully qualified')); }
  if (of === 'pod') {
    if (messages.length === 0 && !unknown && !isPodLevelResource(name)) { errors.push(notSupported(at, name, ['cpu', 'hugepages-', 'memory'])); }
  } else if (short) {
    if (!isContainerResource(name)) { errors.push(invalid(at, name, 'must be a standard resource for containers')); }
  } else if (!isNativeResource(name) && !isExtendedResource(name)) {
    errors.push(invalid(at, name, "doesn't follow extended resource name standard"));
  }
}

function isMultipleOfPage(name: string, amount: Quantity): boolean {
  const page = Quantity.read(hugePageSize(name));
  if (typeof page === 'string' || page.compare(Quantity.ZERO) <= 0 || !page.isInteger()) { return false; }
  return page.value() !== 0n && amount.value() % page.value() === 0n;
}
