import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { shortHash } from '../host/short-hash';

/** The objects of an app beside its daemons. Rendering is dear, so that it is done when a check asks for a kind, and once. */
export class ObjectsBeside {
  private readonly byKind = new Map<string, ApiObject[]>();
  private readonly manifests = new Map<ApiObject, any>();
  /** A fingerprint of what was shown of each kind. */
  private readonly shown = new Map<string, string>();
  private shownKinds?: string;

  /**
   * @param app the app
   * @param daemons the daemons, each of which has a DaemonSet and other objects below it
   */
  constructor(private readonly app: IConstruct, private readonly daemons: ReadonlySet<IConstruct>) {
    for (const object of app.node.findAll()) {
      if (ApiObject.isApiObject(object) && !(object.kind === 'DaemonSet' && daemons.has(object.node.scope!))) {
        const list = this.byKind.get(object.kind);
        list === undefined ? this.byKind.set(object.kind, [object]) : list.push(object);
      }
    }
  }

  /** The kinds that there are. */
  public kinds(): string[] {
    const kinds = [...this.byKind.keys()];
    this.shownKinds = kinds.join();
    return kinds;
  }

  /** The objects of a kind with their manifests. One that cannot be rendered fails the synthesis by itself, with its own words. */
  public ofKind(kind: string): { object: ApiObject; manifest: any }[] {
    const shown = (this.byKind.get(kind) ?? []).flatMap(object => {
      try {
        return [{ object, manifest: this.manifestOf(object) }];
      } catch {
        return [];
      }
    });
    this.shown.set(kind, shown.length === 0 ? '' : shortHash(JSON.stringify(shown.map(({ manifest }) => manifest)), 16));
    return shown;
  }

  /** The manifest of an object. */
  public manifestOf(object: ApiObject): any {
    let manifest = this.manifests.get(object);
    if (manifest === undefined) {
      this.manifests.set(object, manifest = object.toJson());
    }
    return manifest;
  }

  /** Forgets the manifests, but not what they were like. */
  public forget(): void {
    this.byKind.clear();
    this.manifests.clear();
  }

  /** Whether what was shown would be shown again. */
  public isUnchanged(): boolean {
    const now = new ObjectsBeside(this.app, this.daemons);
    const hasSameKinds = this.shownKinds === undefined || this.shownKinds === now.kinds().join();
    return hasSameKinds && [...this.shown].every(([kind, before]) => {
      now.ofKind(kind);
      return now.shown.get(kind) === before;
    });
  }
}
