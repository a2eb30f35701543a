import { mapChanged } from './map-changed';
import type { NetworkPolicy, NetworkPolicyPort, NetworkPolicySpec } from './wire/network-policy';

/**
 * A NetworkPolicy as the API server defaults it.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/networking/v1/defaults.go
 */
export function defaultNetworkPolicy(policy: NetworkPolicy): NetworkPolicy {
  const spec: NetworkPolicySpec = { ...policy.spec };
  if (!spec.policyTypes?.length) { spec.policyTypes = spec.egress?.length ? ['Ingress', 'Egress'] : ['Ingress']; }
  if (spec.ingress) { spec.ingress = mapChanged(spec.ingress, withPorts); }
  if (spec.egress) { spec.egress = mapChanged(spec.egress, withPorts); }
  // The server counts generations itself, and begins with 1 whatever the object says.
  const { generation, ...metadata } = policy.metadata ?? {};
  return { ...policy, metadata, spec };
}

function withPorts<T extends { ports?: NetworkPolicyPort[] }>(rule: T): T {
  return rule.ports ? { ...rule, ports: mapChanged(rule.ports, (port) => port.protocol === undefined ? { ...port, protocol: 'TCP' } : port) } : rule;
}
