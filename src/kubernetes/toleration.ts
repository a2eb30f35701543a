import type { Taint } from './wire/node';
import type { PodSpec, Toleration } from './wire/pod-spec';

const AUTOMATIC: readonly Toleration[] = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' },
];
const UNDER_HOST_NETWORK: Toleration = { key: 'node.kubernetes.io/network-unavailable', operator: 'Exists', effect: 'NoSchedule' };

/** The taints by which Kubernetes says what state a node is in; all others say what the node is for. */
export const STATES_OF_NODES: readonly Toleration[] = [...AUTOMATIC, UNDER_HOST_NETWORK].map(({ key }) => ({ key, operator: 'Exists' }));

/**
 * Whether a toleration tolerates a taint. The operators Lt and Gt never do while their feature gate is off.
 *
 * @see https://pkg.go.dev/k8s.io/api@v0.37.1/core/v1#Toleration.ToleratesTaint
 */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator, value = '', effect } = toleration;
  if (effect && effect !== taint.effect) { return false; }
  if (key && key !== taint.key) { return false; }
  switch (operator) {
    case undefined:
    case '':
    case 'Equal': return value === (taint.value ?? '');
    case 'Exists': return true;
    default: return false;
  }
}

/**
 * The tolerations of a daemon's pods: the template's and the controller's own, which take the place of equal ones.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/controller/daemon/util/daemonset_util.go
 */
export function daemonTolerations(spec: PodSpec): Toleration[] {
  const tolerations = [...spec.tolerations ?? []];
  for (const automatic of spec.hostNetwork ? [...AUTOMATIC, UNDER_HOST_NETWORK] : AUTOMATIC) {
    let found = false;
    for (let i = 0; i < tolerations.length; i++) {
      if (!isSame(tolerations[i], automatic)) { continue; }
      tolerations[i] = automatic;
      found = true;
    }
    if (!found) { tolerations.push(automatic); }
  }
  return tolerations;
}

function isSame(a: Toleration, b: Toleration): boolean {
  return (['key', 'effect', 'operator', 'value'] as const).every((field) => (a[field] ?? '') === (b[field] ?? ''));
}
