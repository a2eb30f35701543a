import * as fc from 'fast-check';
import { without } from './repairs';
import type { Setting } from './security-settings';
import { settings } from './security-settings';
import { daemonSets } from './valid-daemon-set';
import type { Json } from './valid-object';

const RESTRICTED = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

/** DaemonSets around the borders between the levels of Pod Security: any, or within restricted, with up to four settings changed. */
export function securedDaemonSets(): fc.Arbitrary<Json> {
  const changes = fc.array(fc.tuple(settings(), fc.nat(2)), { maxLength: 4 });
  const start = fc.oneof(
    { weight: 1, arbitrary: daemonSets() },
    { weight: 3, arbitrary: daemonSets().map((made) => withPods(made, restricted)) },
    { weight: 1, arbitrary: daemonSets().map((made) => withPods(withPods(made, restricted), forWindows)) },
  );
  return fc.tuple(start, changes).map(([made, changed]) => {
    const manifest = structuredClone(made);
    for (const [group, pick] of changed) { for (const setting of group) { change(manifest, setting, pick); } }
    return manifest;
  });
}

function withPods(manifest: Json, changed: (pod: Json) => Json): Json {
  const spec = manifest.spec as Json;
  const template = spec.template as Json;
  return { ...manifest, spec: { ...spec, template: { ...template, spec: changed(template.spec as Json) } } };
}

/** The pod without what breaks a check. */
function restricted(pod: Json): Json {
  const volumes = (pod.volumes as Json[]).filter((volume) => RESTRICTED.some((source) => source in volume));
  const container = (made: Json): Json => ({
    ...without(made, 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'ports'),
    volumeMounts: (made.volumeMounts as Json[]).filter(({ name }) => volumes.some((volume) => volume.name === name)),
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  });
  return {
    ...without(pod, 'hostNetwork', 'hostPID', 'hostIPC', 'hostUsers'),
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    volumes,
    containers: (pod.containers as Json[]).map(container),
    initContainers: (pod.initContainers as Json[]).map(container),
  };
}

/** The pod without what Windows does not know. */
function forWindows(pod: Json): Json {
  const container = (made: Json): Json => without(made, 'securityContext');
  return {
    ...without(pod, 'shareProcessNamespace'),
    os: { name: 'windows' },
    securityContext: { runAsNonRoot: true },
    containers: (pod.containers as Json[]).map(container),
    initContainers: (pod.initContainers as Json[]).map(container),
  };
}

function change(manifest: Json, { of, path, value }: Setting, pick: number): void {
  const template = (manifest.spec as Json).template as Json;
  const pod = template.spec as Json;
  const containers = [...pod.containers as Json[], ...pod.initContainers as Json[]];
  let holder = of === 'pod' ? pod : of === 'metadata' ? template.metadata as Json : containers[pick % containers.length];
  const steps = path.split('.');
  for (const step of steps.slice(0, -1)) { holder = (holder[step] ??= {}) as Json; }
  const last = steps.at(-1)!;
  if (last.endsWith('[]')) { (holder[last.slice(0, -2)] as unknown[]).push(value); } else { holder[last] = value; }
}
