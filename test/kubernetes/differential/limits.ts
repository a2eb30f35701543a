import type { Disagreement } from './comparison';
import { stable } from './comparison';
import type { Judge, Problem } from './judge';
import { limitReason, quotaReason } from './limit-reasons';
import type { LimitedDaemonSet } from './limited-daemon-sets';
import { limitRangeOf, resourceQuotaOf } from '../../../src/analysis/limits';
import type { Loose } from '../../../src/analysis/loose';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import { renderError } from '../../../src/kubernetes/field-error';
import { limitedPod } from '../../../src/kubernetes/limits/limit-ranger';
import { podUsage } from '../../../src/kubernetes/limits/pod-usage';
import { quotaRefusal } from '../../../src/kubernetes/limits/resource-quota';
import { validatePod } from '../../../src/kubernetes/validation/pod';
import type { PodSpec } from '../../../src/kubernetes/wire/pod-spec';

type Amounts = Record<string, string>;

interface Answer {
  readonly accepted: boolean;
  readonly errors?: Problem[];
  readonly limitRanges: { name: string; reasons?: string[] }[];
  readonly resourceQuotas: { name: string; reasons?: string[] }[];
  readonly containers: { name: string; requests?: Amounts; limits?: Amounts }[];
  readonly usage: Amounts;
}

/** Compares what LimitRanges and quotas make of a daemon's pods: their defaults, each refusal in the server's words, what is counted. */
export async function compareLimits(judge: Judge, { manifest, limitRanges, resourceQuotas }: LimitedDaemonSet): Promise<Disagreement | undefined> {
  const { stored, errors: refused } = admitDaemonSet(manifest);
  if (stored === undefined || refused.length > 0) { return undefined; }
  const theirs = await judge.ask<Answer>({ op: 'limits', daemonSet: manifest, limitRanges, resourceQuotas });
  const { pod, refusals } = limitedPod(stored, limitRanges.map(loose).map(limitRangeOf));
  const usage = [...podUsage(pod.spec)];
  const quotas = resourceQuotas.map(loose).map((object) => resourceQuotaOf(object)!);
  const errors = validatePod(pod);
  const caused = refusals.flatMap((refusal) => refusal.errors.map(renderError));
  const before = validatePod(daemonPod(stored)).map(renderError);
  const ofRanges = refusals.filter(({ violations }) => violations.length > 0)
    .map(({ range, violations }) => [range.name, ...new Set(violations.map(limitReason))].sort());
  const ofQuotas = quotas.flatMap((quota) => {
    const refusal = quotaRefusal(quota, pod.spec);
    return refusal === undefined ? [] : [[quota.name, quotaReason(quota, refusal)]];
  });
  const accepted = errors.length + ofRanges.length + ofQuotas.length === 0;
  const refusing = (answers: Answer['limitRanges']) => answers.filter(({ reasons }) => reasons).map(({ name, reasons }) => [name, ...new Set(reasons)].sort());
  return differing('accepted', accepted, theirs.accepted)
    ?? differing('defaults', containersOf(pod.spec), theirs.containers.map(({ name, requests = {}, limits = {} }) => ({ name, requests, limits })))
    ?? differing('usage', Object.fromEntries(usage.map(([name, amount]) => [name, amount.toString()])), withoutZeros(theirs.usage))
    ?? differing('validation', [...new Set(errors.map(renderError))].sort(), [...new Set((theirs.errors ?? []).map(({ message }) => message))].sort())
    ?? differing('whose errors', errors.map(renderError).filter((error) => !before.includes(error)).sort(), caused.sort())
    ?? differing('limit ranges', ofRanges, refusing(theirs.limitRanges))
    ?? differing('quotas', ofQuotas, theirs.resourceQuotas.filter(({ reasons }) => reasons).map(({ name, reasons }) => [name, ...reasons!]));
}

function loose(manifest: unknown): Loose {
  return { kind: '', name: (manifest as { metadata: { name: string } }).metadata.name, namespace: '', manifest };
}

function containersOf({ containers, initContainers = [] }: PodSpec): unknown[] {
  return [...containers, ...initContainers].map(({ name, resources = {} }) => ({ name, requests: resources.requests ?? {}, limits: resources.limits ?? {} }));
}

function withoutZeros(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== '0'));
}

const SUFFIXES: Record<string, string> = { 'e-9': 'n', 'e-6': 'u', 'e-3': 'm', 'e3': 'k', 'e6': 'M', 'e9': 'G', 'e12': 'T', 'e15': 'P', 'e18': 'E' };

/** Of one amount `1001e-3` and `1001m` are two texts. Kubernetes remembers that a part of a sum was written `1E3`, also where its text has no exponent. */
function inSuffixes(text = ''): string {
  return text.replace(/(?<=\d)e-?\d+\b/g, (exponent) => SUFFIXES[exponent] ?? exponent);
}

function differing(about: string, ours: unknown, judge: unknown): Disagreement | undefined {
  return inSuffixes(stable(ours)) === inSuffixes(stable(judge)) ? undefined : { about: `limits: ${about}`, ours, judge };
}
