/** One Kubernetes object of a file. */
export interface Manifest {
  /** Plain JSON. */
  readonly object: any;
  /** The name of the file, or `<stdin>`. */
  readonly source: string;
  /** Which document of the file it stands in, from 1; empty ones do not count. */
  readonly document: number;
  /**
   * The line of a field in the file, from 1; of the nearest ancestor where the field itself is absent.
   *
   * @param path as Kubernetes writes it: `spec.template.spec.containers[0].image`, `metadata.labels[app.kubernetes.io/name]`
   */
  lineOf(path?: string): number | undefined;
}
