/** What is added to what you write. */
export enum DaemonProfile {
  /** Least privilege, placement on every machine, types of host paths, priority and labels; each gives way to its own prop. */
  HARDENED = 'HARDENED',
  /** Nothing, as for a live DaemonSet that is adopted without a restart. */
  BARE = 'BARE',
}
