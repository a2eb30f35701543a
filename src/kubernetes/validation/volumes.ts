import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { dnsLabel, dnsSubdomain } from '../names';
import { quote } from '../quote';
import { isLongerThan } from '../text-length';
import type { PodMetadata } from './pod-context';
import { validateName } from './shared';
import type { SourceKey } from './volume-sources';
import { SOURCE_ORDER, sourcePath, validateSource } from './volume-sources';
import type { Volume } from '../wire/volume';

/**
 * Adds what is wrong with the volumes of a pod.
 *
 * @returns the volumes without error, by name
 */
export function validateVolumes(volumes: Volume[], pod: PodMetadata | undefined, at: FieldPath, errors: FieldError[]): ReadonlyMap<string, Volume> {
  const valid = new Map<string, Volume>();
  const created = pod && new Set(volumes.filter(({ ephemeral }) => ephemeral).map(({ name }) => `${pod.name}-${name}`));
  for (let i = 0; i < volumes.length; i++) {
    const volume = volumes[i];
    const path = at.index(i);
    const before = errors.length;
    validateVolume(volume, pod, path, errors);
    if (volume.name) {
      validateName(volume.name, dnsLabel, path, 'name', errors);
    } else {
      errors.push(required(path.child('name')));
    }
    if (valid.has(volume.name)) { errors.push(duplicate(path.child('name'), volume.name)); }
    if (errors.length === before) { valid.set(volume.name, volume); }
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim !== undefined && created?.has(claim)) {
      errors.push(invalid(path.child('persistentVolumeClaim').child('claimName'), claim,
        'must not reference a PVC that gets created for an ephemeral volume'));
    }
  }
  return valid;
}

function validateVolume(volume: Volume, pod: PodMetadata | undefined, at: FieldPath, errors: FieldError[]): void {
  const keys = Object.keys(volume) as SourceKey[];
  const set = keys.filter((key) => (key as string) !== 'name' && volume[key] !== undefined);
  const sources = set.length === 1 ? set : SOURCE_ORDER.filter((key) => volume[key] !== undefined);
  for (const [i, key] of sources.entries()) {
    // An empty directory is checked first and without regard to what else is there.
    if (i === 0) {
      validateSource(volume, key, at, errors);
    } else {
      errors.push(forbidden(at.child(sourcePath(key)), 'may not specify more than 1 volume type'));
    }
    if (key === 'iscsi') { validateIscsiName(volume, at, errors); }
    if (key === 'ephemeral' && i === 0 && pod && volume.name) { validateClaimName(`${pod.name}-${volume.name}`, volume.name, at, errors); }
  }
  if (set.length === 0) { errors.push(required(at, 'must specify a volume type')); }
}

function validateIscsiName({ name = '', iscsi }: Volume, at: FieldPath, errors: FieldError[]): void {
  if (iscsi!.initiatorName === undefined || !isLongerThan(`${name}:${iscsi!.targetPortal ?? ''}`, 64)) { return; }
  errors.push(invalid(at.child('name'), name,
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.'));
}

function validateClaimName(claim: string, volume: string, at: FieldPath, errors: FieldError[]): void {
  const messages = dnsSubdomain(claim).map((message) => `PVC name ${quote(claim)}: ${message}`);
  invalidEach(errors, at.child('name'), volume, messages);
}
