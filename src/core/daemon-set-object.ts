import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import type { ApiObjectMetadataDefinition, JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { ManifestEdit, ManifestEdits } from './manifest-edits';
import { plainJson } from './plain-json';
import { constructOf, inConstruct } from './tree';
import { WatchedMetadata } from './watched-metadata';
import type { DaemonSet, DaemonSetSpec } from '../kubernetes/wire/daemon-set';
import type { ObjectMeta } from '../kubernetes/wire/meta';

/** Resolvers that every app has; they replace values that a plain manifest does not hold. */
const OWN_RESOLVERS = new App().resolvers.length;

/** Who wants to know what becomes of a DaemonSet. */
export interface DaemonSetWatcher {
  /** A patch or the metadata changed what will be written. */
  changed(): void;
  /** The manifest was taken, to be written. */
  taken(): void;
}

/**
 * The DaemonSet in the construct tree.
 *
 * Synthesis first asks every construct whether it is valid and then renders it. A DaemonSet must be rendered to be judged as it
 * will be written, patches included; so the manifest that was judged is kept, and handed out once when synthesis asks for it.
 */
export class DaemonSetObject extends ApiObject {
  private judged?: DaemonSet;
  private isPatched = false;
  private edits?: ManifestEdits;

  /**
   * @param app the app that it belongs to
   * @param render the spec as it is now
   * @param watcher told what becomes of it
   */
  constructor(
    scope: Construct, id: string, metadata: ObjectMeta, private readonly app: IConstruct,
    private readonly render: () => DaemonSetSpec, private readonly watcher: DaemonSetWatcher,
  ) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: Lazy.any({ produce: render }) });
    const { name, metadata: { namespace } } = this;
    // An ApiObject makes its metadata itself; in its place comes the same that says when it is changed.
    (this as { metadata: ApiObjectMetadataDefinition }).metadata = new WatchedMetadata(
      { name, namespace, annotations: metadata.annotations, labels: Chart.of(this).labels, apiObject: this }, this);
  }

  /** The manifest as it will be written, to be judged and not to be changed. */
  public finished(): DaemonSet {
    return this.judged ??= this.edits === undefined ? this.toManifest() : this.edits.tryOn(this.toManifest()).manifest;
  }

  /** Forgets the manifest, because something changed. */
  public invalidate(): void {
    this.judged = undefined;
    this.watcher.changed();
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.isPatched = true;
    this.invalidate();
  }

  /** Changes the manifest after all patches; what cannot be fails the synthesis. */
  public _addEdit(edit: ManifestEdit): void {
    if (this.edits === undefined) {
      const edits = this.edits = new ManifestEdits();
      constructOf(this.node.scope!).node.addValidation({ validate: () => edits.tryOn(this.toManifest()).failures });
    }
    this.edits.add(edit);
    this.invalidate();
  }

  public override toJson(): any {
    const manifest = this.judged ?? inConstruct(this.node.scope!, () => this.edits?.applyTo(this.toManifest()) ?? this.toManifest());
    this.judged = undefined;
    this.watcher.taken();
    return manifest;
  }

  /** cdk8s offers every single value to every resolver; a plain spec without patches comes out the same without it, at half the cost. */
  private toManifest(): DaemonSet {
    const spec = this.isPatched || (this.app as App).resolvers?.length !== OWN_RESOLVERS ? undefined : plainJson(this.render());
    return spec === undefined ? super.toJson() : { apiVersion: this.apiVersion, kind: this.kind, metadata: this.metadata.toJson(), spec };
  }
}
