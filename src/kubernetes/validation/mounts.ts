import type { FieldError } from '../field-error';
import { forbidden, invalid, notFound, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { hasBackstep, validateRelativePath } from './shared';
import type { Container, VolumeDevice, VolumeMount } from '../wire/container';
import type { Volume } from '../wire/volume';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

/** Adds what is wrong with the mounts of a container; a volume that is refused itself counts as missing. */
export function validateVolumeMounts(
  mounts: VolumeMount[], container: Container, volumes: ReadonlyMap<string, Volume>, at: FieldPath, errors: FieldError[],
): void {
  const devices = container.volumeDevices && lastByName(container.volumeDevices, ({ devicePath }) => devicePath);
  const paths = new Set<string>();
  for (let i = 0; i < mounts.length; i++) {
    const { name, mountPath } = mounts[i];
    const path = at.index(i);
    if (!name) { errors.push(required(path.child('name'))); }
    if (!volumes.has(name)) { errors.push(notFound(path.child('name'), name)); }
    if (!mountPath) { errors.push(required(path.child('mountPath'))); }
    if (paths.has(mountPath)) { errors.push(invalid(path.child('mountPath'), mountPath, 'must be unique')); }
    paths.add(mountPath);
    if (devices?.has(name)) { errors.push(invalid(path.child('name'), name, 'must not already exist in volumeDevices')); }
    if (devices && [...devices.values()].includes(mountPath)) {
      errors.push(invalid(path.child('mountPath'), mountPath, 'must not already exist as a path in volumeDevices'));
    }
    validateSubPaths(mounts[i], path, at, errors);
    validatePropagation(mounts[i], container, at, errors);
    validateRecursiveReadOnly(mounts[i], at, errors);
  }
}

function validateSubPaths({ subPath, subPathExpr }: VolumeMount, mount: FieldPath, list: FieldPath, errors: FieldError[]): void {
  if (subPath) { validateRelativePath(subPath, list.child('subPath'), errors); }
  if (!subPathExpr) { return; }
  if (subPath) { errors.push(invalid(mount.child('subPathExpr'), subPathExpr, 'subPathExpr and subPath are mutually exclusive')); }
  validateRelativePath(subPathExpr, list.child('subPathExpr'), errors);
}

function validatePropagation({ mountPropagation }: VolumeMount, container: Container, list: FieldPath, errors: FieldError[]): void {
  if (mountPropagation === undefined) { return; }
  const at = list.child('mountPropagation');
  if (!PROPAGATIONS.includes(mountPropagation)) { errors.push(notSupported(at, mountPropagation, PROPAGATIONS)); }
  if (mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    errors.push(forbidden(at, 'Bidirectional mount propagation is available only to privileged containers'));
  }
}

function validateRecursiveReadOnly({ recursiveReadOnly, readOnly, mountPropagation }: VolumeMount, list: FieldPath, errors: FieldError[]): void {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') { return; }
  const at = list.child('recursiveReadOnly');
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') {
    errors.push(notSupported(at, recursiveReadOnly, ['Disabled', 'Enabled', 'IfPossible']));
    return;
  }
  if (!readOnly) { errors.push(forbidden(at, 'may only be specified when readOnly is true')); }
  if (mountPropagation !== undefined && mountPropagation !== 'None') {
    errors.push(forbidden(at, 'may only be specified when mountPropagation is None or not specified'));
  }
}

/** Adds what is wrong with the block devices of a container. */
export function validateVolumeDevices(
  devices: VolumeDevice[], container: Container, volumes: ReadonlyMap<string, Volume>, at: FieldPath, errors: FieldError[],
): void {
  const mounts = lastByName(container.volumeMounts ?? [], ({ mountPath }) => mountPath);
  const mountPaths = [...mounts.values()];
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const [i, { name, devicePath }] of devices.entries()) {
    const path = at.index(i);
    const volume = volumes.get(name);
    if (!name) { errors.push(required(path.child('name'))); }
    if (names.has(name)) { errors.push(invalid(path.child('name'), name, 'must be unique')); }
    if (volume === undefined) {
      errors.push(notFound(path.child('name'), name));
    } else if (!volume.persistentVolumeClaim && !volume.ephemeral) {
      errors.push(invalid(path.child('name'), name,
        'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode'));
    }
    if (!devicePath) { errors.push(required(path.child('devicePath'))); }
    if (paths.has(devicePath)) { errors.push(invalid(path.child('devicePath'), devicePath, 'must be unique')); }
    if (hasBackstep(devicePath)) {
      errors.push(invalid(path.child('devicePath'), devicePath, "can not contain backsteps ('..')"));
    } else {
      paths.add(devicePath);
    }
    if (mounts.has(name)) { errors.push(invalid(path.child('name'), name, 'must not already exist in volumeMounts')); }
    if (mountPaths.includes(devicePath)) {
      errors.push(invalid(path.child('devicePath'), devicePath, 'must not already exist as a path in volumeMounts'));
    }
    if (name) { names.add(name); }
  }
}

function lastByName<T extends { name: string }>(list: T[], path: (element: T) => string): Map<string, string> {
  return new Map(list.map((element) => [element.name, path(element)]));
}
