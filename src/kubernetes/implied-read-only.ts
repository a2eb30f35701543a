import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';
import type { Volume } from './wire/volume';

/** Volumes of which a node mounts nothing writable, whatever a mount says. */
const READ_ONLY: readonly (keyof Volume)[] = ['configMap', 'secret', 'downwardAPI', 'projected', 'image'];

/**
 * The spec with `readOnly` at each mount that is read-only by its volume.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/kubelet/kubelet_pods.go `mustMountRO`
 */
export function withImpliedReadOnly(spec: PodSpec): PodSpec {
  const names = new Set((spec.volumes ?? []).filter((volume) => READ_ONLY.some((kind) => volume[kind] !== undefined)).map(({ name }) => name));
  const implied = <T extends Container>(container: T): T => ({
    ...container,
    volumeMounts: container.volumeMounts?.map((mount) => names.has(mount.name) ? { ...mount, readOnly: true } : mount),
  });
  return { ...spec, containers: (spec.containers ?? []).map(implied), initContainers: spec.initContainers?.map(implied) };
}
