/** Metadata of the pods that the daemon makes. */
export interface PodMetadata {
  /**
   * Labels of the pods, besides those of the selector.
   *
   * @default - with `HARDENED` those of the DaemonSet
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * What must happen before a deleted pod goes.
   *
   * @default - nothing
   */
  readonly finalizers?: string[];

  /**
   * Name in the pod template. Kubernetes keeps it and does not use it.
   *
   * @default - none
   */
  readonly name?: string;
}
