/** How the kubelet gives a volume to the group of a pod. */
export enum CsiFsGroupPolicy {
  /** Where the volume has a file system type and one node writes it (the default of Kubernetes). */
  READ_WRITE_ONCE_WITH_FS_TYPE = 'ReadWriteOnceWithFSType',
  /** Always: the driver serves files whose owner can be changed. */
  FILE = 'File',
  /** Never: the driver does it, or its files have no owners. */
  NONE = 'None',
}

/** How a pod gets a volume. */
export enum CsiVolumeLifecycleMode {
  /** By a claim, and it outlives the pod. */
  PERSISTENT = 'Persistent',
  /** In the pod itself, and it ends with it. */
  EPHEMERAL = 'Ephemeral',
}

/** A token of a pod's account that the kubelet gives the driver. */
export interface CsiTokenRequest {
  /** Whom the token is for; empty for the API server. */
  readonly audience: string;

  /**
   * Seconds for which it is valid, at least 600.
   *
   * @default - 3600 (the default of Kubernetes)
   */
  readonly expirationSeconds?: number;
}

/**
 * What the cluster is told of a driver. `attachRequired` and `volumeLifecycleModes` never change on a live object: delete it and apply it
 * again, which stops no volume that is mounted.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/
 */
export interface CsiDriverObjectOptions {
  /**
   * Whether a volume is attached to the node before it is mounted, by the controller of the driver. Where there is none, pods wait for ever.
   *
   * @default - that of the driver, otherwise false
   */
  readonly attachRequired?: boolean;

  /**
   * Whether the kubelet tells the driver for which pod it mounts.
   *
   * @default - that of the driver, otherwise false
   */
  readonly podInfoOnMount?: boolean;

  /**
   * How pods get volumes.
   *
   * @default - those of the driver, otherwise by claims alone
   */
  readonly volumeLifecycleModes?: CsiVolumeLifecycleMode[];

  /**
   * How the kubelet gives a volume to the group of a pod.
   *
   * @default - that of the driver, otherwise CsiFsGroupPolicy.FILE
   */
  readonly fsGroupPolicy?: CsiFsGroupPolicy;

  /**
   * Whether the scheduler looks for room in the CSIStorageCapacity objects, which the provisioner of the driver makes. Where nobody makes
   * them, pods with volumes that wait for their first consumer stay Pending.
   *
   * @default - that of the driver, otherwise false
   */
  readonly storageCapacity?: boolean;

  /**
   * Tokens of the pod's account that the driver gets, each for another audience.
   *
   * @default - none
   */
  readonly tokenRequests?: CsiTokenRequest[];

  /**
   * Whether the kubelet asks the driver again and again to mount, so that it can renew what is in the volume.
   *
   * @default false
   */
  readonly requiresRepublish?: boolean;

  /**
   * Whether the driver mounts with an SELinux label, so that nothing is relabelled file by file.
   *
   * @default - true where the driver is for SELinux, otherwise false
   */
  readonly seLinuxMount?: boolean;

  /**
   * Seconds, at least 10, after which the kubelet asks again how many volumes fit on the node. Kubernetes 1.35 and later, which is the first
   * to do it without a feature gate.
   *
   * @default - once, when the driver is registered
   */
  readonly nodeAllocatableUpdatePeriodSeconds?: number;

  /**
   * Whether the tokens come among the secrets of a call, which drivers do not log, instead of its context. Kubernetes 1.35 and later; needs
   * `tokenRequests`.
   *
   * @default false
   */
  readonly serviceAccountTokenInSecrets?: boolean;

  /**
   * Labels of the object.
   *
   * @default - those of the DaemonSet
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations of the object.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}
