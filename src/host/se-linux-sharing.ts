/**
 * What is done so that pods can share a directory of a node where SELinux is enforcing.
 *
 * There a container neither reads nor writes what lies in the directories of the node, as their files have other types than its own
 * ([spiffe-csi#54](https://github.com/spiffe/spiffe-csi/issues/54)), nor what another pod made, as each pod has categories of its own
 * ([bottlerocket#3833](https://github.com/bottlerocket-os/bottlerocket/issues/3833)).
 */
export enum SeLinuxSharing {
  /** Nothing. */
  NONE = 'None',
  /**
   * An init container gives the directory the label `container_file_t` without categories, which all pods may read and write, and the daemon
   * runs as `spc_t` without categories, so that what it makes there has that label too. Labels of the node must be changeable: those of Bottlerocket
   * are not.
   */
  RELABEL = 'Relabel',
  /**
   * The daemon runs as `spc_t` without categories, and so may read and write the directory; labels stay as they are, and clients that are not
   * `spc_t` themselves may not.
   */
  UNCONFINED = 'Unconfined',
}
