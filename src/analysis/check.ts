import { Daemon } from './daemon';
import { ObjectSet } from './object-set';
import { Severity } from './severity';

/** What is wrong with a daemon, and the repair. */
export interface Problem {
  readonly message: string;
  readonly field?: string;
  /** The other object of two that it concerns: it may be accepted there too. */
  readonly other?: { readonly manifest: unknown };
}

/** The answer of a check: the question does not arise, there is nothing wrong, or there is. */
export type Answer = 'does not apply' | 'holds' | readonly Problem[];

/** What a check is for people. */
export interface CheckInfo {
  /** Stable id. */
  readonly id: string;
  readonly severity: Severity;
  /** One line that says what is wrong when the check fails. */
  readonly title: string;
  /** What happens then, since when, and what to do: Markdown for docs/checks.md. */
  readonly text: string;
  /** Whether a finding may be accepted with a reason. */
  readonly acknowledgeable: boolean;
}

/** A question about one daemon and what stands beside it. */
export interface Check extends CheckInfo {
  /** Whether it is about a decision: an error in a construct until it is accepted, a warning in a manifest that others wrote. */
  readonly isDecision?: boolean;
  /** Whether it is about the program in the pods, and asked of other workloads too. */
  readonly isOfAnyPod?: boolean;
  /** Whether it looks at other daemons, by their outlines: it is asked when all were read. */
  readonly comparesDaemons?: boolean;
  judge(daemon: Daemon, objects: ObjectSet): Answer;
}

/** `holds`, or what is wrong. */
export function answer(problems: readonly Problem[]): Answer {
  return problems.length === 0 ? 'holds' : problems;
}

/** How bad a finding of a check is for a daemon. */
export function severityFor({ severity, isDecision }: Check, { context }: Daemon): Severity {
  return isDecision && !context.isConstruct ? Severity.WARNING : severity;
}
