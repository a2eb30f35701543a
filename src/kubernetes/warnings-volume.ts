import type { FieldPath } from './field-path';
import { quote } from './quote';
import { fractionWarning } from './warnings-container';
import type { VolumeProjection } from './wire/projected-volume';
import type { Volume } from './wire/volume';

/** Volume types that went, in the order of the server; the path is its own where it is no field. */
const GONE: [keyof Volume, string, string?][] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+', 'storageOS'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

/** Warnings of volumes: types that no longer work, fractions of bytes, files that hide one another. */
export function volumeWarnings(volumes: Volume[], at: FieldPath): string[] {
  return volumes.flatMap((volume, i) => {
    const path = at.index(i);
    const gone = GONE.flatMap(([key, message, name]) => volume[key] === undefined ? [] : [`${path.child(name ?? key)}: ${message}`]);
    const claim = volume.ephemeral?.volumeClaimTemplate?.spec;
    const resources = path.child('ephemeral').child('volumeClaimTemplate').child('spec').child('resources');
    return [
      ...gone,
      ...fractionWarning(claim?.resources?.requests, 'storage', resources.child('requests')),
      ...fractionWarning(claim?.resources?.limits, 'storage', resources.child('limits')),
      ...overlapWarnings(volume),
    ];
  });
}

/** A file and, in a projected volume, where it comes from. */
interface File { readonly path: string; readonly source: string }

function overlapWarnings(volume: Volume): string[] {
  const { name, configMap, secret, downwardAPI, projected } = volume;
  const warn = (what: string, overlaps: string[]) => overlaps.map((overlap) => `volume ${quote(name)} (${what}): overlapping paths: ${overlap}`);
  const plain = (items: { path: string }[] | undefined) => overlapping((items ?? []).map(({ path }) => ({ path, source: '' })));
  return [
    ...warn(`ConfigMap ${quote(configMap?.name ?? '')}`, plain(configMap?.items)),
    ...warn(`Secret ${quote(secret?.secretName ?? '')}`, plain(secret?.items)),
    ...warn('DownwardAPI', plain(downwardAPI?.items)),
    ...(projected?.sources ?? []).filter(isEmpty).map(() => `volume ${quote(name)} (Projected) has no sources provided`),
    ...warn('Projected', overlapping((projected?.sources ?? []).flatMap(filesOf))),
  ];
}

function isEmpty(source: VolumeProjection): boolean {
  return Object.values(source).every((member) => member === undefined);
}

function filesOf(projection: VolumeProjection): File[] {
  const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = projection;
  const named = (items: { path: string }[], source: string) => items.map(({ path }) => ({ path, source }));
  if (configMap?.items) { return named(configMap.items, `ConfigMap ${quote(configMap.name ?? '')}`); }
  if (secret?.items) { return named(secret.items, `Secret ${quote(secret.name ?? '')}`); }
  if (downwardAPI?.items) { return named(downwardAPI.items, 'DownwardAPI'); }
  if (serviceAccountToken) { return [{ path: serviceAccountToken.path, source: 'ServiceAccountToken' }]; }
  if (clusterTrustBundle) {
    return [{ path: clusterTrustBundle.path, source: `ClusterTrustBundle ${quote(clusterTrustBundle.name ?? clusterTrustBundle.signerName ?? '')}` }];
  }
  if (!podCertificate) { return []; }
  const { certificateChainPath, keyPath, credentialBundlePath } = podCertificate;
  return [
    { path: certificateChainPath ?? '', source: 'PodCertificate chain' },
    { path: keyPath ?? '', source: 'PodCertificate key' },
    { path: credentialBundlePath ?? '', source: 'PodCertificate credential bundle' },
  ].filter(({ path }) => path !== '');
}

function overlapping(files: File[]): string[] {
  const seen: File[] = [];
  const overlaps: string[] = [];
  for (const { path: written, source } of files) {
    const file = { path: written.replace(/\/+$/, ''), source };
    for (const other of seen) {
      if (file.path !== '' && other.path !== '' && (isWithin(file.path, other.path) || isWithin(other.path, file.path))) {
        overlaps.push(`${show(file)} with ${show(other)}`);
      }
    }
    seen.push(file);
  }
  return overlaps;
}

function isWithin(path: string, directory: string): boolean {
  return `${path}/`.startsWith(`${directory}/`);
}

function show({ path, source }: File): string {
  return source === '' ? quote(path) : `${quote(path)} (${source})`;
}
