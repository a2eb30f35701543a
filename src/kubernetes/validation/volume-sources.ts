import type { FieldError } from '../field-error';
import { forbidden, invalidEach, notSupported, required, tooLong } from '../field-error';
import type { FieldPath } from '../field-path';
import { dnsSubdomain } from '../names';
import { Quantity } from '../quantity';
import { isLongerThan } from '../text-length';
import { validateInTreeSource } from './in-tree-volumes';
import { validateClaimTemplate } from './persistent-volume-claim';
import { validateProjected } from './projected';
import { oneOf, requireText, validateNoBacksteps } from './shared';
import { validateDefaults, validateDownwardFile, validateKeysToPaths } from './volume-files';
import type { CSIVolumeSource, HostPathVolumeSource, Volume } from '../wire/volume';
import type { KeyToPath } from '../wire/volume-file';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

/** A key of a volume that is one of its sources. */
export type SourceKey = Exclude<keyof Volume, 'name'>;

/** The order in which the server looks for sources; it checks the first and refuses the others. */
export const SOURCE_ORDER: readonly SourceKey[] = [
  'emptyDir', 'hostPath', 'gitRepo', 'gcePersistentDisk', 'awsElasticBlockStore', 'secret', 'nfs', 'iscsi', 'glusterfs', 'flocker',
  'persistentVolumeClaim', 'rbd', 'cinder', 'cephfs', 'quobyte', 'downwardAPI', 'fc', 'flexVolume', 'configMap', 'azureFile', 'vsphereVolume',
  'photonPersistentDisk', 'portworxVolume', 'azureDisk', 'storageos', 'projected', 'scaleIO', 'csi', 'ephemeral', 'image',
];

/** The name under which the server refuses a second source, which is not always the field's. */
export function sourcePath(key: SourceKey): string {
  return key === 'cephfs' ? 'cephFS' : key === 'downwardAPI' ? 'downwarAPI' : key;
}

/** Adds what is wrong with one source of a volume. */
export function validateSource(volume: Volume, key: keyof Volume, at: FieldPath, errors: FieldError[]): void {
  switch (key) {
    case 'emptyDir':
      if (Quantity.parse(volume.emptyDir!.sizeLimit).isNegative()) {
        errors.push(forbidden(at.child('emptyDir').child('sizeLimit'), 'SizeLimit field must be a valid resource quantity'));
      }
      break;
    case 'hostPath':
      validateHostPath(volume.hostPath!, at.child('hostPath'), errors);
      break;
    case 'secret':
      validateKeyFiles(volume.secret!.secretName, 'secretName', volume.secret!, at.child('secret'), errors);
      break;
    case 'configMap':
      validateKeyFiles(volume.configMap!.name, 'name', volume.configMap!, at.child('configMap'), errors);
      break;
    case 'downwardAPI': {
      const path = at.child('downwardAPI');
      validateDefaults(volume.downwardAPI!, path, errors);
      for (const file of volume.downwardAPI!.items ?? []) { validateDownwardFile(file, path, errors); }
      break;
    }
    case 'persistentVolumeClaim':
      requireText(volume.persistentVolumeClaim!.claimName, at.child('persistentVolumeClaim'), 'claimName', errors);
      break;
    case 'projected':
      validateProjected(volume.projected!, at.child('projected'), errors);
      break;
    case 'csi':
      validateCsi(volume.csi!, at.child('csi'), errors);
      break;
    case 'ephemeral':
      validateClaimTemplate(volume.ephemeral!.volumeClaimTemplate, at.child('ephemeral').child('volumeClaimTemplate'), errors);
      break;
    case 'image':
      requireText(volume.image!.reference, at.child('image'), 'reference', errors);
      oneOf(volume.image!.pullPolicy, ['Always', 'IfNotPresent', 'Never'], at.child('image'), 'pullPolicy', errors);
      break;
    default:
      validateInTreeSource(volume, key, at, errors);
  }
}

function validateHostPath({ path, type = '' }: HostPathVolumeSource, at: FieldPath, errors: FieldError[]): void {
  if (!path) {
    errors.push(required(at.child('path')));
    return;
  }
  validateNoBacksteps(path, at.child('path'), errors);
  if (!HOST_PATH_TYPES.includes(type)) { errors.push(notSupported(at.child('type'), type, HOST_PATH_TYPES)); }
}

function validateKeyFiles(
  name: string | undefined, field: string, source: { defaultMode?: number; defaultUser?: number; items?: KeyToPath[] }, at: FieldPath, errors: FieldError[],
): void {
  requireText(name, at, field, errors);
  validateDefaults(source, at, errors);
  if (source.items) { validateKeysToPaths(source.items, at.child('items'), errors); }
}

function validateCsi({ driver = '', nodePublishSecretRef }: CSIVolumeSource, at: FieldPath, errors: FieldError[]): void {
  if (driver === '') {
    errors.push(required(at.child('driver')));
  } else {
    if (isLongerThan(driver, 63)) { errors.push(tooLong(at.child('driver'), 63)); }
    invalidEach(errors, at.child('driver'), driver, dnsSubdomain(driver.toLowerCase()));
  }
  if (nodePublishSecretRef === undefined) { return; }
  const { name } = nodePublishSecretRef;
  requireText(name, at.child('nodePublishSecretRef'), 'name', errors);
  if (name) { invalidEach(errors, at.child('name'), name, dnsSubdomain(name)); }
}
