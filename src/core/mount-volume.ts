import { HostPathType } from '../host/host-path-type';
import { invalid } from '../host/invalid';
import { shortHash } from '../host/short-hash';
import { placeOf } from '../kubernetes/host-path';
import type { PodSpec } from '../kubernetes/wire/pod-spec';
import type { Volume } from '../kubernetes/wire/volume';

/** What the caller of a mount wrote of its volume; undefined where nothing. */
export interface WrittenVolume {
  readonly volumeName?: string;
  readonly type?: HostPathType;
}

/**
 * The volume from which pods mount a path of the node: one of theirs with that path, else a new one.
 *
 * @param likely the volume with all defaults
 * @param manifest the workload, whose volumeClaimTemplates win over volumes of the same names
 */
export function mountVolume(pod: PodSpec, manifest: any, likely: Volume, { volumeName, type }: WrittenVolume): Volume {
  const claims = claimsOf(manifest);
  if (volumeName !== undefined && claims.includes(volumeName)) {
    throw invalid('volume name', 'taken by no volumeClaimTemplate', volumeName, 'its claim would be mounted in the place of the directory: choose another volumeName');
  }
  const volumes = (pod.volumes ?? []).filter(({ name }) => !claims.includes(name));
  const same = volumes.filter(({ name, hostPath }) => isPath(hostPath?.path, likely.hostPath!.path) && (volumeName === undefined || name === volumeName));
  const found = same.find(volume => typeOf(volume) === typeOf(likely)) ?? (type === undefined ? same[0] : undefined);
  if (found === undefined && same.length > 0) {
    throw invalid(`type of the volume '${same[0].name}'`, `'${typeOf(likely)}', as '${likely.hostPath!.path}' is mounted here`, typeOf(same[0]),
      `the kubelet checks each volume by itself: leave the option \`type\` out${memberOf(typeOf(same[0]))}, or give that volume this type`);
  }
  return found ?? { ...likely, name: volumeName ?? freeName(likely, [...claims, ...volumes.map(({ name }) => name)]) };
}

function claimsOf(manifest: any): string[] {
  const claims: unknown = manifest?.spec?.volumeClaimTemplates;
  return Array.isArray(claims) ? claims.map(claim => claim?.metadata?.name) : [];
}

function isPath(path: unknown, other: string): boolean {
  return typeof path === 'string' && placeOf(path) === placeOf(other);
}

function typeOf({ hostPath }: Volume): string {
  return hostPath?.type ?? '';
}

function memberOf(type: string): string {
  const member = Object.entries(HostPathType).find(([, value]) => value === type)?.[0];
  return member === undefined ? '' : `, write \`type: HostPathType.${member}\``;
}

/** Different paths can come to one name: `/a-b` and `/a/b`. */
function freeName({ name, hostPath }: Volume, taken: readonly string[]): string {
  return taken.includes(name) ? `${name.slice(0, 54)}-${shortHash(placeOf(hostPath!.path))}` : name;
}
