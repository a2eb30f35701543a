/** A device of the pod that a container uses. */
export interface ResourceClaim {
  /** Name of the claim among the pod's `resourceClaims`. */
  readonly name: string;

  /**
   * Only this request of the claim.
   *
   * @default - the whole claim
   */
  readonly request?: string;
}

/**
 * What is reserved, and what may be used: maps of resource names to quantities such as `100m` or `200Mi`. For a pod as a
 * whole only `cpu`, `memory` and `hugepages-<size>`; a container may also have devices, such as `nvidia.com/gpu`, in whole numbers with a limit.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface PodResources {
  /**
   * What is reserved on the node.
   *
   * @default - what `limits` says, otherwise nothing
   */
  readonly requests?: { [resource: string]: string };

  /**
   * The most that may be used.
   *
   * @default - no limit
   */
  readonly limits?: { [resource: string]: string };
}

/** What a container reserves, and what it may use. */
export interface ContainerResources extends PodResources {
  /**
   * Devices that it uses. Kubernetes 1.34 and later.
   *
   * @default - none
   */
  readonly claims?: ResourceClaim[];
}

/** What happens to a container when the amount of a resource changes while it runs. */
export enum ResizeRestartPolicy {
  /** It goes on. */
  NOT_REQUIRED = 'NotRequired',
  /** It is restarted. */
  RESTART_CONTAINER = 'RestartContainer',
}

/** The resize policy of one resource. Kubernetes 1.33 and later. */
export interface ContainerResizePolicy {
  /** `cpu` or `memory`. */
  readonly resourceName: string;

  /** What happens to the container. */
  readonly restartPolicy: ResizeRestartPolicy;
}

/** A device that the pod needs: a ResourceClaim, or a template from which each pod gets its own. Exactly one of the two. */
export interface PodResourceClaim {
  /** Name by which containers use it. */
  readonly name: string;

  /**
   * Name of a ResourceClaim; all pods share it.
   *
   * @default - made from the template
   */
  readonly resourceClaimName?: string;

  /**
   * Name of a ResourceClaimTemplate.
   *
   * @default - the claim itself is given
   */
  readonly resourceClaimTemplateName?: string;
}
