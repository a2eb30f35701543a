/** The lines of the members of objects and lists, filled in only when somebody asks for one. */
export class Lines {
  /** The line of the whole document. */
  public root: number | undefined;
  private readonly members = new Map<object, Map<string, number>>();

  /** Notes where a member stands; the last one counts, as for its value. */
  public set(container: object, key: string | number, line: number): void {
    const known = this.members.get(container);
    if (known === undefined) { this.members.set(container, new Map([[String(key), line]])); } else { known.set(String(key), line); }
  }

  /** The line of the deepest part of a path that is there. */
  public find(value: unknown, steps: readonly string[]): number | undefined {
    let line = this.root;
    let current = value;
    for (const step of steps) {
      if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) { break; }
      line = this.members.get(current)?.get(step) ?? line;
      current = (current as Record<string, unknown>)[step];
    }
    return line;
  }
}
