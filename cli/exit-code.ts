/** What the command line tells its caller. */
export enum ExitCode {
  FINE = 0,
  FINDINGS = 1,
  /** Bad input or usage; it wins over findings. */
  BAD = 2,
}
