import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalid, notFound, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { dnsLabel } from '../names';
import { isPadded } from '../padding';
import { isSidecar } from '../requests';
import { validateEnv, validateEnvFrom } from './env';
import { validateLifecycle } from './lifecycle';
import { validateVolumeDevices, validateVolumeMounts } from './mounts';
import type { PodContext } from './pod-context';
import { validateHostPortsDiffer, validatePorts } from './ports';
import { validateProbe } from './probes';
import { validateResources } from './resources';
import { validateResizePolicy, validateRestartPolicy } from './restart-policy';
import { validateSecurityContext } from './security-context';
import { oneOf, requireText, validateName } from './shared';
import type { Container } from '../wire/container';

const NOT_A_SIDECAR = 'may not be set for init containers without restartPolicy=Always';
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** Adds what is wrong with the containers of a pod. */
export function validateContainers(context: PodContext, at: FieldPath, errors: FieldError[]): void {
  const containers = context.spec.containers ?? [];
  if (containers.length === 0) {
    errors.push(required(at));
    return;
  }
  const names = new Set<string>();
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i];
    const path = at.index(i);
    validateCommon(container, context, path, errors);
    if (names.has(container.name)) { errors.push(duplicate(path.child('name'), container.name)); }
    names.add(container.name);
    validateHooksAndProbes(container, context, path, errors);
    validateRestartPolicy(container, path, errors);
  }
  validateHostPortsDiffer(containers, at, errors);
}

/** Adds what is wrong with the init containers of a pod, sidecars among them. */
export function validateInitContainers(context: PodContext, at: FieldPath, errors: FieldError[]): void {
  const names = new Set((context.spec.containers ?? []).map(({ name }) => name));
  for (const [i, container] of (context.spec.initContainers ?? []).entries()) {
    const path = at.index(i);
    validateCommon(container, context, path, errors);
    if (container.restartPolicy === undefined && container.restartPolicyRules) {
      errors.push(required(path.child('restartPolicy'), 'must specify restartPolicy when restart rules are used'));
    } else {
      validateRestartPolicy(container, path, errors);
    }
    if (names.has(container.name)) {
      errors.push(duplicate(path.child('name'), container.name));
    } else if (container.name) {
      names.add(container.name);
    }
    // The server counts from zero here, whichever init container it is.
    validateHostPortsDiffer([container], at, errors);
    if (isSidecar(container)) {
      validateHooksAndProbes(container, context, path, errors);
      continue;
    }
    for (const key of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      if (container[key] !== undefined) { errors.push(forbidden(path.child(key), NOT_A_SIDECAR)); }
    }
    for (const [j, { restartPolicy }] of (container.resizePolicy ?? []).entries()) {
      if (restartPolicy !== 'RestartContainer') { continue; }
      errors.push(invalid(path.child('resizePolicy').index(j).child('restartPolicy'), restartPolicy,
        "must not be set to 'RestartContainer' for non-sidecar initContainers"));
    }
  }
}

const EPHEMERAL_FORBIDDEN = [
  'ports', 'resources', 'resizePolicy', 'restartPolicy', 'restartPolicyRules', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle',
] as const;

/** Adds what is wrong with ephemeral containers; that they are there at all is an error of its own. */
export function validateEphemeralContainers(context: PodContext, at: FieldPath, errors: FieldError[]): void {
  const others = new Set([...context.spec.containers ?? [], ...context.spec.initContainers ?? []].map(({ name }) => name));
  const names = new Set(others);
  for (const [i, container] of (context.spec.ephemeralContainers ?? []).entries()) {
    const path = at.index(i);
    validateCommon(container, context, path, errors);
    validateImagePadding(container, path, errors);
    if (names.has(container.name)) { errors.push(duplicate(path.child('name'), container.name)); }
    names.add(container.name);
    if (container.targetContainerName && !others.has(container.targetContainerName)) {
      errors.push(notFound(path.child('targetContainerName'), container.targetContainerName));
    }
    for (const key of EPHEMERAL_FORBIDDEN) {
      if (isSet(container, key)) { errors.push(forbidden(path.child(key), 'cannot be set for an Ephemeral Container')); }
    }
    for (const [j, mount] of (container.volumeMounts ?? []).entries()) {
      for (const key of ['subPath', 'subPathExpr'] as const) {
        if (mount[key]) { errors.push(forbidden(path.child('volumeMounts').index(j).child(key), 'cannot be set for an Ephemeral Container')); }
      }
    }
  }
}

/** Adds an error for an image with blanks around it, which only a Pod's is refused for. */
export function validateImagePadding(container: Container, at: FieldPath, errors: FieldError[]): void {
  if (container.image && isPadded(container.image)) {
    errors.push(invalid(at.child('image'), container.image, 'must not have leading or trailing whitespace'));
  }
}

function validateCommon(container: Container, context: PodContext, at: FieldPath, errors: FieldError[]): void {
  requireText(container.name, at, 'name', errors);
  validateName(container.name, dnsLabel, at, 'name', errors);
  requireText(container.image, at, 'image', errors);
  oneOf(container.terminationMessagePolicy, ['File', 'FallbackToLogsOnError'], at, 'terminationMessagePolicy', errors);
  if (container.ports) { validatePorts(container.ports, at.child('ports'), errors); }
  if (container.env) { validateEnv(container.env, at.child('env'), errors); }
  if (container.envFrom) { validateEnvFrom(container.envFrom, at.child('envFrom'), errors); }
  if (container.volumeMounts) { validateVolumeMounts(container.volumeMounts, container, context.volumes, at.child('volumeMounts'), errors); }
  if (container.volumeDevices) { validateVolumeDevices(container.volumeDevices, container, context.volumes, at.child('volumeDevices'), errors); }
  oneOf(container.imagePullPolicy, PULL_POLICIES, at, 'imagePullPolicy', errors);
  if (container.resources) { validateResources(container.resources, 'container', context.claims, at.child('resources'), errors); }
  if (container.resizePolicy) { validateResizePolicy(container.resizePolicy, context.spec.restartPolicy, at.child('resizePolicy'), errors); }
  if (container.securityContext) {
    validateSecurityContext(container.securityContext, context.spec.hostUsers !== false, at.child('securityContext'), errors);
  }
}

function validateHooksAndProbes(container: Container, { spec }: PodContext, at: FieldPath, errors: FieldError[]): void {
  if (container.lifecycle) { validateLifecycle(container.lifecycle, spec.terminationGracePeriodSeconds, at.child('lifecycle'), errors); }
  if (container.livenessProbe) { validateProbe(container.livenessProbe, 'livenessProbe', at, errors); }
  if (container.readinessProbe) { validateProbe(container.readinessProbe, 'readinessProbe', at, errors); }
  if (container.startupProbe) { validateProbe(container.startupProbe, 'startupProbe', at, errors); }
}

/** A list or pointer counts as set even when empty; resources always exist, so they must hold something. */
function isSet(container: Container, key: typeof EPHEMERAL_FORBIDDEN[number]): boolean {
  return key === 'resources' ? Object.keys(container.resources ?? {}).length > 0 : container[key] !== undefined;
}
