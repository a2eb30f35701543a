import { ApiObjectMetadataDefinition, OwnerReference } from 'cdk8s';

const CHANGED = Symbol('changed');

/** Metadata that tells its object when somebody changes it; `ApiObject.metadata` is open to everybody. */
class WatchedMetadata extends ApiObjectMetadataDefinition {
  declare public [CHANGED]: () => void;

  public override add(key: string, value: any): void {
    super.add(key, value);
    this[CHANGED]();
  }

  public override addLabel(key: string, value: string): void {
    super.addLabel(key, value);
    this[CHANGED]();
  }

  public override addAnnotation(key: string, value: string): void {
    super.addAnnotation(key, value);
    this[CHANGED]();
  }

  public override addFinalizers(...finalizers: string[]): void {
    super.addFinalizers(...finalizers);
    this[CHANGED]();
  }

  public override addOwnerReference(owner: OwnerReference): void {
    super.addOwnerReference(owner);
    this[CHANGED]();
  }
}

/** Calls back after each change of metadata. An ApiObject makes its metadata itself, so that only its class can be changed. */
export function watch(metadata: ApiObjectMetadataDefinition, changed: () => void): void {
  Object.setPrototypeOf(metadata, WatchedMetadata.prototype);
  (metadata as WatchedMetadata)[CHANGED] = changed;
}
