/** An SELinux label; a part that is left out is chosen by the container runtime. */
export interface SeLinuxOptions {
  /**
   * User of the label.
   *
   * @default - chosen by the container runtime
   */
  readonly user?: string;

  /**
   * Role of the label.
   *
   * @default - chosen by the container runtime
   */
  readonly role?: string;

  /**
   * Type of the label, such as `spc_t`.
   *
   * @default - chosen by the container runtime
   */
  readonly type?: string;

  /**
   * Level of the label, such as `s0:c1,c2`.
   *
   * @default - chosen by the container runtime
   */
  readonly level?: string;
}

/** How a container runs on Windows. */
export interface WindowsOptions {
  /**
   * Name of the GMSA credential spec.
   *
   * @default - none
   */
  readonly gmsaCredentialSpecName?: string;

  /**
   * Contents of the GMSA credential spec, filled in by its webhook.
   *
   * @default - none
   */
  readonly gmsaCredentialSpec?: string;

  /**
   * User that runs the program, such as `NT AUTHORITY\\SYSTEM`.
   *
   * @default - the user of the image
   */
  readonly runAsUserName?: string;

  /**
   * Whether it runs as a process of the host; then every container of the pod must, with host network.
   *
   * @default false
   */
  readonly hostProcess?: boolean;
}

/** How /proc is mounted into a container. */
export enum ProcMount {
  /** With the paths masked that the container runtime masks. */
  DEFAULT = 'Default',
  /** Whole; needs a user namespace (`hostUsers: false`). */
  UNMASKED = 'Unmasked',
}
