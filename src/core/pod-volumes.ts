import { volumeNameOf } from './mounts';
import { DaemonContainer } from '../host/daemon-container';
import { isDnsLabel } from '../host/formats';
import { HostPath } from '../host/host-path';
import { invalid } from '../host/invalid';
import { NodePlatform } from '../host/node-platform';
import { VolumeMount } from '../host/volume-mount';
import { VolumeSource } from '../host/volume-source';
import { placeOf } from '../kubernetes/host-path';
import type { HostPathVolumeSource, Volume } from '../kubernetes/wire/volume';

/** The volumes of a pod in the order in which they were asked for; one name is one volume. */
export class PodVolumes {
  private readonly byName = new Map<string, Volume>();
  private readonly guessed = new Set<string>();
  /** Volumes that got their name from a mount, with that mount. */
  private readonly derived = new Map<string, string>();

  /** @param platform where types of host paths are guessed, the platform; otherwise undefined */
  constructor(private readonly platform: NodePlatform | undefined) {}

  /** Adds what a container mounts. */
  public addAll(container: DaemonContainer, isMain: boolean): void {
    container.hostPaths?.forEach(hostPath => this.addHostPath(hostPath));
    container.volumes?.forEach(mount => this.addMount(container, mount, isMain));
    container.volumeDevices?.forEach(device => device.source && this.add(device.name, device.source));
  }

  /** Adds a volume; the same again is no second one. */
  public add(name: string, source: VolumeSource): void {
    if (!isDnsLabel(name)) {
      throw invalid('volume name', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", name);
    }
    this.put(source._toWire(name));
  }

  /** Two mounts that come to one name would share what is meant for each of them alone. */
  private addMount(container: DaemonContainer, mount: VolumeMount, isMain: boolean): void {
    const name = volumeNameOf(container, mount, isMain);
    if (mount.source === undefined) {
      return;
    }
    const here = mount.name === undefined ? `'${mount.mountPath}' of container '${container.name}'` : undefined;
    const other = this.byName.has(name) ? this.derived.get(name) ?? `the volume '${name}'` : undefined;
    if (other !== undefined && (here !== undefined || this.derived.has(name)) && here !== other) {
      throw invalid('volume name', 'used for one volume', name, `${here ?? `the volume '${name}'`} and ${other} come to the same name: give one of them a name of its own`);
    }
    this.add(name, mount.source);
    if (here !== undefined) {
      this.derived.set(name, here);
    }
  }

  /** The volumes as Kubernetes writes them. */
  public toWire(): Volume[] {
    return [...this.byName.values()];
  }

  /** A type that somebody wrote wins over a guess, and a guess that makes the directory over one that only checks it. */
  private addHostPath(hostPath: HostPath): void {
    const name = hostPath.volumeName;
    const volume: Volume = { name, hostPath: hostPath._source(this.platform) };
    this.agree(volume, hostPath._isTypeGuessed);
    const before = this.byName.get(name)?.hostPath;
    const isGuess = hostPath._isTypeGuessed;
    if (!isSamePlace(before, volume.hostPath) || !(isGuess || this.guessed.has(name))) {
      this.put(volume);
    } else if (!isGuess || (this.guessed.has(name) && volume.hostPath!.type?.endsWith('OrCreate'))) {
      before!.type = volume.hostPath!.type;
    }
    if (!isGuess) {
      this.guessed.delete(name);
    } else if (before === undefined) {
      this.guessed.add(name);
    }
  }

  /** A guess must not contradict another volume of the path: what somebody wrote wins, and of two guesses the one that makes the directory. */
  private agree({ name, hostPath: own }: Volume, isGuess: boolean): void {
    for (const other of this.byName.values()) {
      if (other.hostPath === undefined || other.name === name || !isSamePlace(other.hostPath, own)) {
        continue;
      }
      const isOtherGuess = this.guessed.has(other.name);
      if (isGuess && (!isOtherGuess || other.hostPath.type?.endsWith('OrCreate'))) {
        own!.type = other.hostPath.type;
      } else if (isOtherGuess && (!isGuess || own!.type?.endsWith('OrCreate'))) {
        other.hostPath.type = own!.type;
      }
    }
  }

  private put(volume: Volume): void {
    const before = this.byName.get(volume.name);
    if (before !== undefined && textOf(before) !== textOf(volume)) {
      const other = before.hostPath === volume.hostPath || isSamePlace(before.hostPath, volume.hostPath) ? '' : ` of ${describe(before)}`;
      throw new Error(`volume name '${volume.name}' already stands for another volume${other}: give ${describe(volume)} a volume name of its own`);
    }
    this.byName.set(volume.name, before ?? volume);
  }
}

/** Two spellings of one path are one volume. */
function textOf({ hostPath, ...volume }: Volume): string {
  return JSON.stringify([volume, hostPath && { ...hostPath, path: placeOf(hostPath.path) }]);
}

function isSamePlace(one: HostPathVolumeSource | undefined, other: HostPathVolumeSource | undefined): boolean {
  return one !== undefined && other !== undefined && placeOf(one.path) === placeOf(other.path);
}

function describe({ name, ...source }: Volume): string {
  return source.hostPath === undefined ? `the ${Object.keys(source)[0]} '${name}'` : `'${source.hostPath.path}'`;
}
