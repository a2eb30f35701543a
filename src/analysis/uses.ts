import { textAt } from './loose';

/**
 * The annotation of a workload that says which daemons its pods use on their own node: each by its namespace and name, or by its name alone where it
 * has no namespace. Of daemons joined by `|` one is there.
 */
export const USES = 'cdk8s-node-daemons/uses';

/** The daemons that a workload says it uses: for each use the names of those of which one is there. */
export function usesOf(manifest: unknown): string[][] {
  const uses = (textAt(manifest, 'metadata', 'annotations', USES) ?? '').split(',');
  return uses.map(use => use.split('|').map(name => name.trim()).filter(name => name !== '')).filter(names => names.length > 0);
}

/** The manifest of a workload that says it uses one of some daemons too. */
export function withUse(manifest: any, names: readonly string[]): any {
  const uses = [...new Set([...usesOf(manifest), names].map(use => use.join('|')))];
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...manifest.metadata?.annotations, [USES]: uses.join(', ') } } };
}
