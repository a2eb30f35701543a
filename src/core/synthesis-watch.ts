/**
 * Tells when a synthesis begins. cdk8s says so to nobody: it validates the whole app at the beginning and once more for each chart,
 * or, where one chart alone is asked for, once.
 */
export class SynthesisWatch {
  private validations = 0;
  private taken = 0;

  /**
   * The app is validated.
   *
   * @param daemons how many manifests a synthesis of the whole app takes
   * @returns whether this begins another synthesis than the validation before
   */
  public validates(daemons: number): boolean {
    const isOver = this.taken > 0 && (this.validations === 1 || this.taken >= daemons);
    if (isOver) {
      this.validations = this.taken = 0;
    }
    this.validations += this.taken === 0 ? 1 : 0;
    return isOver;
  }

  /** The manifest of a daemon is taken, to be written. */
  public takes(): void {
    this.taken++;
  }
}
