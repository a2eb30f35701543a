/**
 * Where a value stands in an object: a link to the path above it and one more step.
 * The text is made only when an error asks for it.
 */
export class FieldPath {
  /** The first step of a path, such as `spec`. */
  public static root(name: string): FieldPath {
    return new FieldPath(undefined, name, false);
  }

  /**
   * A path that stays where it is. Paths cost more than the checks that carry them, and most manifests need none: a check may run
   * with this one first, and again with the real one where it found something.
   */
  public static get nowhere(): FieldPath {
    return NOWHERE;
  }

  protected constructor(
    private readonly above: FieldPath | undefined,
    private readonly step: string | number,
    private readonly subscript: boolean,
  ) {}

  /** The path of a field. */
  public child(name: string): FieldPath {
    return new FieldPath(this, name, false);
  }

  /** The path of a list's element. */
  public index(position: number): FieldPath {
    return new FieldPath(this, position, true);
  }

  /** The path of a map's value. */
  public key(name: string): FieldPath {
    return new FieldPath(this, name, true);
  }

  /** As Kubernetes writes it: `spec.containers[0].resources.limits[cpu]`. */
  public toString(): string {
    const above = this.above === undefined ? '' : this.above.toString();
    if (this.subscript) { return `${above}[${this.step}]`; }
    return this.above === undefined ? String(this.step) : `${above}.${this.step}`;
  }
}

class Nowhere extends FieldPath {
  public constructor() {
    super(undefined, '', false);
  }

  public override child(): FieldPath {
    return this;
  }

  public override index(): FieldPath {
    return this;
  }

  public override key(): FieldPath {
    return this;
  }
}

const NOWHERE = new Nowhere();
