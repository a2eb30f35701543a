import type { Companion, Decodable } from './decode';
import { decode } from './decode';
import { defaultCompanion } from './default-companion';
import { defaultDaemonSet } from './default-daemon-set';
import type { Comparison, Difference } from './difference';
import { differences } from './difference';
import { withImpliedReadOnly } from './implied-read-only';
import { listOrder } from './list-order';
import { withVolumesNamedByContent } from './volume-names';
import type { DaemonSet, DaemonSetSpec } from './wire/daemon-set';
import type { PodSpec } from './wire/pod-spec';

const BY_AMOUNT: Comparison = { quantities: 'amount', order: () => 'ordered' };
const BY_TEXT: Comparison = { quantities: 'text', order: () => 'ordered' };
const FREE: Comparison = { quantities: 'amount', order: listOrder };

/**
 * Where two DaemonSets differ in what Kubernetes stores of their specs, quantities by their amounts. None means that they are the same object.
 *
 * @param a plain JSON that decodes
 */
export function identical(a: unknown, b: unknown): Difference[] {
  return differences('DaemonSetSpec', storedSpec(a), storedSpec(b), 'spec', BY_AMOUNT);
}

/**
 * Where two pod templates differ in the text that the DaemonSet controller keeps. None means that the one can replace the other
 * without a rollout. `1Gi` and `1073741824` are the same amount, and yet a rollout.
 */
export function rolloutCauses(a: unknown, b: unknown): Difference[] {
  return differences('PodTemplateSpec', storedSpec(a).template, storedSpec(b).template, 'spec.template', BY_TEXT);
}

/**
 * Where two DaemonSets differ in what they do: the order of lists whose order has no meaning, the names of volumes, host ports that
 * host networking implies, and whether a mount says that it is read-only where its volume is, are overlooked.
 */
export function equivalent(a: unknown, b: unknown): Difference[] {
  return differences('DaemonSetSpec', plainSpec(a), plainSpec(b), 'spec', FREE);
}

/**
 * Where two objects of a kind that accompanies a DaemonSet differ in what they do; metadata does nothing.
 *
 * @param a plain JSON that decodes
 */
export function equivalentCompanions(kind: Companion, a: unknown, b: unknown): Difference[] {
  const [left, right] = [a, b].map((source) => ({ ...defaultCompanion(kind, decoded(kind, source)), apiVersion: '', kind: '', metadata: {} }));
  return differences(kind, left, right, '', FREE);
}

function storedSpec(source: unknown): DaemonSetSpec {
  return defaultDaemonSet(decoded('DaemonSet', source) as DaemonSet).spec;
}

function decoded<K extends keyof Decodable>(kind: K, source: unknown): Decodable[K] {
  const { object, problems } = decode(kind, source, { allowUnknown: true });
  if (problems.length > 0) { throw new Error(`not a ${kind}: ${problems.map(({ field, detail }) => `${field}: ${detail}`).join(', ')}`); }
  return object;
}

function plainSpec(source: unknown): DaemonSetSpec {
  const spec = storedSpec(source);
  return { ...spec, template: { ...spec.template, spec: withVolumesNamedByContent(withImpliedReadOnly(withImpliedPorts(spec.template.spec!))) } };
}

function withImpliedPorts(spec: PodSpec): PodSpec {
  if (!spec.hostNetwork) { return spec; }
  return {
    ...spec,
    containers: (spec.containers ?? []).map((container) => ({
      ...container,
      ports: container.ports?.map((port) => ({ ...port, hostPort: port.hostPort ?? port.containerPort })),
    })),
  };
}
