import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';
import type { Volume } from './wire/volume';

/**
 * The spec with each volume named by what it is, `hostPath /var/log`, or else by where it is mounted, so that names chosen by people
 * do not count in a comparison.
 */
export function withVolumesNamedByContent(spec: PodSpec): PodSpec {
  if (spec.volumes === undefined) { return spec; }
  const names = newNames(spec.volumes, spec);
  const renamed = (name: string) => names.get(name) ?? name;
  const rename = <T extends Container>(container: T): T => ({
    ...container,
    volumeMounts: container.volumeMounts?.map((mount) => ({ ...mount, name: renamed(mount.name) })),
    volumeDevices: container.volumeDevices?.map((device) => ({ ...device, name: renamed(device.name) })),
    env: container.env?.map((variable) => variable.valueFrom?.fileKeyRef === undefined ? variable : {
      ...variable,
      valueFrom: { ...variable.valueFrom, fileKeyRef: { ...variable.valueFrom.fileKeyRef, volumeName: renamed(variable.valueFrom.fileKeyRef.volumeName) } },
    }),
  });
  return {
    ...spec,
    volumes: spec.volumes.map((volume) => ({ ...volume, name: renamed(volume.name) })),
    containers: (spec.containers ?? []).map(rename),
    initContainers: spec.initContainers?.map(rename),
  };
}

function newNames(volumes: Volume[], spec: PodSpec): Map<string, string> {
  const described = volumes.map((volume) => ({ volume, label: label(volume, spec), uses: uses(volume.name, spec).join(' ') }));
  described.sort((a, b) => compare(a.label, b.label) || compare(a.uses, b.uses) || compare(content(a.volume), content(b.volume)));
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { volume, label: text } of described) {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    names.set(volume.name, count === 1 ? text : `${text} #${count}`);
  }
  return names;
}

function label(volume: Volume, spec: PodSpec): string {
  const kind = Object.keys(volume).find((key) => key !== 'name' && volume[key as keyof Volume] !== undefined) ?? '';
  const what = volume.hostPath?.path ?? volume.secret?.secretName ?? volume.configMap?.name ?? volume.persistentVolumeClaim?.claimName
    ?? volume.csi?.driver ?? volume.image?.reference ?? uses(volume.name, spec)[0] ?? '';
  return `${kind} ${what}`;
}

/** Where a volume is used, as `container:/path`. */
function uses(name: string, spec: PodSpec): string[] {
  const found = [...spec.initContainers ?? [], ...spec.containers ?? []].flatMap((container) => [
    ...(container.volumeMounts ?? []).filter((mount) => mount.name === name).map(({ mountPath }) => `${container.name}:${mountPath}`),
    ...(container.volumeDevices ?? []).filter((device) => device.name === name).map(({ devicePath }) => `${container.name}:${devicePath}`),
  ]);
  return found.sort();
}

function content(volume: Volume): string {
  return JSON.stringify({ ...volume, name: '' });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
