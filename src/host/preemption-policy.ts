/** Whether pods of the daemon may make room for themselves. */
export enum PreemptionPolicy {
  /** They may push out pods of lower priority. */
  PREEMPT_LOWER_PRIORITY = 'PreemptLowerPriority',
  /** They wait for room. */
  NEVER = 'Never',
}
