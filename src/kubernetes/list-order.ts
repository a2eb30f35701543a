import type { Json, ListOrder } from './difference';

const byName = (element: Json) => String(element.name);
const byPath = (element: Json) => String(element.path);

/**
 * The lists whose order means nothing to Kubernetes, of pods and of what accompanies them, with what tells their elements apart.
 * Arguments, commands, init containers … are not here.
 */
const FREE: Record<string, ListOrder> = {
  'PodSpec.containers': byName,
  'PodSpec.volumes': byName,
  'PodSpec.tolerations': 'set',
  'PodSpec.imagePullSecrets': 'set',
  'PodSpec.readinessGates': 'set',
  'PodSpec.schedulingGates': byName,
  'PodSpec.resourceClaims': byName,
  'PodSpec.topologySpreadConstraints': 'set',
  'PodSecurityContext.supplementalGroups': 'set',
  'PodSecurityContext.sysctls': byName,
  'Container.ports': (port) => `${String(port.hostIP ?? '')}:${String(port.hostPort ?? '')}:${String(port.containerPort)}/${String(port.protocol)}`,
  'Container.volumeMounts': (mount) => String(mount.mountPath),
  'Container.volumeDevices': (device) => String(device.devicePath),
  'Container.resizePolicy': (policy) => String(policy.resourceName),
  'ResourceRequirements.claims': 'set',
  'Capabilities.add': 'set',
  'Capabilities.drop': 'set',
  'LabelSelector.matchExpressions': 'set',
  'LabelSelectorRequirement.values': 'set',
  'NodeSelector.nodeSelectorTerms': 'set',
  'NodeSelectorTerm.matchExpressions': 'set',
  'NodeSelectorTerm.matchFields': 'set',
  'NodeSelectorRequirement.values': 'set',
  'NodeAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'set',
  'PodAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'set',
  'PodAffinity.requiredDuringSchedulingIgnoredDuringExecution': 'set',
  'PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'set',
  'PodAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution': 'set',
  'PodAffinityTerm.matchLabelKeys': 'set',
  'PodAffinityTerm.mismatchLabelKeys': 'set',
  'PodAffinityTerm.namespaces': 'set',
  'TopologySpreadConstraint.matchLabelKeys': 'set',
  'ConfigMapVolumeSource.items': byPath,
  'ConfigMapProjection.items': byPath,
  'SecretVolumeSource.items': byPath,
  'SecretProjection.items': byPath,
  'DownwardAPIVolumeSource.items': byPath,
  'DownwardAPIProjection.items': byPath,
  'ProjectedVolumeSource.sources': 'set',
  'PersistentVolumeClaimSpec.accessModes': 'set',
  'ServiceSpec.ports': (port) => `${String(port.port)}/${String(port.protocol)}`,
  'ServiceAccount.imagePullSecrets': 'set',
  'ServiceAccount.secrets': 'set',
  'Role.rules': 'set',
  'ClusterRole.rules': 'set',
  'PolicyRule.apiGroups': 'set',
  'PolicyRule.nonResourceURLs': 'set',
  'PolicyRule.resourceNames': 'set',
  'PolicyRule.resources': 'set',
  'PolicyRule.verbs': 'set',
  'RoleBinding.subjects': 'set',
  'ClusterRoleBinding.subjects': 'set',
  'NetworkPolicySpec.ingress': 'set',
  'NetworkPolicySpec.egress': 'set',
  'NetworkPolicySpec.policyTypes': 'set',
  'NetworkPolicyIngressRule.from': 'set',
  'NetworkPolicyIngressRule.ports': 'set',
  'NetworkPolicyEgressRule.to': 'set',
  'NetworkPolicyEgressRule.ports': 'set',
  'IPBlock.except': 'set',
};

/** How a list is to be compared when only its meaning counts. */
export function listOrder(place: string, holder: Json): ListOrder {
  if (place === 'Container.env') { return envOrder((holder.env ?? []) as Json[]); }
  return FREE[place] ?? 'ordered';
}

/** Variables may change places unless one is written twice or in terms of another. */
function envOrder(env: Json[]): ListOrder {
  const names = new Set(env.map(byName));
  const refers = env.some(({ value }) => typeof value === 'string' && [...value.matchAll(/\$\(([^)]*)\)/g)].some(([, name]) => names.has(name)));
  return refers || names.size < env.length ? 'ordered' : byName;
}
