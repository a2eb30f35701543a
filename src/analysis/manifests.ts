import { listAt, textAt, valueAt } from './loose';

/**
 * The manifests with the items of lists in their place, as `kubectl get -o json` prints several objects.
 *
 * @throws where a manifest is no object
 */
export function withoutLists(manifests: readonly any[]): { manifest: any; position: number }[] {
  return manifests.flatMap((manifest, position) => {
    if (!isObject(manifest)) {
      throw new Error(`manifest ${position} must be an object, got ${JSON.stringify(manifest)}`);
    }
    const isList = textAt(manifest, 'kind')?.endsWith('List') && Array.isArray(valueAt(manifest, 'items'));
    return (isList ? listAt(manifest, 'items').filter(isObject) : [manifest]).map(item => ({ manifest: withoutServersOwn(item), position }));
  });
}

/** An object without what only a server writes, so that it can be judged as if it were applied. */
function withoutServersOwn(manifest: any): any {
  const { metadata } = manifest;
  if (!isObject(metadata)) {
    return manifest;
  }
  const { status: _, ...object } = manifest;
  return { ...object, metadata: Object.fromEntries(Object.entries(metadata).filter(([field]) => !SERVERS_OWN.has(field))) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SERVERS_OWN = new Set(['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']);

/** How findings call an object: `DaemonSet kube-system/fluentd`. */
export function nameOf(manifest: unknown): string {
  const names = ['namespace', 'name'].map(field => textAt(manifest, 'metadata', field)).filter(Boolean);
  return `${textAt(manifest, 'kind') ?? 'object'} ${names.join('/') || 'without a name'}`;
}

/** What makes an object the same one: a manifest replaces the object of this name. */
export function identityOf(manifest: unknown): string {
  const group = (textAt(manifest, 'apiVersion') ?? '').replace(/(^|\/)[^/]*$/, '').replace('extensions', 'apps');
  return JSON.stringify([group, ...['kind'].map(field => textAt(manifest, field)), ...['namespace', 'name'].map(field => textAt(manifest, 'metadata', field) ?? '')]);
}
