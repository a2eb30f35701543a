/** How bad a finding is. */
export enum Severity {
  /** It cannot work, or needs a decision. It fails synthesis until it is acknowledged. */
  ERROR = 'error',
  /** It is a risk. */
  WARNING = 'warning',
  /** It is worth knowing. */
  INFO = 'info',
}
