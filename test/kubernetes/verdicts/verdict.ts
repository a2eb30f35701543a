import { createHash } from 'crypto';
import { changes } from './changes';
import { stable } from '../differential/comparison';
import type { Judge, Problem, SecurityLevel, Verdict as Answer } from '../differential/judge';

/** What Kubernetes says of one manifest, as it is kept beside a test or an example. */
export interface Verdict {
  /** For people; a verdict is found by its digest. */
  readonly object: string;
  readonly digest: string;
  readonly accepted: boolean;
  /** Of what another project makes, and the judge has no code for. */
  readonly unjudged?: string;
  readonly decodeErrors?: readonly string[];
  readonly errors?: readonly Omit<Problem, 'message'>[];
  readonly podErrors?: readonly Omit<Problem, 'message'>[];
  readonly warnings?: readonly string[];
  /** The Pod Security level by the policy version from which it holds, and the checks that ask for it. */
  readonly podSecurity?: Readonly<Record<string, string>>;
  /** What the API server adds or changes, by path; null where it drops something. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/** A manifest as JSON: what a file has, and what a cluster gets. */
export interface Manifest { readonly apiVersion?: string; readonly kind?: string; readonly metadata?: { name?: string; namespace?: string } }

/** Which object it is: `DaemonSet agents/agent`. */
export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${[metadata?.namespace, metadata?.name].filter(Boolean).join('/')}`;
}

/** Names a manifest by its content: the order of fields is no difference. */
export function digestOf(manifest: unknown): string {
  return createHash('sha256').update(stable(manifest)!).digest('hex');
}

/** Groups of resource definitions of the Kubernetes project itself. */
const DEFINED = ['autoscaling.k8s.io'];

/** Whether a manifest is of a resource definition, which another project has the code for. */
export function isForeign({ apiVersion = '' }: Manifest): boolean {
  const group = apiVersion.split('/')[0];
  return (group.includes('.') && !group.endsWith('.k8s.io')) || DEFINED.includes(group);
}

/** Asks the judge what it says of creating an object. */
export async function verdictOn(judge: Judge, manifest: Manifest): Promise<Verdict> {
  const identity = { object: nameOf(manifest), digest: digestOf(manifest) };
  let answer: Answer;
  try {
    answer = await judge.ask<Answer>({ op: 'check', object: manifest, levels: true });
  } catch (error) {
    if (!isForeign(manifest)) { throw error; }
    return { ...identity, accepted: false, unjudged: (error as Error).message };
  }
  return {
    ...identity,
    accepted: answer.accepted && answer.pod?.accepted !== false,
    ...filled('decodeErrors', answer.decodeErrors),
    ...filled('errors', answer.errors?.map(withoutMessage)),
    ...filled('podErrors', answer.pod?.errors?.map(withoutMessage)),
    ...filled('warnings', answer.warnings),
    ...(answer.pod?.levels ? { podSecurity: Object.fromEntries(answer.pod.levels.map(level => [level.since, levelText(level)])) } : {}),
    ...(answer.defaulted ? { defaults: changes(manifest, answer.defaulted) } : {}),
  };
}

function levelText({ level, violations = [] }: SecurityLevel): string {
  const stricter = level === 'privileged' ? 'baseline' : 'restricted';
  const checks = violations.filter(violation => violation.level === stricter).map(({ check }) => check);
  return checks.length > 0 ? `${level}: ${[...new Set(checks)].join(', ')}` : level;
}

/** The message says the field and the detail again. */
function withoutMessage({ type, field, detail }: Problem): Omit<Problem, 'message'> {
  return { type, field, detail };
}

function filled<K extends string, T>(key: K, list: readonly T[] | undefined): { [key in K]?: readonly T[] } {
  return list?.length ? { [key]: list } as { [key in K]: readonly T[] } : {};
}
