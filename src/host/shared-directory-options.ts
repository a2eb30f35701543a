import { HostPathType } from './host-path-type';
import { MountPropagation } from './mount-propagation';
import { SeLinuxSharing } from './se-linux-sharing';

/** How the daemon sees the directory that it shares. */
export interface SharedDirectoryOptions {
  /**
   * Where the daemon's container sees it.
   *
   * @default - the path that it has on the node
   */
  readonly mountPath?: string;

  /**
   * What must be at the path on the node: `DIRECTORY`, `DIRECTORY_OR_CREATE` or, for no check, `UNCHECKED`.
   *
   * @default - with `HARDENED` `DIRECTORY_OR_CREATE` for a directory of the daemon's own, `DIRECTORY` for a foreign one, and no check where the
   * platform's kubelet does not see the path; with `BARE` no check
   */
  readonly type?: HostPathType;

  /**
   * Name of the volume in the daemon's pod.
   *
   * @default - `host` and the path, such as `host-var-lib-cache`
   */
  readonly volumeName?: string;
}

/** A directory that the daemon itself keeps. */
export interface OwnedDirectoryOptions extends SharedDirectoryOptions {
  /**
   * Numeric user to whom the directory is given, 0 to 2147483647. The files in it stay as they are. With `HARDENED` the daemon runs as that user and
   * the `group`, where neither its container nor its pod says as whom; one that is known not to be able to write is refused.
   *
   * @default - it stays whose it is; the kubelet makes it for root
   */
  readonly owner?: number;

  /**
   * Numeric group to which the directory is given, 0 to 2147483647. The files in it stay as they are; `fsGroup` does nothing for a path of the node.
   *
   * @default - it stays whose it is; the kubelet makes it for root
   */
  readonly group?: number;

  /**
   * Mode of the directory in octal digits, such as `0755`, `1777` or `2770`. A text, because as a number 0755 is 755 in one language and 493 in another.
   *
   * @default - it stays what it is; the kubelet makes it with 0755
   */
  readonly mode?: string;

  /**
   * What is done where SELinux is enforcing.
   *
   * @default - with `HARDENED` `RELABEL` on OpenShift, unless the daemon has `seLinuxOptions` of its own; otherwise nothing
   */
  readonly seLinux?: SeLinuxSharing;

  /**
   * Image of the init container that gives owner, mode and label. It must have `sh`, `chown` and `chmod`, and for a label a `setfattr`.
   *
   * @default - BusyBox
   */
  readonly image?: string;

  /**
   * Whether the daemon makes mounts below the directory that clients are to see. Kubernetes then asks for a privileged container, which is a
   * decision: synthesis fails until ND401 is acknowledged with a reason.
   *
   * @default false
   */
  readonly mounts?: boolean;
}

/** A directory that belongs to somebody else. */
export interface ForeignDirectoryOptions extends SharedDirectoryOptions {
  /**
   * Whether the daemon may only read it. One that may write a directory of the whole node, such as `/var/log`, fails synthesis until ND402 is
   * acknowledged with a reason.
   *
   * @default true
   */
  readonly readOnly?: boolean;

  /**
   * How later mounts travel between node and daemon.
   *
   * @default - not at all (the default of Kubernetes)
   */
  readonly propagation?: MountPropagation;

  /**
   * What is done where SELinux is enforcing: `NONE` or `UNCONFINED`, as a directory of others keeps its labels.
   *
   * @default - with `HARDENED` `UNCONFINED` on OpenShift, unless the daemon has `seLinuxOptions` of its own; otherwise nothing
   */
  readonly seLinux?: SeLinuxSharing;
}
