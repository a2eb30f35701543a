import type { FieldError } from '../field-error';
import { invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { inRange } from '../formats';
import { dnsLabel } from '../names';
import { requireText, validateName, validateRelativePath } from './shared';
import type { AzureDiskVolumeSource, FCVolumeSource, FlockerVolumeSource, ISCSIVolumeSource, QuobyteVolumeSource } from '../wire/in-tree-volume';
import type { Volume } from '../wire/volume';

/** Adds what is wrong with a volume of a driver that Kubernetes once had built in. */
export function validateInTreeSource(volume: Volume, key: keyof Volume, above: FieldPath, errors: FieldError[]): void {
  const at = above.child(key);
  const text = (source: object, ...fields: string[]) => {
    for (const field of fields) { requireText((source as Record<string, string | undefined>)[field], at, field, errors); }
  };
  switch (key) {
    case 'gitRepo':
      text(volume.gitRepo!, 'repository');
      validateRelativePath(volume.gitRepo!.directory ?? '', at.child('directory'), errors);
      break;
    case 'gcePersistentDisk': {
      const disk = above.child('persistentDisk');
      requireText(volume.gcePersistentDisk!.pdName, disk, 'pdName', errors);
      validatePartition(volume.gcePersistentDisk!.partition, disk, errors);
      break;
    }
    case 'awsElasticBlockStore':
      text(volume.awsElasticBlockStore!, 'volumeID');
      validatePartition(volume.awsElasticBlockStore!.partition, at, errors);
      break;
    case 'nfs':
      text(volume.nfs!, 'server', 'path');
      if (!volume.nfs!.path?.startsWith('/')) { errors.push(invalid(at.child('path'), volume.nfs!.path, 'must be an absolute path')); }
      break;
    case 'cinder':
      text(volume.cinder!, 'volumeID');
      validateSecretRef(volume.cinder!.secretRef, at, errors);
      break;
    case 'cephfs':
      if ((volume.cephfs!.monitors ?? []).length === 0) { errors.push(required(at.child('monitors'))); }
      break;
    case 'rbd':
      if ((volume.rbd!.monitors ?? []).length === 0) { errors.push(required(at.child('monitors'))); }
      text(volume.rbd!, 'image');
      break;
    case 'storageos':
      text(volume.storageos!, 'volumeName');
      validateName(volume.storageos!.volumeName, dnsLabel, at, 'volumeName', errors);
      validateName(volume.storageos!.volumeNamespace, dnsLabel, at, 'volumeNamespace', errors);
      validateSecretRef(volume.storageos!.secretRef, at, errors);
      break;
    case 'glusterfs': return text(volume.glusterfs!, 'endpoints', 'path');
    case 'azureFile': return text(volume.azureFile!, 'secretName', 'shareName');
    case 'vsphereVolume': return text(volume.vsphereVolume!, 'volumePath');
    case 'photonPersistentDisk': return text(volume.photonPersistentDisk!, 'pdID');
    case 'portworxVolume': return text(volume.portworxVolume!, 'volumeID');
    case 'scaleIO': return text(volume.scaleIO!, 'gateway', 'system', 'volumeName');
    case 'flexVolume':
      text(volume.flexVolume!, 'driver');
      validateFlexOptions(volume.flexVolume!.options, at.child('options'), errors);
      break;
    case 'iscsi': return validateIscsi(volume.iscsi!, at, errors);
    case 'flocker': return validateFlocker(volume.flocker!, at, errors);
    case 'quobyte': return validateQuobyte(volume.quobyte!, at, errors);
    case 'fc': return validateFc(volume.fc!, at, errors);
    case 'azureDisk': return validateAzureDisk(volume.azureDisk!, at, errors);
  }
}

function validatePartition(partition: number | undefined, at: FieldPath, errors: FieldError[]): void {
  if (partition !== undefined && (partition < 0 || partition > 255)) {
    errors.push(invalid(at.child('partition'), partition, 'must be between 1 and 255, inclusive'));
  }
}

function validateSecretRef(ref: { name?: string } | undefined, at: FieldPath, errors: FieldError[]): void {
  if (ref !== undefined) { requireText(ref.name, at.child('secretRef'), 'name', errors); }
}

function validateFlexOptions(options: Record<string, string> | undefined, at: FieldPath, errors: FieldError[]): void {
  for (const key in options) {
    const domain = `.${key.split('/', 1)[0].toLowerCase()}`;
    if (domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io')) {
      errors.push(invalid(at.key(key), key, 'kubernetes.io and k8s.io namespaces are reserved'));
    }
  }
}

function validateIscsi(source: ISCSIVolumeSource, at: FieldPath, errors: FieldError[]): void {
  const { targetPortal, iqn, lun = 0, chapAuthDiscovery, chapAuthSession, secretRef, initiatorName } = source;
  requireText(targetPortal, at, 'targetPortal', errors);
  if (iqn) {
    validateInitiator(iqn, at.child('iqn'), errors);
  } else {
    errors.push(required(at.child('iqn')));
  }
  invalidEach(errors, at.child('lun'), lun, inRange(lun, 0, 255));
  if ((chapAuthDiscovery || chapAuthSession) && !secretRef) { errors.push(required(at.child('secretRef'))); }
  if (initiatorName !== undefined) { validateInitiator(initiatorName, at.child('initiatorname'), errors); }
}

const INITIATORS: Record<string, RegExp> = {
  iqn: /iqn\.[0-9]{4}-[0-9]{2}\.([0-9A-Za-z\-.]+)(:[^,;*&$|\t\n\f\r ]+)$/,
  eui: /^eui.[0-9A-Za-z]{16}$/u,
  naa: /^naa.[0-9A-Za-z]{32}$/u,
};

function validateInitiator(name: string, at: FieldPath, errors: FieldError[]): void {
  const pattern = INITIATORS[name.slice(0, 3)];
  if (pattern === undefined) {
    errors.push(invalid(at, name, 'must be valid format starting with iqn, eui, or naa'));
  } else if (!pattern.test(name)) {
    errors.push(invalid(at, name, 'must be valid format'));
  }
}

function validateFlocker({ datasetName, datasetUUID }: FlockerVolumeSource, at: FieldPath, errors: FieldError[]): void {
  if (!datasetName && !datasetUUID) { errors.push(required(at, 'one of datasetName and datasetUUID is required')); }
  if (datasetName && datasetUUID) {
    errors.push(invalid(at, 'resource', 'datasetName and datasetUUID can not be specified simultaneously'));
  }
  if (datasetName?.includes('/')) { errors.push(invalid(at.child('datasetName'), datasetName, "must not contain '/'")); }
}

function validateQuobyte({ registry, tenant = '', volume }: QuobyteVolumeSource, at: FieldPath, errors: FieldError[]): void {
  const wanted = 'must be a host:port pair or multiple pairs separated by commas';
  if (!registry) {
    errors.push(required(at.child('registry'), wanted));
  } else if (tenant.length >= 65) {
    errors.push(required(at.child('tenant'), 'must be a UUID and may not exceed a length of 64 characters'));
  } else {
    for (const pair of registry.split(',')) {
      if (!isHostPort(pair)) { errors.push(invalid(at.child('registry'), registry, wanted)); }
    }
  }
  requireText(volume, at, 'volume', errors);
}

/** Whether a text splits into host and port, as Go's `net.SplitHostPort` sees it. */
function isHostPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}

function validateFc({ targetWWNs = [], wwids = [], lun }: FCVolumeSource, at: FieldPath, errors: FieldError[]): void {
  if (targetWWNs.length === 0 && wwids.length === 0) {
    errors.push(required(at.child('targetWWNs'), 'must specify either targetWWNs or wwids, but not both'));
  }
  if (targetWWNs.length === 0) { return; }
  if (wwids.length > 0) {
    errors.push(invalid(at.child('targetWWNs'), targetWWNs, 'targetWWNs and wwids can not be specified simultaneously'));
  }
  if (lun === undefined) {
    errors.push(required(at.child('lun'), 'lun is required if targetWWNs is specified'));
  } else {
    invalidEach(errors, at.child('lun'), lun, inRange(lun, 0, 255));
  }
}

function validateAzureDisk(source: AzureDiskVolumeSource, at: FieldPath, errors: FieldError[]): void {
  const { diskName, diskURI = '', cachingMode, kind } = source;
  requireText(diskName, at, 'diskName', errors);
  requireText(diskURI, at, 'diskURI', errors);
  const word = (value: string | undefined, field: string, words: string[]) => {
    if (value !== undefined && !words.includes(value)) { errors.push(notSupported(at.child(field), value, words)); }
  };
  word(cachingMode, 'cachingMode', ['None', 'ReadOnly', 'ReadWrite']);
  word(kind, 'kind', ['Dedicated', 'Managed', 'Shared']);
  if (kind === 'Managed' && !diskURI.startsWith('/subscriptions/')) {
    errors.push(notSupported(at.child('diskURI'), diskURI,
      ['/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}']));
  }
  if (kind !== undefined && kind !== 'Managed' && !diskURI.startsWith('https://')) {
    errors.push(notSupported(at.child('diskURI'), diskURI,
      ['https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd']));
  }
}
