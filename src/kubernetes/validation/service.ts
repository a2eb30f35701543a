import { isReachableFromOutside } from '../default-service';
import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import { FieldPath } from '../field-path';
import { portNumber } from '../formats';
import { qualifiedName } from '../label-format';
import { validateLabels } from '../label-selector';
import { dnsSubdomain } from '../names';
import { LABEL, validateObjectMeta } from './metadata';
import { validateClusterAddresses, validateExternalAddresses, validateSourceRanges } from './service-addresses';
import { validateServicePorts } from './service-ports';
import { oneOf } from './shared';
import type { Service, ServiceSpec } from '../wire/companion';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const MODE = 'service.kubernetes.io/topology-mode';
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const ONE_DAY = 86_400;

/**
 * Adds what is wrong with a defaulted Service in a cluster with IPv4 addresses, which allocates what the Service leaves open.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/validation.go
 */
export function validateService({ metadata, spec }: Service, errors: FieldError[]): void {
  const at = FieldPath.root('spec');
  validateObjectMeta(metadata, LABEL, 'namespaced', errors);
  const { [MODE]: mode, [HINTS]: hints } = metadata?.annotations ?? {};
  if (mode !== undefined && hints !== undefined && mode !== hints) {
    const annotation = FieldPath.root('metadata').child('annotations').key(MODE);
    errors.push(invalid(annotation, mode, `must match annotations[${HINTS}] when both are specified`));
  }
  if (spec.type === 'ExternalName') { validateExternalName(spec, at, errors); } else { validateClusterAddresses(spec, at, errors); }
  validateServicePorts(spec, at, errors);
  validateLabels(spec.selector, at.child('selector'), errors);
  validateSessionAffinity(spec, at, errors);
  validateExternalAddresses(spec, at, errors);
  oneOf(spec.type, TYPES, at, 'type', errors);
  validateSourceRanges(spec, metadata?.annotations, at, errors);
  validateLoadBalancer(spec, at, errors);
  validateTraffic(spec, at, errors);
}

function validateExternalName(spec: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  for (const key of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const) {
    if (spec[key]?.length) { errors.push(forbidden(at.child(key), 'may not be set for ExternalName services')); }
  }
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  if (name === '') {
    errors.push(required(at.child('externalName')));
  } else {
    invalidEach(errors, at.child('externalName'), name, dnsSubdomain(name));
  }
}

function validateSessionAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  oneOf(sessionAffinity, ['ClientIP', 'None'], at, 'sessionAffinity', errors);
  if (sessionAffinity !== 'ClientIP') { return; }
  const seconds = sessionAffinityConfig!.clientIP!.timeoutSeconds!;
  if (seconds <= 0 || seconds > ONE_DAY) {
    const field = at.child('sessionAffinityConfig').child('clientIP').child('timeoutSeconds');
    errors.push(invalid(field, seconds, `must be greater than 0 and less than ${ONE_DAY}`));
  }
}

function validateLoadBalancer(spec: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  const { type, allocateLoadBalancerNodePorts, loadBalancerClass } = spec;
  if (type === 'LoadBalancer') {
    if (loadBalancerClass !== undefined) { invalidEach(errors, at.child('loadBalancerClass'), loadBalancerClass, qualifiedName(loadBalancerClass)); }
    return;
  }
  const detail = "may only be used when `type` is 'LoadBalancer'";
  if (allocateLoadBalancerNodePorts !== undefined) { errors.push(forbidden(at.child('allocateLoadBalancerNodePorts'), detail)); }
  if (loadBalancerClass !== undefined) { errors.push(forbidden(at.child('loadBalancerClass'), detail)); }
}

function validateTraffic(spec: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  const { type, externalTrafficPolicy, healthCheckNodePort = 0, internalTrafficPolicy, trafficDistribution } = spec;
  if (isReachableFromOutside(spec)) {
    oneOf(externalTrafficPolicy, ['Cluster', 'Local'], at, 'externalTrafficPolicy', errors);
  } else if (externalTrafficPolicy) {
    errors.push(invalid(at.child('externalTrafficPolicy'), externalTrafficPolicy, 'may only be set for externally-accessible services'));
  }
  const health = at.child('healthCheckNodePort');
  if (type === 'LoadBalancer' && externalTrafficPolicy === 'Local') {
    if (healthCheckNodePort !== 0) { invalidEach(errors, health, healthCheckNodePort, portNumber(healthCheckNodePort)); }
  } else if (healthCheckNodePort !== 0) {
    errors.push(invalid(health, healthCheckNodePort, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"));
  }
  if (internalTrafficPolicy !== undefined && !['Cluster', 'Local'].includes(internalTrafficPolicy)) {
    errors.push(notSupported(at.child('internalTrafficPolicy'), internalTrafficPolicy, ['Cluster', 'Local']));
  }
  if (trafficDistribution !== undefined && !DISTRIBUTIONS.includes(trafficDistribution)) {
    errors.push(notSupported(at.child('trafficDistribution'), trafficDistribution, DISTRIBUTIONS));
  }
}
