import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateLabels, validateLabelSelector } from '../label-selector';
import { dnsLabel, dnsSubdomain } from '../names';
import { Quantity } from '../quantity';
import { validateAnnotations } from './metadata';
import { requireText, validateName } from './shared';
import type { PersistentVolumeClaimSpec, PersistentVolumeClaimTemplate, TypedObjectReference } from '../wire/volume';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** Metadata that a template may not have. */
const FORBIDDEN_METADATA = [
  'name', 'generateName', 'namespace', 'selfLink', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp',
  'deletionGracePeriodSeconds', 'ownerReferences', 'finalizers', 'managedFields',
] as const;

/** Adds what is wrong with the claim that an ephemeral volume makes. */
export function validateClaimTemplate(template: PersistentVolumeClaimTemplate | undefined, at: FieldPath, errors: FieldError[]): void {
  if (template === undefined) {
    errors.push(required(at));
    return;
  }
  const { metadata = {}, spec } = template;
  const meta = at.child('metadata');
  validateAnnotations(metadata.annotations, meta.child('annotations'), errors);
  validateLabels(metadata.labels, meta.child('labels'), errors);
  for (const key of FORBIDDEN_METADATA) {
    if ((metadata as Record<string, unknown>)[key] === undefined) { continue; }
    // The server makes the name of this field from Go's.
    errors.push(forbidden(meta.child(key === 'uid' ? 'uID' : key), 'cannot be set'));
  }
  validateClaimSpec(spec, at.child('spec'), errors);
}

function validateClaimSpec(spec: PersistentVolumeClaimSpec, at: FieldPath, errors: FieldError[]): void {
  const modes = spec.accessModes ?? [];
  if (modes.length === 0) { errors.push(required(at.child('accessModes'), 'at least 1 access mode is required')); }
  for (const mode of modes) {
    if (!ACCESS_MODES.includes(mode)) { errors.push(notSupported(at.child('accessModes'), mode, ACCESS_MODES)); }
  }
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))) {
    errors.push(forbidden(at.child('accessModes'), 'may not use ReadWriteOncePod with other access modes'));
  }
  validateLabelSelector(spec.selector, at.child('selector'), errors);
  validateStorage(spec.resources?.requests?.storage, at.child('resources').key('storage'), errors);
  validateName(spec.storageClassName, dnsSubdomain, at, 'storageClassName', errors);
  validateName(spec.volumeAttributesClassName, dnsSubdomain, at, 'volumeAttributesClassName', errors);
  if (spec.volumeMode !== undefined && spec.volumeMode !== 'Block' && spec.volumeMode !== 'Filesystem') {
    errors.push(notSupported(at.child('volumeMode'), spec.volumeMode, ['Block', 'Filesystem']));
  }
  validateDataSources(spec, at, errors);
}

function validateStorage(text: string | number | undefined, at: FieldPath, errors: FieldError[]): void {
  if (text === undefined) {
    errors.push(required(at));
    return;
  }
  const storage = Quantity.parse(text);
  if (storage.compare(Quantity.ZERO) <= 0) { errors.push(invalid(at, storage.toString(), 'must be greater than zero')); }
}

function validateDataSources(spec: PersistentVolumeClaimSpec, at: FieldPath, errors: FieldError[]): void {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource) { validateDataSource(dataSource, at.child('dataSource'), errors); }
  if (dataSourceRef) { validateDataSource(dataSourceRef, at.child('dataSourceRef'), errors); }
  if (!dataSource || !dataSourceRef) { return; }
  const source = at.child('dataSource').toString();
  if (dataSourceRef.namespace) {
    errors.push(invalid(at, source, 'may not be specified when dataSourceRef.namespace is specified'));
  } else if (dataSource.apiGroup !== dataSourceRef.apiGroup || dataSource.kind !== dataSourceRef.kind || dataSource.name !== dataSourceRef.name) {
    errors.push(invalid(at, source, 'must match dataSourceRef'));
  }
}

function validateDataSource({ apiGroup = '', kind, name, namespace }: TypedObjectReference, at: FieldPath, errors: FieldError[]): void {
  requireText(name, at, 'name', errors);
  requireText(kind, at, 'kind', errors);
  if (apiGroup === '' && kind !== 'PersistentVolumeClaim') {
    errors.push(invalid(at, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"));
  }
  if (apiGroup !== '') { invalidEach(errors, at.child('apiGroup'), apiGroup, dnsSubdomain(apiGroup)); }
  validateName(namespace, dnsLabel, at, 'namespace', errors);
}
