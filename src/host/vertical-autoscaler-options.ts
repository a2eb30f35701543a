/** What an autoscaler changes of a container. */
export enum ControlledValues {
  /** Requests, and limits in the same proportion. */
  REQUESTS_AND_LIMITS = 'RequestsAndLimits',
  /** Requests alone. */
  REQUESTS_ONLY = 'RequestsOnly',
}

/** What an autoscaler does with one container. */
export interface ContainerAutoscaling {
  /**
   * Whether the container is scaled.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The least that is reserved: quantities of `cpu` and `memory`, such as `{ cpu: '10m', memory: '32Mi' }`.
   *
   * @default - that of the autoscaler
   */
  readonly minAllowed?: { [resource: string]: string };

  /**
   * The most that is reserved: quantities of `cpu` and `memory`. All nodes get the same, and the smallest must have room for it.
   *
   * @default - no limit
   */
  readonly maxAllowed?: { [resource: string]: string };

  /**
   * Which resources are scaled: `cpu`, `memory` or both.
   *
   * @default - both
   */
  readonly controlledResources?: string[];

  /**
   * Whether limits change with the requests.
   *
   * @default ControlledValues.REQUESTS_AND_LIMITS
   */
  readonly controlledValues?: ControlledValues;
}

/** Details of an autoscaler. */
export interface VerticalAutoscalerOptions {
  /**
   * Name of the VerticalPodAutoscaler.
   *
   * @default - the `name` of the daemon, otherwise generated
   */
  readonly name?: string;

  /**
   * Labels of the VerticalPodAutoscaler, besides those of the daemon.
   *
   * @default - none
   */
  readonly labels?: { [label: string]: string };

  /**
   * What is done with which container, by their names; `*` stands for those that are not named.
   *
   * @default - every container is scaled without bounds
   */
  readonly containers?: { [container: string]: ContainerAutoscaling };

  /**
   * How many pods must run for one to be evicted: 1 on a cluster of one node.
   *
   * @default - that of the autoscaler, usually 2
   */
  readonly minReplicas?: number;
}
