import * as fc from 'fast-check';
import { without } from './repairs';
import type { Json } from './valid-object';
import { object } from './valid-object';

/** DaemonSets that the API server mostly takes, with every field of the schema in some of them. */
export function daemonSets(): fc.Arbitrary<Json> {
  return fc.record({ metadata: object('ObjectMeta'), spec: object('DaemonSetSpec') }).map(({ metadata, spec }) => repaired(metadata, spec));
}

/** Settles what no single part can know: names that refer to others, selectors, amounts that must fit. */
function repaired(metadata: Json, spec: Json): Json {
  const template = spec.template as Json;
  const labels = { app: 'x', ...((template.metadata as Json).labels as Json) };
  const { resourceVersion: _, ...meta } = metadata;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { ...meta, name: metadata.name ?? 'agent' },
    spec: {
      ...spec,
      selector: { matchLabels: { app: labels.app } },
      updateStrategy: { type: (spec.updateStrategy as Json).type ?? 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%', maxSurge: 0 } },
      template: { ...template, metadata: { ...template.metadata as Json, labels }, spec: repairedPod(template.spec as Json) },
    },
  };
}

function repairedPod(pod: Json): Json {
  const volumes = ((pod.volumes ?? []) as Json[]).map((volume, i) => ({ ...volume, name: `v${i}` }));
  const claims = ((pod.resourceClaims ?? []) as Json[]).map((claim, i) => ({ ...claim, name: `claim${i}` }));
  const repair = (prefix: string) => (container: Json, i: number): Json => repairedContainer(container, `${prefix}${i}`, volumes, claims, pod);
  const shares = pod.hostNetwork === true || pod.hostPID === true || pod.hostIPC === true;
  return {
    ...without(pod, 'serviceAccount', 'ephemeralContainers', 'activeDeadlineSeconds', 'os', 'resources', 'hostnameOverride'),
    ...(pod.topologySpreadConstraints ? { topologySpreadConstraints: (pod.topologySpreadConstraints as Json[]).slice(0, 1) } : {}),
    ...(pod.schedulingGates ? { schedulingGates: (pod.schedulingGates as Json[]).slice(0, 1) } : {}),
    ...(pod.resources && pod.hostPID ? { resources: { limits: { cpu: '100Gi' } } } : {}),
    ...(shares ? { hostUsers: undefined, shareProcessNamespace: undefined } : { hostnameOverride: pod.setHostnameAsFQDN ? undefined : pod.hostnameOverride }),
    volumes,
    resourceClaims: claims,
    containers: ((pod.containers ?? [{ image: 'a' }]) as Json[]).map(repair('c')),
    initContainers: ((pod.initContainers ?? []) as Json[]).map(repair('i')),
  };
}

function repairedContainer(container: Json, name: string, volumes: Json[], claims: Json[], pod: Json): Json {
  const mounts = (container.volumeMounts ?? []) as Json[];
  const sidecar = name.startsWith('c') || container.restartPolicy === 'Always';
  const ports = ((container.ports ?? []) as Json[]).map((port, i) => ({
    ...port,
    name: port.name && `p${i}-${name}`,
    ...(pod.hostNetwork ? { hostPort: port.containerPort } : {}),
  }));
  const resources = { ...container.resources as Json };
  const emptyDir = volumes.find((volume) => volume.emptyDir !== undefined)?.name;
  const env = ((container.env ?? []) as Json[]).filter(({ valueFrom }) => emptyDir !== undefined || (valueFrom as Json | undefined)?.fileKeyRef === undefined);
  return {
    ...container,
    name,
    env: env.map((variable) => {
      const from = variable.valueFrom as Json | undefined;
      return from?.fileKeyRef === undefined ? variable : { ...variable, valueFrom: { fileKeyRef: { ...from.fileKeyRef as Json, volumeName: emptyDir } } };
    }),
    ports: ports.filter((port: Json, i) => ports.findIndex((other: Json) => other.hostPort === port.hostPort) === i),
    volumeDevices: undefined,
    volumeMounts: volumes.length === 0 ? [] : mounts.map((mount, i) => ({
      ...mount,
      name: volumes[i % volumes.length].name,
      mountPath: `/m${i}`,
      mountPropagation: mount.mountPropagation === 'Bidirectional' ? 'None' : mount.mountPropagation,
      readOnly: true,
      recursiveReadOnly: mount.mountPropagation === undefined ? mount.recursiveReadOnly : undefined,
      ...(mount.subPath ? { subPathExpr: undefined } : {}),
    })),
    resources: {
      ...resources,
      requests: resources.limits,
      claims: ((resources.claims ?? []) as Json[]).slice(0, claims.length).map((claim, i) => ({ ...claim, name: claims[i].name })),
    },
    ...(sidecar ? {} : { lifecycle: undefined, livenessProbe: undefined, readinessProbe: undefined, startupProbe: undefined, resizePolicy: undefined }),
  };
}
