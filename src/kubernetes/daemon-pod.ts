import { defaultPod } from './default-pod';
import type { FieldError } from './field-error';
import { FieldPath } from './field-path';
import { mapChanged } from './map-changed';
import { daemonTolerations } from './toleration';
import { APP_ARMOR_PREFIX, appArmorFromAnnotation, validateAppArmorProfile } from './validation/app-armor';
import { generatedName } from './validation/metadata';
import type { Affinity, PodAffinity, PodAffinityTerm } from './wire/affinity';
import type { Container } from './wire/container';
import type { DaemonSet } from './wire/daemon-set';
import type { LabelSelector, ObjectMeta } from './wire/meta';
import type { PodSpec } from './wire/pod-spec';

/** A pod as the API server sees it before validation. */
export interface DaemonPod {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

/**
 * The pod that the DaemonSet controller creates for a node, as the API server completes it. The hash of its revision is made up.
 *
 * @param daemonSet a defaulted DaemonSet
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/registry/core/pod/strategy.go
 */
export function daemonPod(daemonSet: DaemonSet, nodeName = 'node'): DaemonPod {
  const { metadata = {}, spec } = daemonSet.spec.template;
  const { name, generateName = '' } = daemonSet.metadata ?? {};
  const labels = { ...metadata.labels, 'controller-revision-hash': '5d9c7b8f6c', 'pod-template-generation': '1' };
  const pod: PodSpec = { ...spec!, tolerations: daemonTolerations(spec!), affinity: onNode(spec!.affinity, nodeName) };
  // The ServiceAccount admission plugin comes before validation.
  pod.serviceAccountName ||= 'default';
  pod.serviceAccount = pod.serviceAccountName;
  return {
    metadata: {
      generateName: `${name || generatedName(generateName)}-`,
      namespace: daemonSet.metadata?.namespace ?? 'default',
      labels,
      ...(metadata.annotations ? { annotations: metadata.annotations } : {}),
      ...(metadata.finalizers ? { finalizers: metadata.finalizers } : {}),
    },
    spec: completed(defaultPod(pod), labels, metadata.annotations ?? {}),
  };
}

function onNode(affinity: Affinity | undefined, nodeName: string): Affinity {
  const term = { matchFields: [{ key: 'metadata.name', operator: 'In', values: [nodeName] }] };
  return {
    ...affinity,
    nodeAffinity: { ...affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } },
  };
}

/** Turns keys of the pod's own labels into selectors, and AppArmor annotations into fields, as the server does on creation. */
function completed(spec: PodSpec, labels: Record<string, string>, annotations: Record<string, string>): PodSpec {
  const { podAffinity, podAntiAffinity } = spec.affinity!;
  const armor = <T extends Container>(container: T) => withAppArmor(container, spec, annotations);
  return {
    ...spec,
    affinity: {
      ...spec.affinity,
      ...(podAffinity ? { podAffinity: withLabels(podAffinity, labels) } : {}),
      ...(podAntiAffinity ? { podAntiAffinity: withLabels(podAntiAffinity, labels) } : {}),
    },
    topologySpreadConstraints: spec.topologySpreadConstraints?.map((constraint) => ({
      ...constraint,
      labelSelector: extended(constraint.labelSelector, constraint.matchLabelKeys, 'In', labels),
    })),
    ...(spec.os?.name === 'windows' ? {} : {
      containers: mapChanged(spec.containers, armor),
      initContainers: spec.initContainers && mapChanged(spec.initContainers, armor),
    }),
  };
}

function withLabels(affinity: PodAffinity, labels: Record<string, string>): PodAffinity {
  const extend = (term: PodAffinityTerm): PodAffinityTerm => ({
    ...term,
    labelSelector: extended(extended(term.labelSelector, term.matchLabelKeys, 'In', labels), term.mismatchLabelKeys, 'NotIn', labels),
  });
  return {
    preferredDuringSchedulingIgnoredDuringExecution: affinity.preferredDuringSchedulingIgnoredDuringExecution
      ?.map((preference) => ({ ...preference, podAffinityTerm: extend(preference.podAffinityTerm) })),
    requiredDuringSchedulingIgnoredDuringExecution: affinity.requiredDuringSchedulingIgnoredDuringExecution?.map(extend),
  };
}

function extended(selector: LabelSelector | undefined, keys: string[] | undefined, operator: string, labels: Record<string, string>) {
  const own = (keys ?? []).filter((key) => Object.hasOwn(labels, key)).map((key) => ({ key, operator, values: [labels[key]] }));
  return selector === undefined || own.length === 0 ? selector : { ...selector, matchExpressions: [...selector.matchExpressions ?? [], ...own] };
}

function withAppArmor<T extends Container>(container: T, spec: PodSpec, annotations: Record<string, string>): T {
  const key = APP_ARMOR_PREFIX + container.name;
  if (!Object.hasOwn(annotations, key) || container.securityContext?.appArmorProfile) { return container; }
  const profile = appArmorFromAnnotation(annotations[key]);
  const ofPod = spec.securityContext?.appArmorProfile;
  const errors: FieldError[] = [];
  validateAppArmorProfile(profile, FieldPath.root(key), errors);
  if (profile === undefined || errors.length > 0) { return container; }
  if (profile.type === ofPod?.type && profile.localhostProfile === ofPod.localhostProfile) { return container; }
  return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
}
