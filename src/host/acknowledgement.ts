/** Accepts a finding that you looked at. */
export interface Acknowledgement {
  /** Id of the check, such as `ND201`. */
  readonly id: string;

  /** Why it is right here; it is kept in an annotation of the DaemonSet. */
  readonly reason: string;
}
