import { Severity } from './severity';

/** What a check found. */
export interface Finding {
  /** Stable id of the check, such as `ND201`. */
  readonly id: string;

  /** How bad it is. */
  readonly severity: Severity;

  /** What is wrong and how to repair it. */
  readonly message: string;

  /** The object that it is about, such as `DaemonSet kube-system/fluentd`. */
  readonly object: string;

  /** Position of the object's manifest among those that were analysed. */
  readonly position: number;

  /**
   * The field that shows it, as Kubernetes writes its path.
   *
   * @default - the object as a whole
   */
  readonly field?: string;

  /** Whether it may be accepted with a reason. What the API server refuses may not. */
  readonly acknowledgeable: boolean;

  /**
   * Why it was accepted.
   *
   * @default - it was not
   */
  readonly acknowledged?: string;
}
