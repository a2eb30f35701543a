import type { Alias } from 'yaml';

const LOW = 400_000;
const HIGH = 4_000_000;

/** How much of a document may come from aliases: the limits of Go's library. */
export class AliasBudget {
  private readonly active = new Set<Alias>();
  private values = 0;
  private fromAliases = 0;

  /** Whether what is read stands in the value of an alias. */
  public get isInsideAlias(): boolean {
    return this.active.size > 0;
  }

  /** Counts one more value. */
  public allows(): boolean {
    this.values++;
    if (this.isInsideAlias) { this.fromAliases++; }
    return this.fromAliases <= 100 || this.values <= 1000 || this.fromAliases / this.values <= allowedShare(this.values);
  }

  /** Whether an alias is not in use already, and so does not contain itself. */
  public enter(alias: Alias): boolean {
    if (this.active.has(alias)) { return false; }
    this.active.add(alias);
    return true;
  }

  public leave(alias: Alias): void {
    this.active.delete(alias);
  }
}

function allowedShare(values: number): number {
  if (values <= LOW) { return 0.99; }
  return values >= HIGH ? 0.10 : 0.99 - 0.89 * ((values - LOW) / (HIGH - LOW));
}
