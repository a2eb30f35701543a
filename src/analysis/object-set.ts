import type { Daemon } from './daemon';
import { Loose, textAt } from './loose';

/** Kinds that belong to no namespace, though charts write one on them. */
const CLUSTER_SCOPED = new Set(['ClusterRole', 'ClusterRoleBinding', 'CSIDriver', 'Namespace', 'Node', 'PriorityClass', 'RuntimeClass']);

/** The objects that are judged together, as if they were applied to one cluster. */
export class ObjectSet {
  /** By kind, by kind and namespace, and by kind, namespace and name. */
  private readonly objects = new Map<string, Loose[]>();
  private readonly derived = new Map<object, unknown>();

  /**
   * @param daemons every DaemonSet
   * @param others manifests of other kinds; only those that some check asks for are looked at
   */
  constructor(public readonly daemons: readonly Daemon[], others: Iterable<unknown> = []) {
    for (const manifest of others) {
      const kind = textAt(manifest, 'kind') ?? '';
      const name = textAt(manifest, 'metadata', 'name') ?? '';
      const namespace = CLUSTER_SCOPED.has(kind) ? '' : textAt(manifest, 'metadata', 'namespace') ?? '';
      const object = { kind, name, namespace, manifest };
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
