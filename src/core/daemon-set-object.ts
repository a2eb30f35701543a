import { ApiObject, Lazy } from 'cdk8s';
import type { JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DaemonSet, DaemonSetSpec } from '../kubernetes/wire/daemon-set';
import type { ObjectMeta } from '../kubernetes/wire/meta';

/** How a DaemonSet in the tree reaches the construct that defines it. */
export interface DaemonSetOwner {
  /** The spec as it is now. */
  render(): DaemonSetSpec;
  /** Something about the object changed. */
  changed(): void;
  /** Throws where a manifest must not be written. */
  assertValid(manifest: DaemonSet): void;
}

/**
 * The DaemonSet in the construct tree.
 *
 * Synthesis first asks every construct whether it is valid and then renders it. A DaemonSet must be rendered to be judged as it
 * will be written, patches included; so the manifest that was judged is kept, and handed out once when synthesis asks for it.
 */
export class DaemonSetObject extends ApiObject {
  private kept?: DaemonSet;
  private judgedMetadata?: string;

  constructor(scope: Construct, id: string, metadata: ObjectMeta, private readonly owner: DaemonSetOwner) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: Lazy.any({ produce: () => owner.render() }) });
  }

  /** The manifest as it will be written, for the owner to judge. It must not be changed. */
  public finished(): DaemonSet {
    this.kept ??= super.toJson() as DaemonSet;
    this.judgedMetadata = this.metadataNow();
    return this.kept;
  }

  /** Forgets the manifest, because something changed. */
  public invalidate(): void {
    this.kept = undefined;
    this.owner.changed();
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.invalidate();
  }

  public override toJson(): any {
    const kept = this.kept;
    this.kept = undefined;
    if (this.judgedMetadata === undefined || this.judgedMetadata === this.metadataNow()) {
      return kept ?? super.toJson();
    }
    // `ApiObject.metadata` changes without telling anybody.
    const manifest = super.toJson();
    this.owner.assertValid(manifest);
    return manifest;
  }

  private metadataNow(): string {
    return JSON.stringify(this.metadata.toJson());
  }
}
