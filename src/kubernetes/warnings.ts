import { FieldPath } from './field-path';
import { formatIp, parseIp } from './ip-address';
import { labelValue } from './label-format';
import { deprecatedNodeLabel } from './node-labels';
import { quote } from './quote';
import { appArmorFromAnnotation, APP_ARMOR_PREFIX } from './validation/app-armor';
import { eachContainer } from './validation/shared';
import { containerWarnings, fractionWarning, portWarnings } from './warnings-container';
import { volumeWarnings } from './warnings-volume';
import type { NodeSelectorTerm, PodAffinity } from './wire/affinity';
import type { DaemonSet } from './wire/daemon-set';
import type { PodSpec } from './wire/pod-spec';

const NULL_SELECTOR = 'a null labelSelector results in matching no pod';
const CRITICAL = 'scheduler.alpha.kubernetes.io/critical-pod';
const SYSCTLS = ['security.alpha.kubernetes.io/sysctls', 'security.alpha.kubernetes.io/unsafe-sysctls'];
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/**
 * What the API server warns of when it takes a DaemonSet, in its own words.
 *
 * @param daemonSet as `defaultDaemonSet` returns it, and without errors
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/api/pod/warnings.go
 */
export function warningsFor(daemonSet: DaemonSet): string[] {
  const { metadata, spec } = daemonSet.spec.template;
  const template = FieldPath.root('spec').child('template');
  const at = template.child('spec');
  const annotations = metadata?.annotations ?? {};
  return [
    ...placementWarnings(spec!, at),
    ...annotationWarnings(annotations, spec!, template, at),
    ...volumeWarnings(spec!.volumes ?? [], at.child('volumes')),
    ...podWarnings(spec!, at),
    ...containerWarnings(spec!, at),
    ...portWarnings(spec!, at),
  ];
}

function placementWarnings(spec: PodSpec, at: FieldPath): string[] {
  const warnings: string[] = [];
  for (const key of Object.keys(spec.nodeSelector ?? {})) {
    const message = deprecatedNodeLabel(key);
    if (message !== undefined) { warnings.push(`${at.child('nodeSelector').key(key)}: ${message}`); }
  }
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const path = at.child('affinity').child('nodeAffinity');
  for (const [i, term] of required.entries()) {
    warnings.push(...termWarnings(term, false, path.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms').index(i)));
  }
  for (const [i, { preference }] of (nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
    warnings.push(...termWarnings(preference, true, path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i).child('preference')));
  }
  for (const [i, { topologyKey, labelSelector }] of (spec.topologySpreadConstraints ?? []).entries()) {
    const constraint = at.child('topologySpreadConstraints').index(i);
    const message = deprecatedNodeLabel(topologyKey);
    if (message !== undefined) { warnings.push(`${constraint.child('topologyKey')}: ${topologyKey} is ${message}`); }
    if (labelSelector === undefined) { warnings.push(`${constraint.child('labelSelector')}: ${NULL_SELECTOR}`); }
  }
  if (podAffinity) { warnings.push(...affinityWarnings(podAffinity, at.child('affinity').child('podAffinity'))); }
  if (podAntiAffinity) { warnings.push(...affinityWarnings(podAntiAffinity, at.child('affinity').child('podAntiAffinity'))); }
  return warnings;
}

function termWarnings({ matchExpressions = [] }: NodeSelectorTerm, checkValues: boolean, at: FieldPath): string[] {
  return matchExpressions.flatMap(({ key, values = [] }, i) => {
    const expression = at.child('matchExpressions').index(i);
    const message = deprecatedNodeLabel(key);
    const ofKey = message === undefined ? [] : [`${expression.child('key')}: ${key} is ${message}`];
    if (!checkValues) { return ofKey; }
    return [...ofKey, ...values.flatMap((value, j) =>
      labelValue(value).map((wrong) => `${expression.child('values').index(j)}: ${value} is invalid, ${wrong}`))];
  });
}

function affinityWarnings(affinity: PodAffinity, at: FieldPath): string[] {
  const required = affinity.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const path = (list: string, i: number) => at.child(list).index(i);
  return [
    ...required.flatMap(({ labelSelector }, i) =>
      labelSelector ? [] : [path('requiredDuringSchedulingIgnoredDuringExecution', i).child('labelSelector')]),
    ...preferred.flatMap(({ podAffinityTerm }, i) =>
      podAffinityTerm.labelSelector ? [] : [path('preferredDuringSchedulingIgnoredDuringExecution', i).child('podAffinityTerm').child('labelSelector')]),
  ].map((selector) => `${selector}: ${NULL_SELECTOR}`);
}

function annotationWarnings(annotations: Record<string, string>, spec: PodSpec, template: FieldPath, at: FieldPath): string[] {
  const warnings: string[] = [];
  const warn = (key: string, message: string) => {
    if (Object.hasOwn(annotations, key)) { warnings.push(`${template.child('metadata').child('annotations').key(key)}: ${message}`); }
  };
  warn(CRITICAL, 'non-functional in v1.16+; use the "priorityClassName" field instead');
  for (const key of SYSCTLS) { warn(key, 'non-functional in v1.11+; use the "sysctls" field instead'); }
  const seccomp = 'non-functional in v1.27+; use the "seccompProfile" field instead';
  if (!spec.securityContext?.seccompProfile) { warn(SECCOMP_POD, seccomp); }
  eachContainer(spec, at, ({ name, securityContext }) => {
    if (!securityContext?.seccompProfile) { warn(SECCOMP_CONTAINER + name, seccomp); }
    const key = APP_ARMOR_PREFIX + name;
    if (securityContext?.appArmorProfile || !Object.hasOwn(annotations, key)) { return; }
    const ofPod = spec.securityContext?.appArmorProfile;
    const said = appArmorFromAnnotation(annotations[key]);
    if (ofPod === undefined || said?.type !== ofPod.type || said.localhostProfile !== ofPod.localhostProfile) {
      warn(key, 'deprecated since v1.30; use the "appArmorProfile" field instead');
    }
  });
  return warnings;
}

function podWarnings(spec: PodSpec, at: FieldPath): string[] {
  const warnings: string[] = [];
  const { hostAliases = [], imagePullSecrets = [], overhead, terminationGracePeriodSeconds = 0 } = spec;
  const repeated = (values: string[], list: string, field: string) => {
    for (const [i, value] of values.entries()) {
      if (values.indexOf(value) < i) { warnings.push(`${at.child(list).index(i).child(field)}: duplicate ${field} ${quote(value)}`); }
    }
  };
  repeated(hostAliases.map(({ ip }) => ip), 'hostAliases', 'ip');
  repeated(imagePullSecrets.map(({ name = '' }) => name), 'imagePullSecrets', 'name');
  for (const [i, { name }] of imagePullSecrets.entries()) {
    if (!name) { warnings.push(`${at.child('imagePullSecrets').index(i).child('name')}: invalid empty name ""`); }
  }
  for (const name of ['memory', 'ephemeral-storage']) { warnings.push(...fractionWarning(overhead, name, at.child('overhead'))); }
  if (terminationGracePeriodSeconds < 0) {
    warnings.push(`${at.child('terminationGracePeriodSeconds')}: must be >= 0; negative values are invalid and will be treated as 1`);
  }
  for (const [i, nameserver] of (spec.dnsConfig?.nameservers ?? []).entries()) {
    warnings.push(...addressWarning(nameserver, at.child('dnsConfig').child('nameservers').index(i)));
  }
  for (const [i, { ip }] of hostAliases.entries()) { warnings.push(...addressWarning(ip, at.child('hostAliases').index(i).child('ip'))); }
  return warnings;
}

/** Addresses with leading zeros, and IPv4 ones within IPv6, are refused before anybody warns. */
function addressWarning(text: string, at: FieldPath): string[] {
  const address = parseIp(text);
  if (address === undefined || address.v4) { return []; }
  const canonical = formatIp(address);
  return canonical === text ? [] : [`${at}: IPv6 address "${text}" should be in RFC 5952 canonical format ("${canonical}")`];
}
