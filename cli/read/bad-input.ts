/** Why a part of a file is not what the user meant, in one line. */
export interface BadInput {
  readonly source: string;
  readonly line?: number;
  readonly document?: number;
  readonly message: string;
  /** Whether it has nothing to do with Kubernetes: it is something else that lies beside manifests. */
  readonly isOther?: boolean;
}
