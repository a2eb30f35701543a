/** Accepts a finding that you looked at. What the API server refuses (ND101, ND102) cannot be accepted. */
export interface Acknowledgement {
  /** Id of the check, such as `ND201`. */
  readonly id: string;

  /** Why it is right here; it is kept in an annotation of the DaemonSet. */
  readonly reason: string;
}
