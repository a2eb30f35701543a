import type { Problem, Verdict } from './judge';
import type { Admission } from '../../../src/kubernetes/admission';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import type { DecodingProblem } from '../../../src/kubernetes/decode';
import type { FieldError } from '../../../src/kubernetes/field-error';
import { validatePod } from '../../../src/kubernetes/validation/pod';
import { warningsFor } from '../../../src/kubernetes/warnings';
import type { DaemonSet } from '../../../src/kubernetes/wire/daemon-set';
import type { ObjectMeta } from '../../../src/kubernetes/wire/meta';

/** The names of two sides that do not agree, and what each says. */
export interface Disagreement { readonly about: string; readonly ours: unknown; readonly judge: unknown }

/** Compares every statement of src/kubernetes about creating a DaemonSet with the judge's verdict. */
export function compareCreation(manifest: unknown, verdict: Verdict): Disagreement | undefined {
  const admission = admitDaemonSet(manifest);
  const { stored } = admission;
  return compareAdmission(admission, verdict) ?? (verdict.accepted ? compareAccepted(stored!, verdict) : undefined);
}

/** Compares what becomes of an object, on the same terms for all kinds. */
export function compareAdmission({ stored, problems, errors }: Admission<{ metadata?: ObjectMeta }>, verdict: Verdict): Disagreement | undefined {
  if (problems.length > 0 || verdict.stage === 'decode') { return compareDecoding(problems, verdict); }
  return differing('errors', ours(errors), theirs(verdict.errors))
    ?? (errors.length > 0 ? undefined : differing('defaulting', plain(withoutServersOwn(stored!)), plain(withoutServersOwn(verdict.defaulted!))));
}

function compareAccepted(stored: DaemonSet, verdict: Verdict): Disagreement | undefined {
  return differing('warnings', [...warningsFor(stored)].sort(), [...verdict.warnings ?? []].sort())
    ?? differing('the pod', ours(validatePod(daemonPod(stored))), theirs(verdict.pod!.errors));
}

/** The object without what the server writes in any case, and the judge sometimes leaves out. */
function withoutServersOwn(stored: { metadata?: ObjectMeta }): unknown {
  const { annotations, ...metadata } = stored.metadata ?? {};
  const kept = Object.entries(annotations ?? {}).filter(([key]) => key !== 'deprecated.daemonset.template.generation');
  const own = ['uid', 'selfLink', 'generation', 'creationTimestamp', 'deletionTimestamp', 'deletionGracePeriodSeconds'];
  return {
    ...stored,
    metadata: {
      ...Object.fromEntries(Object.entries(metadata).filter(([name, value]) => !own.includes(name) && !(name === 'namespace' && value === 'default'))),
      ...(kept.length > 0 ? { annotations: Object.fromEntries(kept) } : {}),
    },
  };
}

function compareDecoding(problems: readonly DecodingProblem[], { decodeErrors = [] }: Verdict): Disagreement | undefined {
  if (problems.some(({ kind }) => kind === 'type')) {
    // The server stops at the first wrong type and says nothing of unknown fields.
    const refusesType = decodeErrors.length > 0 && !decodeErrors.some((text) => text.startsWith('unknown field'));
    return refusesType ? undefined : { about: 'decoding', ours: problems, judge: decodeErrors };
  }
  const unknown = problems.map(({ field }) => `unknown field ${JSON.stringify(field)}`);
  return differing('decoding', [...new Set(unknown)].sort(), [...decodeErrors].sort());
}

/** The same conditions under one name: BadRequest has no field, and what Go says of text that is no JSON is its own. */
function theirs(problems: Problem[] = []): string[] {
  return unique(problems.map(({ type, field, detail }) => {
    if (field === 'spec.template.annotations' && notTolerations.test(detail)) { return `${type} ${field} cannot be read as tolerations`; }
    if (type !== 'BadRequest') { return `${type} ${field} ${detail}`; }
    return detail.startsWith('resourceVersion') ? `FieldValueForbidden metadata.resourceVersion ${detail}` : GENERATION;
  }));
}

const notTolerations = /^json: |^invalid character |^unexpected end /;
const GENERATION = 'FieldValueInvalid metadata.annotations[deprecated.daemonset.template.generation] must be an integer';

function ours(errors: readonly FieldError[]): string[] {
  return unique(errors.map(({ type, field, detail }) => `${type} ${field} ${detail}`));
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

/** Without what JSON does not write, and without what the judge leaves out or a Go server writes as null. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, member: unknown) => {
    if (member === null || (Array.isArray(member) && member.length === 0)) { return undefined; }
    return member;
  });
}

function differing(about: string, a: unknown, b: unknown): Disagreement | undefined {
  if (stable(a) === stable(b)) { return undefined; }
  const [left, right] = differingParts(a, b);
  return { about, ours: left, judge: right };
}

/** Of two values only what is not the same in both. */
function differingParts(a: unknown, b: unknown): [unknown, unknown] {
  if (Array.isArray(a) && Array.isArray(b) && a.every((member) => typeof member === 'string')) {
    return [a.filter((member) => !b.includes(member)), b.filter((member) => !a.includes(member))];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) { return [a, b]; }
  const [left, right]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [one, other] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
    if (stable(one) !== stable(other)) { [left[key], right[key]] = differingParts(one, other); }
  }
  return [left, right];
}

/** JSON with sorted keys. */
export function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) { return member; }
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : 1));
  });
}
