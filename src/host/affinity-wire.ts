import { NodeTerm, PreferredNodeTerm } from './node-term';
import { PodAffinity } from './pod-affinity-term';
import type * as wire from '../kubernetes/wire/affinity';

interface Terms {
  readonly required?: readonly NodeTerm[];
  readonly preferred?: readonly PreferredNodeTerm[];
  readonly podAffinity?: PodAffinity;
  readonly podAntiAffinity?: PodAffinity;
}

/** The affinity of a pod; undefined where there is none. */
export function toAffinity(terms: Terms): wire.Affinity | undefined {
  const nodeAffinity = toNodeAffinity(terms.required ?? [], terms.preferred ?? []);
  const podAffinity = terms.podAffinity && toPodAffinity(terms.podAffinity);
  const podAntiAffinity = terms.podAntiAffinity && toPodAffinity(terms.podAntiAffinity);
  return nodeAffinity ?? podAffinity ?? podAntiAffinity ? { nodeAffinity, podAffinity, podAntiAffinity } : undefined;
}

function toNodeAffinity(required: readonly NodeTerm[], preferred: readonly PreferredNodeTerm[]): wire.NodeAffinity | undefined {
  if (required.length + preferred.length === 0) {
    return undefined;
  }
  return {
    requiredDuringSchedulingIgnoredDuringExecution: required.length > 0 ? { nodeSelectorTerms: required.map(t => t._toWire()) } : undefined,
    preferredDuringSchedulingIgnoredDuringExecution: preferred.length > 0
      ? preferred.map(({ weight, term }) => ({ weight, preference: term._toWire() })) : undefined,
  };
}

function toPodAffinity({ required, preferred }: PodAffinity): wire.PodAffinity {
  return {
    requiredDuringSchedulingIgnoredDuringExecution: required?.map(term => term._toWire()),
    preferredDuringSchedulingIgnoredDuringExecution: preferred?.map(({ weight, term }) => ({ weight, podAffinityTerm: term._toWire() })),
  };
}
