import type { Finding } from './check';
import { finding, plural, quoted } from './check';
import type { SecuredPod } from './secured-pod';
import type { Volume } from '../wire/volume';

type Source = Exclude<keyof Volume, 'name'>;

const RESTRICTED: readonly Source[] = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

/** Mounts no path of the node. */
export function hostPathVolumes({ spec: { volumes = [] } }: SecuredPod): Finding | undefined {
  const names = volumes.filter(({ hostPath }) => hostPath).map(({ name }) => name);
  const offences = volumes.flatMap(({ hostPath }, i) => hostPath ? [{ field: `spec.volumes[${i}].hostPath` }] : []);
  return finding(offences, 'hostPath volumes', () => `${plural('volume', names)} ${quoted(names)}`);
}

/** Mounts only what belongs to the pod or was claimed for it. */
export function restrictedVolumes({ spec: { volumes = [] } }: SecuredPod): Finding | undefined {
  const offences = volumes.flatMap((volume, i) => {
    if (RESTRICTED.some((source) => volume[source])) { return []; }
    const source = sourceOf(volume);
    return [{ field: `spec.volumes[${i}].${source}`, name: volume.name, source }];
  });
  return finding(offences, 'restricted volume types', () => {
    const sources = [...new Set(offences.map(({ source }) => source))].sort();
    const verb = offences.length === 1 ? 'uses' : 'use';
    const names = offences.map(({ name }) => name);
    return `${plural('volume', offences)} ${quoted(names)} ${verb} ${plural('restricted volume type', sources)} ${quoted(sources)}`;
  });
}

/** A valid volume has exactly one. */
function sourceOf(volume: Volume): string {
  return Object.keys(volume).find((field) => field !== 'name' && volume[field as Source] !== undefined) ?? 'unknown';
}
