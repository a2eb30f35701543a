import { Severity } from './severity';

/** What a check found. */
export interface Finding {
  /** Stable id of the check, such as `ND201`. */
  readonly id: string;

  /** How bad it is. */
  readonly severity: Severity;

  /** What is wrong and how to repair it. */
  readonly message: string;

  /**
   * The field that shows it, as Kubernetes writes its path.
   *
   * @default - the daemon as a whole
   */
  readonly field?: string;

  /** Whether it may be accepted with a reason. What the API server refuses may not. */
  readonly acknowledgeable: boolean;
}
