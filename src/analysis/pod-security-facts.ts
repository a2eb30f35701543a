/** A check of the Pod Security Standards that the pods of a daemon break. */
export interface PodSecurityReason {
  /** Level that the check belongs to: `baseline` or `restricted`. */
  readonly level: string;

  /** Name of the check in Kubernetes, such as `hostNamespaces`. */
  readonly check: string;

  /** Fields of the DaemonSet that break it, or that are missing. */
  readonly fields: string[];

  /** What the API server says of it. */
  readonly message: string;
}

/** The Pod Security level that the pods of a daemon need, from a policy version on. */
export interface PodSecurityNeed {
  /** First policy version for which this holds, such as `1.28`; until that of the next entry. */
  readonly since: string;

  /** Strictest level that the pods may run under: `privileged`, `baseline` or `restricted`. */
  readonly level: string;

  /** What would have to change for the next stricter level; empty for `restricted`. */
  readonly reasons: PodSecurityReason[];
}

/** What is true of a namespace that daemons run in. */
export interface NamespaceFacts {
  /** Its name; empty for that of the one who applies the manifests. */
  readonly name: string;

  /** Names of its DaemonSets. */
  readonly daemons: string[];

  /** Strictest Pod Security level that all its daemons may run under, by the newest policy. */
  readonly podSecurityLevel: string;

  /** The daemons that keep it from a stricter level, each with the reasons. */
  readonly podSecurityReasons: { readonly [daemon: string]: PodSecurityReason[] };

  /**
   * Level and version that its labels enforce, such as `baseline:latest`.
   *
   * @default - no label says it
   */
  readonly enforced?: string;
}
