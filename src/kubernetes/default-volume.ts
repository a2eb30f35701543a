import { defaultFieldRef } from './default-container';
import { roundResources } from './default-resources';
import { defaultPullPolicy } from './image-reference';
import { mapChanged } from './map-changed';
import type { ProjectedVolumeSource, VolumeProjection } from './wire/projected-volume';
import type { DownwardAPIVolumeSource, Volume } from './wire/volume';
import type { DownwardAPIVolumeFile } from './wire/volume-file';

const MODE = 0o644;
const HOUR = 3600;

/**
 * A volume as the API server defaults it: an empty directory when it has no source.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/zz_generated.defaults.go
 */
export function defaultVolume(volume: Volume): Volume {
  let result = volume;
  let sources = 0;
  for (const name in volume) {
    const key = name as keyof Volume;
    if (key === 'name' || volume[key] === undefined) { continue; }
    sources++;
    const source = defaultSource(key, volume);
    if (source === volume[key]) { continue; }
    if (result === volume) { result = { ...volume }; }
    (result as Record<keyof Volume, unknown>)[key] = source;
  }
  return sources === 0 ? { ...volume, emptyDir: {} } : result;
}

function defaultSource(key: keyof Volume, volume: Volume): unknown {
  switch (key) {
    case 'hostPath': return withDefault(volume.hostPath!, 'type', '');
    case 'secret': return withDefault(volume.secret!, 'defaultMode', MODE);
    case 'configMap': return withDefault(volume.configMap!, 'defaultMode', MODE);
    case 'downwardAPI': return defaultDownwardApi(volume.downwardAPI!);
    case 'projected': return defaultProjected(volume.projected!);
    case 'image': return { pullPolicy: defaultPullPolicy(volume.image!.reference), ...volume.image! };
    case 'ephemeral': return defaultEphemeral(volume.ephemeral!);
    case 'iscsi': return { iscsiInterface: 'default', ...volume.iscsi! };
    case 'rbd': return { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring', ...volume.rbd! };
    case 'scaleIO': return { storageMode: 'ThinProvisioned', fsType: 'xfs', ...volume.scaleIO! };
    case 'azureDisk': return { cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared', ...volume.azureDisk! };
    default: return volume[key];
  }
}

function withDefault<T, K extends keyof T>(source: T, key: K, value: T[K]): T {
  return source[key] === undefined ? { [key]: value, ...source } : source;
}

function defaultDownwardApi(source: DownwardAPIVolumeSource): DownwardAPIVolumeSource {
  const items = source.items && mapChanged(source.items, defaultFile);
  return withDefault(items === source.items ? source : { ...source, items }, 'defaultMode', MODE);
}

function defaultFile(file: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  const fieldRef = file.fieldRef && defaultFieldRef(file.fieldRef);
  return fieldRef === file.fieldRef ? file : { ...file, fieldRef };
}

function defaultProjected(source: ProjectedVolumeSource): ProjectedVolumeSource {
  const sources = source.sources && mapChanged(source.sources, defaultProjection);
  return withDefault(sources === source.sources ? source : { ...source, sources }, 'defaultMode', MODE);
}

function defaultProjection(projection: VolumeProjection): VolumeProjection {
  const { downwardAPI, serviceAccountToken } = projection;
  const items = downwardAPI?.items && mapChanged(downwardAPI.items, defaultFile);
  const token = serviceAccountToken && withDefault(serviceAccountToken, 'expirationSeconds', HOUR);
  if (items === downwardAPI?.items && token === serviceAccountToken) { return projection; }
  return {
    ...projection,
    ...(downwardAPI ? { downwardAPI: { ...downwardAPI, ...(items ? { items } : {}) } } : {}),
    ...(token ? { serviceAccountToken: token } : {}),
  };
}

function defaultEphemeral(source: NonNullable<Volume['ephemeral']>): unknown {
  const template = source.volumeClaimTemplate;
  if (template === undefined) { return source; }
  const spec = withDefault(template.spec, 'volumeMode', 'Filesystem');
  const resources = spec.resources && roundResources(spec.resources);
  return { ...source, volumeClaimTemplate: { ...template, spec: resources === spec.resources ? spec : { ...spec, resources } } };
}
