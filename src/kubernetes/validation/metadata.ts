import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, required, tooLong } from '../field-error';
import { FieldPath } from '../field-path';
import { qualifiedName } from '../label-format';
import { validateLabels } from '../label-selector';
import { dnsLabel, dnsSubdomain, maskTrailingDash, pathSegment } from '../names';
import { byteLength } from '../text-length';
import type { ObjectMeta, OwnerReference } from '../wire/meta';

const MAX_ANNOTATIONS = 256 * 1024;
const OWN_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** What names of a kind must look like. */
export interface NameRule {
  readonly name: (name: string) => readonly string[];
  readonly prefix: (prefix: string) => readonly string[];
}

/** Names of most kinds. */
export const SUBDOMAIN: NameRule = { name: dnsSubdomain, prefix: (prefix) => dnsSubdomain(maskTrailingDash(prefix)) };
/** Names of namespaces, and of Services since 1.36. */
export const LABEL: NameRule = { name: dnsLabel, prefix: (prefix) => dnsLabel(maskTrailingDash(prefix)) };
/** Names of roles and bindings. */
export const PATH_SEGMENT: NameRule = { name: pathSegment, prefix: pathSegment };

/** Adds the error for an object that claims to be stored already; the server finds it before all others. */
export function validateCreation(meta: ObjectMeta | undefined, errors: FieldError[]): void {
  if (!meta?.resourceVersion) { return; }
  errors.push(forbidden(FieldPath.root('metadata').child('resourceVersion'), 'resourceVersion should not be set on objects to be created'));
}

/**
 * Adds what is wrong with the metadata of an object on its creation. A missing namespace is the request's, so it is no error.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/validation#ValidateObjectMeta
 */
export function validateObjectMeta(meta: ObjectMeta | undefined, rule: NameRule, scope: 'namespaced' | 'cluster', errors: FieldError[]): void {
  const at = FieldPath.root('metadata');
  const { generateName, namespace, finalizers, ownerReferences } = meta ?? {};
  if (generateName) { invalidEach(errors, at.child('generateName'), generateName, rule.prefix(generateName)); }
  const name = meta?.name || (generateName ? generatedName(generateName) : '');
  if (name === '') {
    errors.push(required(at.child('name'), 'name or generateName is required'));
  } else {
    invalidEach(errors, at.child('name'), name, rule.name(name));
  }
  if (scope === 'namespaced' && namespace) { invalidEach(errors, at.child('namespace'), namespace, dnsLabel(namespace)); }
  if (meta?.labels) { validateLabels(meta.labels, at.child('labels'), errors); }
  if (meta?.annotations) { validateAnnotations(meta.annotations, at.child('annotations'), errors); }
  if (ownerReferences) { validateOwnerReferences(ownerReferences, at.child('ownerReferences'), errors); }
  if (finalizers) { validateFinalizers(finalizers, at.child('finalizers'), errors); }
}

/** A name that the API server makes from a prefix, with zeros for the five random characters. */
export function generatedName(prefix: string): string {
  return `${prefix.slice(0, 58)}00000`;
}

/** Adds what is wrong with annotations: keys as of labels whatever their case, 256 KiB in all. */
export function validateAnnotations(annotations: Record<string, string> | undefined, at: FieldPath, errors: FieldError[]): void {
  let characters = 0;
  for (const key in annotations) {
    invalidEach(errors, at, key, qualifiedName(key.toLowerCase()));
    characters += key.length + annotations[key].length;
  }
  if (characters * 3 > MAX_ANNOTATIONS && annotations !== undefined) {
    const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
    if (bytes > MAX_ANNOTATIONS) { errors.push(tooLong(at, MAX_ANNOTATIONS)); }
  }
}

function validateFinalizers(finalizers: string[], at: FieldPath, errors: FieldError[]): void {
  for (const [i, finalizer] of finalizers.entries()) {
    invalidEach(errors, at, finalizer, qualifiedName(finalizer));
    validateOwnFinalizer(finalizer, at.index(i), errors);
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    errors.push(invalid(at, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set'));
  }
}

/** Adds an error for a finalizer that is neither qualified nor one of Kubernetes' own. */
export function validateOwnFinalizer(finalizer: string, at: FieldPath, errors: FieldError[]): void {
  if (!finalizer.includes('/') && !OWN_FINALIZERS.includes(finalizer)) {
    errors.push(invalid(at, finalizer, 'name is neither a standard finalizer name nor is it fully qualified'));
  }
}

function validateOwnerReferences(references: OwnerReference[], at: FieldPath, errors: FieldError[]): void {
  let controller: string | undefined;
  for (const [i, reference] of references.entries()) {
    validateOwnerReference(reference, at.index(i), errors);
    if (reference.controller !== true) { continue; }
    const name = `${reference.kind}/${reference.name}`;
    if (controller === undefined) {
      controller = name;
    } else {
      errors.push(invalid(at, references,
        `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`));
    }
  }
}

function validateOwnerReference(reference: OwnerReference, at: FieldPath, errors: FieldError[]): void {
  const { apiVersion = '', kind } = reference;
  if (apiVersion === '') {
    errors.push(required(at.child('apiVersion'), 'must not be empty'));
  } else if (!/^(?:[^/]*\/)?[^/]+$/.test(apiVersion)) {
    errors.push(invalid(at.child('apiVersion'), apiVersion, 'must be <group>/<version> or <version>'));
  }
  for (const key of ['kind', 'name', 'uid'] as const) {
    if (!reference[key]) { errors.push(required(at.child(key), 'must not be empty')); }
  }
  if (kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1')) {
    errors.push(invalid(at, reference, '/v1, Kind=Event is disallowed from being an owner'));
  }
}
