import { ManifestEdit } from './manifest-edits';
import { plainJson } from './plain-json';
import { invalid, listed } from '../host/invalid';
import { normalPath } from '../host/paths';
import { defaultEnv } from '../kubernetes/default-container';
import { defaultVolume } from '../kubernetes/default-volume';
import { differences } from '../kubernetes/difference';
import { referencesIn } from '../kubernetes/expansion';
import { podTemplatePathOf } from '../kubernetes/pod-template';
import type { Container, VolumeMount } from '../kubernetes/wire/container';
import type { EnvVar } from '../kubernetes/wire/env';
import type { PodSpec } from '../kubernetes/wire/pod-spec';
import type { Volume } from '../kubernetes/wire/volume';

/** Which containers of a workload are changed. */
export interface ContainerChoice {
  /** Names, of init containers too; all containers where it is not given. */
  readonly containers?: readonly string[];
  /** Whether all init containers are changed as well. */
  readonly initContainers?: boolean;
}

/** An edit of the pods that a workload makes, wherever its kind has them; what stands around them may count for it. */
export function podEdit(change: (pod: PodSpec, manifest: any) => PodSpec): ManifestEdit {
  return manifest => {
    const path = podTemplatePathOf(manifest);
    if (path === undefined) {
      throw invalid(`${manifest.kind} '${manifest.metadata?.name ?? ''}'`, 'an object with a pod template', 'one without', 'give the object that makes the pods');
    }
    return changedAt(manifest, [...path, 'spec'], spec => change(podOf(spec), manifest));
  };
}

function podOf(spec: any): PodSpec {
  const lists = { containers: spec?.containers ?? [], initContainers: spec?.initContainers };
  for (const [what, list] of Object.entries(lists)) {
    if ((list ?? undefined) !== undefined && !Array.isArray(list)) {
      throw invalid(`${what} of the pods`, 'a list', list, 'write the containers as Kubernetes has them');
    }
  }
  return { ...spec, containers: lists.containers };
}

/** A pod with other containers in the place of the chosen ones; throws where one is chosen that it has not. */
export function changeContainers(pod: PodSpec, { containers, initContainers }: ContainerChoice, change: (container: Container) => Container): PodSpec {
  // Kubernetes takes null, which hand-written manifests have, for nothing.
  const init = pod.initContainers ?? [];
  const names = [...pod.containers, ...init].map(({ name }) => name);
  const missing = containers?.find(name => !names.includes(name));
  if (missing !== undefined) {
    throw invalid('container', `one of ${listed(names)}`, missing, 'name one of those, or none for all');
  }
  if (pod.containers.length === 0) {
    throw invalid('pods', 'made of containers', 'none', 'add a container to the workload');
  }
  const isChosen = ({ name }: Container, byDefault: boolean) => byDefault || containers?.includes(name) === true;
  const changed = {
    containers: pod.containers.map(one => isChosen(one, containers === undefined) ? change(one) : one),
    initContainers: init.map(one => isChosen(one, initContainers === true) ? change(one) : one),
  };
  return init.length === 0 ? { ...pod, containers: changed.containers } : { ...pod, ...changed };
}

/**
 * A container with a variable behind those that it has, or before the first that uses it, as the kubelet replaces `$(NAME)` only by what stands before.
 * One that is there with that value stays, unless it stands too late; with another value it is an error.
 */
export function withEnv(container: Container, variable: EnvVar): Container {
  const env = container.env ?? [];
  // Of several with one name the last counts.
  const found = env.filter(({ name }) => name === variable.name).at(-1);
  if (found !== undefined && !isSame('EnvVar', defaultEnv(found), defaultEnv(variable))) {
    throw invalid(`environment variable '${variable.name}' of container '${container.name}'`, `${textOf(variable)}, as it is set here`, found.valueFrom ?? found.value ?? '',
      'take that one away, or give this one another name');
  }
  const uses = ({ value }: EnvVar) => referencesIn(value ?? '').includes(variable.name);
  const use = env.findIndex(uses);
  if (found !== undefined && (use < 0 || env.indexOf(found) <= use)) {
    return container;
  }
  const others = env.filter(({ name }) => name !== variable.name);
  const first = others.findIndex(uses);
  return { ...container, env: put(others, found ?? plainJson(variable)!, first < 0 ? others.length : first) };
}

/** A pod with a volume of the node behind those that it has; throws where another has its name. */
export function withVolume(pod: PodSpec, volume: Volume): PodSpec {
  const volumes = pod.volumes ?? [];
  const found = volumes.find(({ name }) => name === volume.name);
  if (found !== undefined && !isSame('Volume', defaultVolume(found), defaultVolume(plainJson(volume)!))) {
    throw invalid(`volume '${volume.name}'`, `${JSON.stringify(plainJson(volume))}, as it is mounted here`, found,
      'give one of the two another name');
  }
  return found === undefined ? { ...pod, volumes: [...volumes, plainJson(volume)!] } : pod;
}

/** A container with a mount behind those that it has; one that is there stays, and another at its path is an error. */
export function withMount(container: Container, mount: VolumeMount): Container {
  const volumeMounts = container.volumeMounts ?? [];
  const found = volumeMounts.find(({ mountPath }) => normalPath(mountPath) === normalPath(mount.mountPath));
  if (found !== undefined && !isSame('VolumeMount', asMeant(found), asMeant({ ...mount, mountPath: found.mountPath }))) {
    throw invalid(`mount '${mount.mountPath}' of container '${container.name}'`, `${JSON.stringify(plainJson(mount))}, as it is mounted here`,
      found, 'take that one away, or mount this one at another path');
  }
  return found === undefined ? { ...container, volumeMounts: [...volumeMounts, plainJson(mount)!] } : container;
}

function changedAt(value: any, path: readonly string[], change: (value: unknown) => unknown): any {
  const [key, ...rest] = path;
  return key === undefined ? change(value) : { ...value, [key]: changedAt(value?.[key], rest, change) };
}

/** A mount without what Kubernetes takes for nothing said. */
function asMeant({ readOnly, mountPropagation, ...mount }: VolumeMount): VolumeMount {
  return { ...mount, readOnly: readOnly || undefined, mountPropagation: mountPropagation === 'None' ? undefined : mountPropagation };
}

function put<T>(list: readonly T[], element: T, position: number): T[] {
  return [...list.slice(0, position), element, ...list.slice(position)];
}

function isSame(type: string, a: object, b: object): boolean {
  return differences(type, plainJson(a), plainJson(b), '', { quantities: 'text', order: () => 'ordered' }).length === 0;
}

function textOf({ value, valueFrom }: EnvVar): string {
  return valueFrom === undefined ? `'${value ?? ''}'` : JSON.stringify(plainJson(valueFrom));
}
