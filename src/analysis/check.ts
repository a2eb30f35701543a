import { Daemon } from './daemon';
import { Severity } from './severity';

/** What is wrong with a daemon. */
export interface Problem {
  readonly message: string;
  readonly field?: string;
}

/** The answer of a check: the question does not arise, there is nothing wrong, or there is. */
export type Answer = 'does not apply' | 'holds' | readonly Problem[];

/** A question about one daemon. */
export interface Check {
  /** Stable id. */
  readonly id: string;
  readonly severity: Severity;
  /** One line that says what is wrong when the check fails. */
  readonly title: string;
  /** Whether a finding may be accepted with a reason. */
  readonly acknowledgeable: boolean;
  judge(daemon: Daemon): Answer;
}
