/** From the finished manifest of a workload to the one that is written; throws where the two cannot be. */
export type ManifestEdit = (manifest: any) => any;

/** The changes that others make of one object's manifest, in the order in which they came. */
export class ManifestEdits {
  private readonly edits: ManifestEdit[] = [];

  /** Adds one behind the others. */
  public add(edit: ManifestEdit): void {
    this.edits.push(edit);
  }

  /** The manifest with all of them; throws what the first one throws that cannot be. */
  public applyTo<T>(manifest: T): T {
    return this.edits.reduce((edited, edit) => edit(edited), manifest);
  }

  /** The manifest with those that can be, and what the others throw. */
  public tryOn<T>(manifest: T): { manifest: T; failures: string[] } {
    const failures: string[] = [];
    const edited = this.edits.reduce((before, edit) => {
      try {
        return edit(before);
      } catch (error) {
        failures.push((error as Error).message);
        return before;
      }
    }, manifest);
    return { manifest: edited, failures };
  }
}
