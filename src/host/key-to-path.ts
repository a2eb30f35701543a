/** A key of a ConfigMap or Secret as a file. */
export interface KeyToPath {
  /** The key. */
  readonly key: string;

  /** Path of the file in the volume. */
  readonly path: string;

  /**
   * Permission bits, such as `0o440`.
   *
   * @default - those of the volume
   */
  readonly mode?: number;
}

/** Which keys of a ConfigMap or Secret become files. */
export interface KeyFileOptions {
  /**
   * The keys.
   *
   * @default - every key, as a file of its own name
   */
  readonly items?: KeyToPath[];

  /**
   * Whether the pod starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A volume of a ConfigMap or Secret. */
export interface KeyVolumeOptions extends KeyFileOptions {
  /**
   * Permission bits of the files, such as `0o400`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}
