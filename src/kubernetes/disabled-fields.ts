import { mapChanged } from './map-changed';
import type { Container, VolumeMount } from './wire/container';
import type { PodTemplateSpec } from './wire/daemon-set';
import type { Lifecycle, LifecycleHandler, Probe } from './wire/probe';
import type { VolumeProjection } from './wire/projected-volume';
import type { Volume } from './wire/volume';

const INIT_ANNOTATIONS = [
  'pod.beta.kubernetes.io/init-containers', 'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses', 'pod.alpha.kubernetes.io/init-container-statuses',
];

/**
 * A pod template without what an API server with default feature gates drops in silence.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/api/pod/util.go
 */
export function dropDisabledFields(template: PodTemplateSpec): PodTemplateSpec {
  const spec = template.spec!;
  const reduced = without(spec, 'schedulingGroup', 'evictionResponders');
  const volumes = spec.volumes && mapChanged(spec.volumes, dropInVolume);
  const initContainers = spec.initContainers && mapChanged(spec.initContainers, dropInContainer);
  const containers = spec.containers && mapChanged(spec.containers, dropInContainer);
  const ephemeralContainers = spec.ephemeralContainers && mapChanged(spec.ephemeralContainers, dropInContainer);
  return merged(template, {
    metadata: template.metadata && merged(template.metadata, { annotations: dropAnnotations(template.metadata.annotations) }),
    spec: merged(reduced, { volumes, initContainers, containers, ephemeralContainers }),
  });
}

function dropAnnotations(annotations: Record<string, string> | undefined): Record<string, string> | undefined {
  if (annotations === undefined || !INIT_ANNOTATIONS.some((key) => Object.hasOwn(annotations, key))) { return annotations; }
  const kept = Object.entries(annotations).filter(([key]) => !INIT_ANNOTATIONS.includes(key));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function dropInContainer<T extends Container>(container: T): T {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle, volumeMounts } = container;
  if (!livenessProbe && !readinessProbe && !startupProbe && !lifecycle && !volumeMounts) { return container; }
  return merged(container, {
    livenessProbe: livenessProbe && dropInProbe(livenessProbe),
    readinessProbe: readinessProbe && dropInProbe(readinessProbe),
    startupProbe: startupProbe && dropInProbe(startupProbe),
    lifecycle: lifecycle && dropInLifecycle(lifecycle),
    volumeMounts: volumeMounts && mapChanged(volumeMounts, (mount: VolumeMount) => without(mount, 'bindMountOptions')),
  } as Partial<T>);
}

function dropInProbe(probe: Probe): Probe {
  return merged(probe, {
    grpc: probe.grpc && without(probe.grpc, 'mode'),
    httpGet: probe.httpGet && without(probe.httpGet, 'protocol'),
  });
}

function dropInLifecycle(lifecycle: Lifecycle): Lifecycle | undefined {
  const kept = without(lifecycle, 'stopSignal');
  if (kept !== lifecycle && !kept.postStart && !kept.preStop) { return undefined; }
  return merged(kept, { postStart: kept.postStart && dropInHandler(kept.postStart), preStop: kept.preStop && dropInHandler(kept.preStop) });
}

function dropInHandler(handler: LifecycleHandler): LifecycleHandler {
  return merged(handler, { httpGet: handler.httpGet && without(handler.httpGet, 'protocol') });
}

/** Of several sources only the first of these has its users dropped, as in the server. */
function dropInVolume(volume: Volume): Volume {
  const { emptyDir, secret, configMap, downwardAPI, projected } = volume;
  const kept = emptyDir ? merged(volume, { emptyDir: without(emptyDir, 'mode') }) : volume;
  if (secret) { return merged(kept, { secret: dropUsers(secret) }); }
  if (configMap) { return merged(kept, { configMap: dropUsers(configMap) }); }
  if (downwardAPI) { return merged(kept, { downwardAPI: dropUsers(downwardAPI) }); }
  if (!projected) { return kept; }
  const reduced = without(projected, 'defaultUser');
  return merged(kept, { projected: merged(reduced, { sources: reduced.sources && mapChanged(reduced.sources, dropInProjection) }) });
}

function dropInProjection(projection: VolumeProjection): VolumeProjection {
  for (const key of ['secret', 'downwardAPI', 'configMap'] as const) {
    const source = projection[key];
    if (source) { return merged(projection, { [key]: dropUsers(source) }); }
  }
  for (const key of ['serviceAccountToken', 'clusterTrustBundle', 'podCertificate'] as const) {
    const source = projection[key];
    if (source) { return merged(projection, { [key]: without(source as { user?: number }, 'user') }); }
  }
  return projection;
}

function dropUsers<T extends { defaultUser?: number; items?: { user?: number }[] }>(source: T): T {
  const reduced = without(source, 'defaultUser');
  return merged(reduced, { items: reduced.items && mapChanged(reduced.items, (item) => without(item, 'user')) } as Partial<T>);
}

function without<T extends object, K extends keyof T>(object: T, ...keys: K[]): T {
  if (!keys.some((key) => object[key] !== undefined)) { return object; }
  const copy = { ...object };
  for (const key of keys) { delete copy[key]; }
  return copy;
}

function merged<T extends object>(object: T, replacements: Partial<T>): T {
  let result = object;
  for (const key in replacements) {
    if (replacements[key] === object[key]) { continue; }
    if (result === object) { result = { ...object }; }
    result[key] = replacements[key]!;
  }
  return result;
}
