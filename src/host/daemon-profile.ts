/** What is added to what you write. */
export enum DaemonProfile {
  /**
   * Least privilege with a writable `/tmp`, placement on every Linux machine, types of host paths, DNS under host network, a rollout of 10 % of the
   * nodes at a time, the priority of the kind, the recommended labels, and an annotation that rolls the pods when a configuration file changes.
   * Each but the annotation gives way to its own prop.
   */
  HARDENED = 'HARDENED',
  /** Nothing, as for a live DaemonSet that is adopted without a restart. */
  BARE = 'BARE',
}
