/**
 * How mounts that are made after the container started travel between node and container.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
 */
export enum MountPropagation {
  /** Neither side sees later mounts of the other. */
  NONE = 'None',
  /** The container sees later mounts of the node. */
  HOST_TO_CONTAINER = 'HostToContainer',
  /** Both see later mounts of each other; only for privileged containers. */
  BIDIRECTIONAL = 'Bidirectional',
}

/**
 * Whether a read-only mount is read-only in its submounts too.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts
 */
export enum RecursiveReadOnly {
  /** Only the mount itself is read-only. */
  DISABLED = 'Disabled',
  /** Submounts too, where the node can do it. */
  IF_POSSIBLE = 'IfPossible',
  /** Submounts too; the pod does not start where the node cannot do it. */
  ENABLED = 'Enabled',
}
