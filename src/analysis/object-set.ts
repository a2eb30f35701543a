import type { Daemon } from './daemon';
import { Loose, textAt } from './loose';

/** Kinds that belong to no namespace, though charts write one on them. */
const CLUSTER_SCOPED = new Set(['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PriorityClass', 'RuntimeClass']);

/** Manifests, to be asked for by their kinds. */
export interface ManifestsByKind {
  kinds(): Iterable<string>;
  ofKind(kind: string): Iterable<unknown>;
}

const NONE: ManifestsByKind = { kinds: () => [], ofKind: () => [] };

/** The objects that are judged together, as if they were applied to one cluster. */
export class ObjectSet {
  /** Of each kind that was asked for: all, those of a namespace, and those of a namespace and name. */
  private readonly objects = new Map<string, ReadonlyMap<string, Loose[]>>();
  private readonly complete = new Set<string>();
  private readonly derived = new Map<object, unknown>();

  /**
   * @param daemons every DaemonSet
   * @param others the manifests of other kinds; a kind is asked for when some check asks for it, and once
   * @param cluster those of them that a cluster has: what it shows of a kind in a namespace is all that there is
   */
  constructor(
    public readonly daemons: readonly Daemon[], private readonly others: ManifestsByKind = NONE, cluster: Iterable<unknown> = [],
  ) {
    for (const manifest of cluster) {
      const { kind, namespace } = looseOf(manifest);
      this.complete.add(`${kind} ${namespace}`);
    }
  }

  /** The kinds of which there are objects. */
  public get kinds(): Iterable<string> {
    return this.others.kinds();
  }

  /** Objects of a kind; in one namespace where it is given. */
  public ofKind(kind: string, namespace?: string): readonly Loose[] {
    return this.indexOf(kind).get(namespace === undefined ? 'all' : `of ${namespace}`) ?? [];
  }

  /** The object of a kind with a name; the namespace is empty for what belongs to none. */
  public named(kind: string, namespace: string, name: string): Loose | undefined {
    return this.indexOf(kind).get(`${namespace}/${name}`)?.[0];
  }

  /** Whether a cluster's objects were given. */
  public get hasCluster(): boolean {
    return this.complete.size > 0;
  }

  /** Whether every object of a kind in a namespace is known, so that one that is not here is nowhere. */
  public knowsAll(kind: string, namespace: string): boolean {
    return this.complete.has(`${kind} ${namespace}`);
  }

  /**
   * What a check derives from all objects at once, so that each of ten thousand daemons does not look at all others.
   *
   * @param key what it is kept under: the check itself
   * @param derive made once
   */
  public once<T>(key: object, derive: (objects: ObjectSet) => T): T {
    if (!this.derived.has(key)) {
      this.derived.set(key, derive(this));
    }
    return this.derived.get(key) as T;
  }

  private indexOf(kind: string): ReadonlyMap<string, Loose[]> {
    let index = this.objects.get(kind);
    if (index === undefined) {
      this.objects.set(kind, index = indexed(this.others.ofKind(kind)));
    }
    return index;
  }
}

/** Manifests by their kind. */
export function byKind(manifests: Iterable<unknown>): ManifestsByKind {
  const lists = new Map<string, unknown[]>();
  for (const manifest of manifests) {
    const kind = textAt(manifest, 'kind') ?? '';
    const list = lists.get(kind);
    list === undefined ? lists.set(kind, [manifest]) : list.push(manifest);
  }
  return { kinds: () => lists.keys(), ofKind: kind => lists.get(kind) ?? [] };
}

function indexed(manifests: Iterable<unknown>): Map<string, Loose[]> {
  const index = new Map<string, Loose[]>();
  for (const manifest of manifests) {
    const object = looseOf(manifest);
    for (const key of ['all', `of ${object.namespace}`, `${object.namespace}/${object.name}`]) {
      const list = index.get(key);
      list === undefined ? index.set(key, [object]) : list.push(object);
    }
  }
  return index;
}

function looseOf(manifest: unknown): Loose {
  const kind = textAt(manifest, 'kind') ?? '';
  const namespace = CLUSTER_SCOPED.has(kind) ? '' : textAt(manifest, 'metadata', 'namespace') ?? '';
  return { kind, name: textAt(manifest, 'metadata', 'name') ?? '', namespace, manifest };
}
