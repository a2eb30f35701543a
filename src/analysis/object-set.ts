import type { Daemon } from './daemon';
import { Loose, textAt } from './loose';

/** The objects that are judged together, as if they were applied to one cluster. */
export class ObjectSet {
  private readonly byKind = new Map<string, Loose[]>();
  private readonly derived = new Map<object, unknown>();

  /**
   * @param daemons every DaemonSet
   * @param others manifests of other kinds; only those that some check asks for are looked at
   */
  constructor(public readonly daemons: readonly Daemon[], others: Iterable<unknown> = []) {
    for (const manifest of others) {
      const kind = textAt(manifest, 'kind') ?? '';
      const [name, namespace] = ['name', 'namespace'].map(field => textAt(manifest, 'metadata', field) ?? '');
      const list = this.byKind.get(kind);
      const object = { kind, name, namespace, manifest };
      list === undefined ? this.byKind.set(kind, [object]) : list.push(object);
    }
  }

  /** Objects of a kind; in one namespace where it is given. */
  public ofKind(kind: string, namespace?: string): readonly Loose[] {
    const objects = this.byKind.get(kind) ?? [];
    return namespace === undefined ? objects : objects.filter(object => object.namespace === namespace);
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
