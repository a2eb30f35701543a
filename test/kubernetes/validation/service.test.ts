import { DNS_SUBDOMAIN, NAME_PART, refusesCompanion } from '../refusals';

describe('service', () => {
  refusesCompanion('a name that is no DNS label', 'Service', { metadata: { name: 'a.b' }, spec: { ports: [{ port: 80 }] } }, [
    'FieldValueInvalid metadata.name: must not contain dots',
  ]);
  refusesCompanion('an external name that is no DNS name', 'Service', { spec: { type: 'ExternalName', externalName: 'A' } }, [
    `FieldValueInvalid spec.externalName: ${DNS_SUBDOMAIN}`,
  ]);
  refusesCompanion('addresses for an external name', 'Service', {
    spec: { type: 'ExternalName', externalName: 'a', clusterIPs: ['10.0.0.1'] },
  }, [
    'FieldValueForbidden spec.clusterIPs: may not be set for ExternalName services',
  ]);
  refusesCompanion('a session of more than a day', 'Service', {
    spec: { ports: [{ port: 80 }], sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
  }, [
    'FieldValueInvalid spec.sessionAffinityConfig.clientIP.timeoutSeconds: must be greater than 0 and less than 86400',
  ]);
  refusesCompanion('an unknown session affinity', 'Service', { spec: { ports: [{ port: 80 }], sessionAffinity: 'Cookie' } }, [
    'FieldValueNotSupported spec.sessionAffinity: supported values: "ClientIP", "None"',
  ]);
  refusesCompanion('an unknown type', 'Service', { spec: { ports: [{ port: 80 }], type: 'Anycast' } }, [
    'FieldValueNotSupported spec.type: supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ]);
  refusesCompanion('an unknown internal traffic policy', 'Service', { spec: { ports: [{ port: 80 }], internalTrafficPolicy: 'Near' } }, [
    'FieldValueNotSupported spec.internalTrafficPolicy: supported values: "Cluster", "Local"',
  ]);
  refusesCompanion('an external traffic policy for the cluster only', 'Service', {
    spec: { ports: [{ port: 80 }], externalTrafficPolicy: 'Local' },
  }, [
    'FieldValueInvalid spec.externalTrafficPolicy: may only be set for externally-accessible services',
  ]);
  refusesCompanion('an unknown traffic distribution', 'Service', { spec: { ports: [{ port: 80 }], trafficDistribution: 'Near' } }, [
    'FieldValueNotSupported spec.trafficDistribution: supported values: "PreferClose", "PreferSameZone", "PreferSameNode"',
  ]);
  refusesCompanion('a malformed selector', 'Service', { spec: { ports: [{ port: 80 }], selector: { 'a b': 'x' } } }, [
    `FieldValueInvalid spec.selector: ${NAME_PART}`,
  ]);
  refusesCompanion('a load balancer class without a load balancer', 'Service', {
    spec: { ports: [{ port: 80 }], loadBalancerClass: 'a' },
  }, [
    'FieldValueForbidden spec.loadBalancerClass: may only be used when `type` is \'LoadBalancer\'',
  ]);
  refusesCompanion('two topology annotations that differ', 'Service', {
    metadata: {
      name: 'a',
      annotations: { 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'Disabled' },
    },
    spec: { ports: [{ port: 80 }] },
  }, [
    'FieldValueInvalid metadata.annotations[service.kubernetes.io/topology-mode]: must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified',
  ]);
});
