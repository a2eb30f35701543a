import { assertContainer } from './assert-container';
import { assertContainerGiven } from './assert-options';
import { DaemonContainer } from '../host/daemon-container';
import { isDnsLabel } from '../host/formats';
import { ImageSource } from '../host/image-source';
import { invalid, listed } from '../host/invalid';

/** The containers of a pod. Each is checked when it comes and after each change; the list is all that changes. */
export class PodContainers {
  private containers: DaemonContainer[] = [];
  private initContainers: DaemonContainer[] = [];

  constructor(private readonly images: ImageSource) {}

  /** The daemon's own container first. */
  public get running(): readonly DaemonContainer[] {
    return this.containers;
  }

  /** Those that run before. */
  public get init(): readonly DaemonContainer[] {
    return this.initContainers;
  }

  /** Adds a container that runs for as long as the pod. */
  public add(container: DaemonContainer): void {
    this.containers = [...this.containers, this.complete(container)];
  }

  /** Adds a container that runs before. */
  public addInit(container: DaemonContainer): void {
    this.initContainers = [...this.initContainers, this.complete(container)];
  }

  /** Changes a container: that of a name, or the daemon's own. */
  public change(name: string | undefined, change: (container: DaemonContainer) => DaemonContainer): void {
    const target = this.find(name);
    const changed = change(target);
    assertContainer(changed);
    this.containers = this.containers.map(c => c === target ? changed : c);
    this.initContainers = this.initContainers.map(c => c === target ? changed : c);
  }

  /** The container of a name, or the daemon's own. Throws where there is none. */
  public find(name: string | undefined): DaemonContainer {
    const all = [...this.containers, ...this.initContainers];
    const found = name === undefined ? this.containers[0] : all.find(c => c.name === name);
    if (found === undefined) {
      throw new Error(`there is no container '${name}': there are ${listed(all.map(c => c.name!))}`);
    }
    return found;
  }

  private complete(container: DaemonContainer): DaemonContainer {
    assertContainerGiven(container);
    if (typeof container.image !== 'string' || container.image === '') {
      throw invalid(`image of container '${container.name ?? ''}'`, "given, such as 'example.com/agent:1.2.3'", container.image);
    }
    const name = nameOfContainer(container);
    if (!isDnsLabel(name)) {
      throw invalid('container name', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", name);
    }
    const others = [...this.containers, ...this.initContainers].map(c => c.name!);
    if (others.includes(name)) {
      throw invalid('container name', 'used once in a pod', name, 'give one of the two another name');
    }
    const complete = { ...container, name, image: this.images._resolve(container.image) };
    assertContainer(complete);
    return complete;
  }
}

/** The name of a container; without one, `quay.io/prometheus/node-exporter:v1.12.1` is `node-exporter`. */
export function nameOfContainer({ name, image }: DaemonContainer): string {
  if (name !== undefined) {
    return name;
  }
  // What is no text fails with the other things that are wrong with the container.
  const path = String(image ?? '').split('@')[0];
  const last = path.slice(path.lastIndexOf('/') + 1).split(':')[0].toLowerCase();
  return last.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, 63).replace(/-$/, '') || 'main';
}
