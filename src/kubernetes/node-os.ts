import type { PodSpec } from './wire/pod-spec';

const LABELS = ['kubernetes.io/os', 'beta.kubernetes.io/os'];

/** Whether a pod is placed by the operating system of the node. The scheduler does not look at `spec.os`. */
export function choosesOs({ nodeSelector = {}, affinity }: PodSpec): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return LABELS.some((label) => Object.hasOwn(nodeSelector, label))
    || terms.some(({ matchExpressions = [] }) => matchExpressions.some(({ key }) => LABELS.includes(key)));
}
