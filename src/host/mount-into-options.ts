import { HostPathType } from './host-path-type';
import { MountPropagation } from './mount-propagation';

/** How the containers of a workload see a directory that a daemon shares. */
export interface MountIntoOptions {
  /**
   * Whether the containers may only read it. They connect to a socket in it all the same where the mode of the socket lets their users write it.
   *
   * @default true
   */
  readonly readOnly?: boolean;

  /**
   * What must be at the path on the node before the pod starts: `DIRECTORY`, `DIRECTORY_OR_CREATE` or, for no check, `UNCHECKED`.
   *
   * @default - that of a volume of the pods with this path; otherwise `DIRECTORY`, so that a pod waits until the directory is there, though not until
   * the daemon filled it; no check where the platform's kubelet does not see the path
   */
  readonly type?: HostPathType;

  /**
   * How later mounts travel between node and containers.
   *
   * @default MountPropagation.HOST_TO_CONTAINER
   */
  readonly propagation?: MountPropagation;

  /**
   * A path inside the directory to mount instead of the whole; must be relative. It is made for root where it is missing and the mount is writable.
   *
   * @default - the whole directory
   */
  readonly subPath?: string;

  /**
   * Name of the volume in the pods.
   *
   * @default - that of a volume of the pods with this path, otherwise `host` and the path, such as `host-var-lib-cache`, with a hash of the path
   * behind it where another volume or claim has that name
   */
  readonly volumeName?: string;

  /**
   * Names of the containers that see it; those of init containers too.
   *
   * @default - all containers
   */
  readonly containers?: string[];

  /**
   * Whether all init containers see it as well.
   *
   * @default false
   */
  readonly initContainers?: boolean;
}
