import { assertAnnotations, assertLabels } from './assert-metadata';
import { isDnsLabel, isQualifiedName } from '../host/formats';
import { invalid } from '../host/invalid';
import { IpFamilyPolicy, ServiceType, TrafficDistribution } from '../host/service-kinds';
import { ServiceOptions } from '../host/service-options';

/**
 * The minor version of the first Kubernetes that knows a distribution by default.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
const SINCE: { readonly [distribution in TrafficDistribution]: number } = { PreferClose: 31, PreferSameZone: 34, PreferSameNode: 34 };

/**
 * The minor version of the first Kubernetes in which the name of a Service may begin with a digit by default.
 *
 * @see https://github.com/kubernetes/enhancements/issues/5311
 */
const DIGIT_FIRST = 36;

/** Refuses a Service that Kubernetes refuses, before it is made. */
export function assertService(service: ServiceOptions | undefined, kubernetesMinor: number | undefined, daemonName?: string): void {
  const { name, labels, annotations, nodePorts, appProtocols = {}, type, externalTrafficPolicy, trafficDistribution } = service ?? {};
  const { ipFamilyPolicy, ipFamilies = [] } = service ?? {};
  if (name !== undefined && !isDnsLabel(name)) {
    throw invalid('name of the Service', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", name);
  }
  const served = service && (name ?? daemonName);
  if (served !== undefined && /^[0-9]/.test(served) && kubernetesMinor !== undefined && kubernetesMinor < DIGIT_FIRST) {
    throw invalid('name of the Service', `begun with a letter before Kubernetes 1.${DIGIT_FIRST}`, served,
      'give the Service another name, or name the version that the cluster has in NodePlatform');
  }
  assertLabels('labels of the Service', labels);
  assertAnnotations('annotations of the Service', annotations);
  const isOpen = type === ServiceType.NODE_PORT || type === ServiceType.LOAD_BALANCER;
  if (nodePorts !== undefined && !isOpen) {
    throw invalid('nodePorts of the Service', 'given with a type that has them', nodePorts, 'give type: ServiceType.NODE_PORT');
  }
  if (externalTrafficPolicy !== undefined && !isOpen) {
    throw invalid('externalTrafficPolicy of the Service', 'given with a type that takes connections from outside', externalTrafficPolicy, 'give type: ServiceType.LOAD_BALANCER');
  }
  const unknown = Object.values(appProtocols).find(protocol => !isQualifiedName(protocol));
  if (unknown !== undefined) {
    throw invalid('appProtocols of the Service', "names such as 'http' or 'kubernetes.io/h2c'", unknown);
  }
  if (ipFamilies.length > 1 && ipFamilyPolicy === IpFamilyPolicy.SINGLE_STACK) {
    throw invalid('ipFamilies of the Service', 'one with IpFamilyPolicy.SINGLE_STACK', ipFamilies, 'give IpFamilyPolicy.PREFER_DUAL_STACK');
  }
  const since = trafficDistribution === undefined ? undefined : SINCE[trafficDistribution];
  if (since !== undefined && kubernetesMinor !== undefined && kubernetesMinor < since) {
    throw invalid(`trafficDistribution ${trafficDistribution}`, `used with Kubernetes 1.${since} or later`, `1.${kubernetesMinor}`,
      'leave it out, or name the version that the cluster has in NodePlatform');
  }
}
