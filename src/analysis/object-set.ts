import type { Daemon } from './daemon';
import { Loose, textAt } from './loose';

/** Kinds that belong to no namespace, though charts write one on them. */
const CLUSTER_SCOPED = new Set(['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PriorityClass', 'RuntimeClass']);

/** The objects that are judged together, as if they were applied to one cluster. */
export class ObjectSet {
  /** By kind, by kind and namespace, and by kind, namespace and name. */
  private readonly objects = new Map<string, Loose[]>();
  private readonly complete = new Set<string>();
  private readonly derived = new Map<object, unknown>();

  /**
   * @param daemons every DaemonSet
   * @param others manifests of other kinds; only those that some check asks for are looked at
   * @param cluster those of them that a cluster has: what it shows of a kind in a namespace is all that there is
   */
  constructor(public readonly daemons: readonly Daemon[], others: Iterable<unknown> = [], cluster: Iterable<unknown> = []) {
    for (const manifest of cluster) {
      const { kind, namespace } = looseOf(manifest);
      this.complete.add(`${kind} ${namespace}`);
    }
    for (const manifest of others) {
      const object = looseOf(manifest);
      const { kind, name, namespace } = object;
      for (const key of [kind, `${kind} ${namespace}`, `${kind} ${namespace}/${name}`]) {
        const list = this.objects.get(key);
        list === undefined ? this.objects.set(key, [object]) : list.push(object);
      }
    }
  }

  /** Objects of a kind; in one namespace where it is given. */
  public ofKind(kind: string, namespace?: string): readonly Loose[] {
    return this.objects.get(namespace === undefined ? kind : `${kind} ${namespace}`) ?? [];
  }

  /** The object of a kind with a name; the namespace is empty for what belongs to none. */
  public named(kind: string, namespace: string, name: string): Loose | undefined {
    return this.objects.get(`${kind} ${namespace}/${name}`)?.[0];
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
}

function looseOf(manifest: unknown): Loose {
  const kind = textAt(manifest, 'kind') ?? '';
  const namespace = CLUSTER_SCOPED.has(kind) ? '' : textAt(manifest, 'metadata', 'namespace') ?? '';
  return { kind, name: textAt(manifest, 'metadata', 'name') ?? '', namespace, manifest };
}
