/** When the kubelet pulls an image. */
export enum ImagePullPolicy {
  /** At every start of a container. */
  ALWAYS = 'Always',
  /** Where the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: it must be on the node. */
  NEVER = 'Never',
}
