import { DaemonContainer } from '../daemon-container';

/** A network, as a container runtime reads it. */
export interface CniNetwork {
  /** Name of the network, the same on all nodes: letters, digits, '_', '.' and '-'. */
  readonly name: string;

  /**
   * Version of the specification. It must not be newer than what the runtime and each plugin speak.
   *
   * @default '1.0.0'
   */
  readonly cniVersion?: string;

  /** What connects a pod, one after the other, each with its `type`: the name of a program. */
  readonly plugins: { [field: string]: any }[];

  /**
   * Whether a runtime must not check networks of pods that it has made.
   *
   * @default false
   */
  readonly disableCheck?: boolean;
}

/** How a network configuration comes to the nodes. */
export interface CniFileOptions {
  /**
   * Files of the same directory that it takes the place of, such as `10-agent.conf`; they are removed once it is there.
   *
   * @default - none
   */
  readonly replaces?: string[];

  /**
   * What differs from the defaults in the init container that installs it.
   *
   * @default - the image of the programs, or where there are none that of the daemon: it must have sh, cmp, cp, chmod, mv and rm
   */
  readonly container?: DaemonContainer;
}

/** Programs in an image. */
export interface CniBinaryOptions {
  /** Their absolute paths in the image; in the directory of the node each has the last part of its path for a name. */
  readonly paths: string[];

  /**
   * Their names on the node by their paths in the image.
   *
   * @default - the last part of each path
   */
  readonly names?: { [path: string]: string };

  /**
   * What differs from the defaults in the init container that installs them.
   *
   * @default - root without any capability, who writes the directory of programs alone
   */
  readonly container?: DaemonContainer;
}
