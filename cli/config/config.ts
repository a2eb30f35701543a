/** What the user accepts of a manifest that others wrote. */
export interface Acknowledgement {
  readonly id: string;
  /** Name of the object as findings have it, such as `DaemonSet kube-system/kube-proxy`; `*` stands for any letters. */
  readonly object: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

/** A configuration file. */
export interface Config {
  readonly acknowledge: readonly Acknowledgement[];
  readonly ignore: readonly string[];
}
