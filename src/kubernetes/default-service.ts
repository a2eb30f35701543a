import { mapChanged } from './map-changed';
import type { Service, ServicePort, ServiceSpec } from './wire/companion';

const THREE_HOURS = 10_800;

/**
 * A Service as the API server defaults it, without the addresses and ports that a cluster allocates.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go
 */
export function defaultService(service: Service): Service {
  const given = service.spec ?? {};
  const spec: ServiceSpec = { ...given };
  spec.sessionAffinity ||= 'None';
  spec.type ||= 'ClusterIP';
  if (spec.sessionAffinity === 'None') { delete spec.sessionAffinityConfig; }
  if (spec.sessionAffinity === 'ClientIP' && spec.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined) {
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: THREE_HOURS } };
  }
  if (spec.ports) { spec.ports = mapChanged(spec.ports, defaultPort); }
  if (isReachableFromOutside(spec)) { spec.externalTrafficPolicy ||= 'Cluster'; }
  if (['NodePort', 'LoadBalancer', 'ClusterIP'].includes(spec.type)) { spec.internalTrafficPolicy ??= 'Cluster'; }
  if (spec.type === 'LoadBalancer') { spec.allocateLoadBalancerNodePorts ??= true; }
  return { ...service, spec };
}

/** Whether traffic from outside the cluster can come to a Service. */
export function isReachableFromOutside({ type, externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}

function defaultPort(port: ServicePort): ServicePort {
  return { ...port, protocol: port.protocol || 'TCP', targetPort: port.targetPort || (port.port ?? 0) };
}
