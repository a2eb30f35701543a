import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { inRange } from '../formats';
import { qualifiedName } from '../label-format';
import { validateLabels } from '../label-selector';
import { dnsLabel, dnsSubdomain } from '../names';
import { quote } from '../quote';
import { validateContainers, validateEphemeralContainers, validateInitContainers } from './containers';
import { validateDnsConfig } from './dns';
import { validateFileKeyVolumes } from './env';
import { validateHostAliases, validateHostnameOverride } from './host-names';
import { validateHostNetworkPorts, validateHostUsers } from './host-namespaces';
import { validateNodeAffinity } from './node-affinity';
import { validateOs } from './os';
import { validatePodAffinity } from './pod-affinity';
import type { PodContext, PodMetadata } from './pod-context';
import { validatePodResources } from './pod-resources';
import { validatePodSecurityContext } from './pod-security-context';
import { validatePodResourceClaims } from './resource-claims';
import { validateResources } from './resources';
import { oneOf, validateName } from './shared';
import { validateTolerations } from './tolerations';
import { validateTopologySpread } from './topology-spread';
import { validateVolumes } from './volumes';
import { validateHostProcess } from './windows';
import type { PodSpec } from '../wire/pod-spec';

/**
 * Adds what is wrong with the spec of a pod, in a template or, with metadata, of its own.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/validation.go
 */
export function validatePodSpec(spec: PodSpec, at: FieldPath, errors: FieldError[], pod?: PodMetadata): void {
  if (spec.terminationGracePeriodSeconds === undefined) { errors.push(required(at.child('terminationGracePeriodSeconds'))); }
  const volumes = validateVolumes(spec.volumes ?? [], pod, at.child('volumes'), errors);
  const claims = new Set((spec.resourceClaims ?? []).flatMap(({ name }) => name ? [name] : []));
  if (spec.resourceClaims) { validatePodResourceClaims(spec.resourceClaims, pod?.isMirror === true, at.child('resourceClaims'), errors); }
  const context: PodContext = { spec, volumes, claims };
  validateContainers(context, at.child('containers'), errors);
  if (spec.initContainers) { validateInitContainers(context, at.child('initContainers'), errors); }
  if (spec.ephemeralContainers) { validateEphemeralContainers(context, at.child('ephemeralContainers'), errors); }
  if (spec.resources) { validatePodResources(spec, spec.resources, claims, at.child('resources'), errors); }
  if (spec.hostNetwork) { validateHostNetworkPorts(spec, pod !== undefined, at.child('containers'), errors); }

  oneOf(spec.restartPolicy, ['Always', 'OnFailure', 'Never'], at, 'restartPolicy', errors);
  oneOf(spec.dnsPolicy, ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'], at, 'dnsPolicy', errors);
  if (spec.preemptionPolicy !== undefined) { oneOf(spec.preemptionPolicy, ['PreemptLowerPriority', 'Never'], at, 'preemptionPolicy', errors); }
  if (spec.nodeSelector) { validateLabels(spec.nodeSelector, at.child('nodeSelector'), errors); }
  if (spec.securityContext) { validatePodSecurityContext(spec.securityContext, spec, at.child('securityContext'), errors); }
  if (spec.shareProcessNamespace && spec.hostPID) {
    errors.push(invalid(at.child('shareProcessNamespace'), true, 'ShareProcessNamespace and HostPID cannot both be enabled'));
  }
  validateScheduling(spec, at, errors);
  validateDnsConfig(spec, at.child('dnsConfig'), errors);
  validateHostProcess(spec, at, errors);
  if (spec.hostUsers === false) { validateHostUsers(spec, at, errors); }
  validateHostnameOverride(spec, at, errors);
  validateNames(spec, at, errors);
  if (spec.hostAliases) { validateHostAliases(spec.hostAliases, at.child('hostAliases'), errors); }
  if (spec.overhead) { validateResources({ limits: spec.overhead }, 'container', undefined, at.child('overhead'), errors); }
  if (spec.os) { validateOs(spec, spec.os, at, errors); }
  validateFileKeyVolumes(spec, at, errors);
}

function validateScheduling(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  const { affinity, readinessGates, schedulingGates, tolerations } = spec;
  if (affinity?.nodeAffinity) { validateNodeAffinity(affinity.nodeAffinity, at.child('affinity').child('nodeAffinity'), errors); }
  if (affinity?.podAffinity) { validatePodAffinity(affinity.podAffinity, at.child('affinity').child('podAffinity'), errors); }
  if (affinity?.podAntiAffinity) { validatePodAffinity(affinity.podAntiAffinity, at.child('affinity').child('podAntiAffinity'), errors); }
  if (spec.topologySpreadConstraints) {
    validateTopologySpread(spec.topologySpreadConstraints, at.child('topologySpreadConstraints'), errors);
  }
  for (const [i, { conditionType = '' }] of (readinessGates ?? []).entries()) {
    invalidEach(errors, at.child('readinessGates').index(i).child('conditionType'), conditionType, qualifiedName(conditionType));
  }
  const seen = new Set<string>();
  for (const [i, { name = '' }] of (schedulingGates ?? []).entries()) {
    const gate = at.child('schedulingGates').index(i);
    invalidEach(errors, gate, name, qualifiedName(name));
    if (seen.has(name)) { errors.push(duplicate(gate, name)); }
    seen.add(name);
  }
  if (tolerations) { validateTolerations(tolerations, at.child('tolerations'), errors); }
}

function validateNames(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  const { serviceAccount = '', serviceAccountName = '', activeDeadlineSeconds, runtimeClassName } = spec;
  validateName(serviceAccountName, dnsSubdomain, at, 'serviceAccountName', errors);
  if (serviceAccount !== serviceAccountName) {
    errors.push(invalid(at.child('deprecatedServiceAccount'), serviceAccount, `must be the same as serviceAccountName: ${quote(serviceAccountName)}`));
  }
  validateName(spec.nodeName, dnsSubdomain, at, 'nodeName', errors);
  if (activeDeadlineSeconds !== undefined) {
    invalidEach(errors, at.child('activeDeadlineSeconds'), activeDeadlineSeconds, inRange(activeDeadlineSeconds, 1, 2147483647));
  }
  validateName(spec.hostname, dnsLabel, at, 'hostname', errors);
  validateName(spec.subdomain, dnsLabel, at, 'subdomain', errors);
  validateName(spec.priorityClassName, dnsSubdomain, at, 'priorityClassName', errors);
  if (runtimeClassName !== undefined) { invalidEach(errors, at.child('runtimeClassName'), runtimeClassName, dnsSubdomain(runtimeClassName)); }
}

/**
 * Adds what is refused in a Pod but taken in a template.
 */
export function validatePodOnly(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  if (!spec.serviceAccountName) {
    for (const [i, { projected }] of (spec.volumes ?? []).entries()) {
      for (const [j, source] of (projected?.sources ?? []).entries()) {
        if (!source.serviceAccountToken) { continue; }
        const path = at.child('volumes').index(i).child('projected').child('sources').index(j).child('serviceAccountToken');
        errors.push(forbidden(path, 'must not be specified when serviceAccountName is not set'));
      }
    }
  }
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) {
    errors.push(invalid(at.child('terminationGracePeriodSeconds'), spec.terminationGracePeriodSeconds, 'must be greater than or equal to 0'));
  }
  if ((spec.ephemeralContainers ?? []).length > 0) { errors.push(forbidden(at.child('ephemeralContainers'), 'cannot be set on create')); }
  if (spec.nodeName && (spec.schedulingGates ?? []).length > 0) {
    errors.push(forbidden(at.child('nodeName'), 'cannot be set until all schedulingGates have been cleared'));
  }
}
