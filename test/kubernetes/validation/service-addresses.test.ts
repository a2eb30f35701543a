import { refusesCompanion } from '../refusals';

describe('service addresses', () => {
  refusesCompanion('a headless node port', 'Service', { spec: { type: 'NodePort', clusterIP: 'None', ports: [{ port: 80 }] } }, [
    "FieldValueInvalid spec.clusterIPs[0]: may not be set to 'None' for NodePort services",
  ]);
  refusesCompanion('an address that is none', 'Service', { spec: { clusterIP: 'here', ports: [{ port: 80 }] } }, [
    'FieldValueInvalid spec.clusterIPs[0]: must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
  refusesCompanion('an empty address', 'Service', { spec: { clusterIPs: [''], ports: [{ port: 80 }] } }, [
    'FieldValueInvalid spec.clusterIPs: must be empty when `clusterIP` is not specified',
    'FieldValueInvalid spec.clusterIPs[0]: must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
  refusesCompanion('two addresses of one family', 'Service', {
    spec: { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', '10.0.0.2'], ports: [{ port: 80 }] },
  }, [
    'FieldValueInvalid spec.clusterIPs: may specify no more than one IP for each IP family',
  ]);
  refusesCompanion('an external address on the machine itself', 'Service', {
    spec: { externalIPs: ['127.0.0.1'], ports: [{ port: 80 }] },
  }, [
    'FieldValueInvalid spec.externalIPs[0]: may not be in the loopback range (127.0.0.0/8, ::1/128)',
  ]);
  refusesCompanion('a source range with bits beyond its length', 'Service', {
    spec: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'], ports: [{ port: 80 }] },
  }, [
    'FieldValueInvalid spec.LoadBalancerSourceRanges[0]: must not have bits set beyond the prefix length',
  ]);
  refusesCompanion('a source range without a load balancer', 'Service', {
    spec: { loadBalancerSourceRanges: ['10.0.0.0/8'], ports: [{ port: 80 }] },
  }, [
    'FieldValueForbidden spec.LoadBalancerSourceRanges: may only be used when `type` is \'LoadBalancer\'',
  ]);
});
