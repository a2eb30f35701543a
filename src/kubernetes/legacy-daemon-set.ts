const REMOVED = new Set(['extensions/v1beta1', 'apps/v1beta2']);

/** The API of a DaemonSet that no server has any more; nothing for one of today. */
export function removedApi(manifest: unknown): string | undefined {
  const { apiVersion, kind } = manifest as { apiVersion?: unknown; kind?: unknown };
  return kind === 'DaemonSet' && typeof apiVersion === 'string' && REMOVED.has(apiVersion) ? apiVersion : undefined;
}

/**
 * A DaemonSet of a removed API as that of apps/v1. Without a selector it chose the pods with all of its template's labels.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/#daemonset-v116
 */
export function asAppsV1(manifest: any): unknown {
  if (removedApi(manifest) === undefined) {
    return manifest;
  }
  const { templateGeneration: _, ...spec } = manifest.spec ?? {};
  const matchLabels = spec.template?.metadata?.labels;
  return { ...manifest, apiVersion: 'apps/v1', spec: spec.selector === undefined && matchLabels !== undefined ? { ...spec, selector: { matchLabels } } : spec };
}
