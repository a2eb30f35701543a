import { ApiObjectMetadataDefinition, ApiObjectMetadataDefinitionOptions, OwnerReference } from 'cdk8s';

/** Who is told that metadata changed. */
export interface MetadataWatcher {
  /** Something was added. */
  invalidate(): void;
}

/** Metadata that tells its object when somebody changes it; `ApiObject.metadata` is open to everybody. */
export class WatchedMetadata extends ApiObjectMetadataDefinition {
  constructor(options: ApiObjectMetadataDefinitionOptions, private readonly watcher: MetadataWatcher) {
    super(options);
  }

  public override add(key: string, value: any): void {
    super.add(key, value);
    this.watcher.invalidate();
  }

  public override addLabel(key: string, value: string): void {
    super.addLabel(key, value);
    this.watcher.invalidate();
  }

  public override addAnnotation(key: string, value: string): void {
    super.addAnnotation(key, value);
    this.watcher.invalidate();
  }

  public override addFinalizers(...finalizers: string[]): void {
    super.addFinalizers(...finalizers);
    this.watcher.invalidate();
  }

  public override addOwnerReference(owner: OwnerReference): void {
    super.addOwnerReference(owner);
    this.watcher.invalidate();
  }
}
