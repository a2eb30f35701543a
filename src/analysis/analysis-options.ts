/** What is known besides the manifests. */
export interface AnalysisOptions {
  /**
   * Version of the oldest Kubernetes that the manifests must work with, such as `1.34`.
   *
   * @default - no field is too new
   */
  readonly kubernetesVersion?: string;

  /**
   * Objects that are in the cluster already, such as what `kubectl get daemonsets,namespaces,services --all-namespaces -o json` prints.
   * They take part in every comparison; findings are about the manifests alone. A manifest replaces the object of its name. What they show
   * of a kind in a namespace is taken for all that there is: with `serviceaccounts`, an account that is missing is found.
   *
   * @default - the manifests are all there is
   */
  readonly cluster?: any[];

  /**
   * The manifests as they were before, such as those of the main branch.
   *
   * @default - nothing is compared
   */
  readonly baseline?: any[];
}
