import type { FieldError } from '../field-error';
import { invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { qualifiedName } from '../label-format';
import { Quantity } from '../quantity';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../wire/env';

/** The fields of a pod that an environment variable can hold. */
export const ENV_FIELDS = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
];
/** The fields of a pod that a file can hold. */
export const FILE_FIELDS = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];
const KNOWN_FIELDS = [...ENV_FIELDS, 'metadata.annotations', 'metadata.labels', 'spec.restartPolicy', 'spec.schedulerName', 'status.phase'];

const RESOURCES = [
  'limits.cpu', 'limits.ephemeral-storage', 'limits.memory', 'requests.cpu', 'requests.ephemeral-storage', 'requests.memory',
];
const BYTES = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** Adds what is wrong with a reference to a field of the pod, `metadata.labels['x']` included. */
export function validateFieldRef(ref: ObjectFieldSelector, supported: readonly string[], at: FieldPath, errors: FieldError[]): void {
  const { apiVersion, fieldPath } = ref;
  if (!apiVersion || !fieldPath) {
    errors.push(required(at.child(apiVersion ? 'fieldPath' : 'apiVersion')));
    return;
  }
  const refuse = (reason: string) => errors.push(invalid(at.child('fieldPath'), fieldPath, `error converting fieldPath: ${reason}`));
  const [, path, subscript] = /^(?!\[')([^]+?)\['([^]*)'\]$/.exec(fieldPath) ?? [];
  const name = fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath;
  if (apiVersion !== 'v1') {
    refuse(`unsupported pod version: ${apiVersion}`);
  } else if (path === 'metadata.annotations') {
    invalidEach(errors, at, subscript.toLowerCase(), qualifiedName(subscript.toLowerCase()));
  } else if (path === 'metadata.labels') {
    invalidEach(errors, at, subscript, qualifiedName(subscript));
  } else if (path !== undefined) {
    refuse(`field label does not support subscript: ${fieldPath}`);
  } else if (!KNOWN_FIELDS.includes(name)) {
    refuse(`field label not supported: ${fieldPath}`);
  } else if (!supported.includes(name)) {
    errors.push(notSupported(at.child('fieldPath'), name, supported));
  }
}

/** Adds what is wrong with a reference to a container's resource; files must name the container. */
export function validateResourceFieldRef(ref: ResourceFieldSelector, place: 'env' | 'file', at: FieldPath, errors: FieldError[]): void {
  const { containerName, resource = '', divisor } = ref;
  if (place === 'file' && !containerName) {
    errors.push(required(at.child('containerName')));
  } else if (resource === '') {
    errors.push(required(at.child('resource')));
  } else if (!RESOURCES.includes(resource) && !isHugePagesField(resource)) {
    errors.push(notSupported(at.child('resource'), resource, RESOURCES));
  }
  validateDivisor(resource, divisor, at.child('divisor'), errors);
}

function validateDivisor(resource: string, divisor: string | number | undefined, at: FieldPath, errors: FieldError[]): void {
  const quantity = Quantity.parse(divisor);
  if (quantity.isZero()) { return; }
  const text = quantity.toString();
  const [kind, units] = divisorsOf(resource);
  if (units.includes(text) || kind === '') { return; }
  const listed = kind === 'cpu' ? '1m and 1' : BYTES.join(', ');
  errors.push(invalid(at, resource, `only divisor's values ${listed} are supported with the ${kind} resource`));
}

function divisorsOf(resource: string): [string, string[]] {
  switch (resource) {
    case 'limits.cpu':
    case 'requests.cpu': return ['cpu', ['1m', '1']];
    case 'limits.memory':
    case 'requests.memory': return ['memory', BYTES];
    case 'limits.ephemeral-storage':
    case 'requests.ephemeral-storage': return ['local ephemeral storage', BYTES];
    default: return isHugePagesField(resource) ? ['hugepages', BYTES] : ['', []];
  }
}

function isHugePagesField(resource: string): boolean {
  return resource.startsWith('limits.hugepages-') || resource.startsWith('requests.hugepages-');
}
