import { withoutBlanks } from './padding';
import type { QuantityFormat, ReadQuantity } from './quantity-text';
import { compareScaled, readQuantity, roundUp, writeQuantity } from './quantity-text';

const CACHE_SIZE = 1000;
const cache = new Map<string, Quantity | string>();

/**
 * An amount of a resource, exactly as Kubernetes counts and writes it.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/resource#Quantity
 */
export class Quantity {
  public static readonly ZERO = new Quantity(0n, 0, 'DecimalSI', true);

  /**
   * Reads a quantity as JSON carries it.
   *
   * @returns the reason, as text, when Kubernetes cannot read it
   */
  public static read(source: string | number): Quantity | string {
    const text = String(source);
    const known = cache.get(text);
    if (known !== undefined) { return known; }
    // Kubernetes trims the raw JSON, where a tab or a line break is an escape and so no blank.
    const read = readQuantity(withoutBlanks(text));
    const quantity = typeof read === 'string' ? read : Quantity.of(read);
    if (cache.size >= CACHE_SIZE) { cache.clear(); }
    cache.set(text, quantity);
    return quantity;
  }

  /** Reads a quantity that has been read before; absence counts as zero. */
  public static parse(source: string | number | undefined): Quantity {
    if (source === undefined) { return Quantity.ZERO; }
    const quantity = Quantity.read(source);
    if (typeof quantity === 'string') { throw new Error(`not a quantity: ${JSON.stringify(source)}: ${quantity}`); }
    return quantity;
  }

  private static of(read: ReadQuantity): Quantity {
    return new Quantity(read.unscaled, read.scale, read.format, read.small, read.kept);
  }

  private constructor(
    private readonly unscaled: bigint,
    private readonly scale: number,
    private readonly format: QuantityFormat,
    private readonly small: boolean,
    private text?: string,
  ) {}

  /** The text in which the API server gives the quantity back. */
  public toString(): string {
    this.text ??= writeQuantity(this.unscaled, this.scale, this.format);
    return this.text;
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other, whatever their texts. */
  public compare(other: Quantity): number {
    return compareScaled(this.unscaled, this.scale, other.unscaled, other.scale);
  }

  public isZero(): boolean {
    return this.unscaled === 0n;
  }

  public isNegative(): boolean {
    return this.unscaled < 0n;
  }

  /** The sum, written as the first of the two that is not zero. */
  public add(other: Quantity): Quantity {
    const format = this.isZero() ? other.format : this.format;
    const scale = this.isZero() ? other.scale : other.isZero() ? this.scale : Math.min(this.scale, other.scale);
    const sum = this.at(scale) + other.at(scale);
    return new Quantity(sum, scale, format, this.small && other.small && fits(sum));
  }

  /** The quantity rounded up, away from zero, to thousandths, as defaulting does; the text stays when nothing was rounded. */
  public roundedToMilli(): Quantity {
    if (this.scale >= -3) { return this; }
    return new Quantity(roundUp(this.unscaled, -3 - this.scale), -3, this.format, this.small);
  }

  /** The whole number, rounded up, that Kubernetes computes with: 64 bits, and what it makes of more. */
  public value(): bigint {
    return this.scaledTo(0);
  }

  /** The same in thousandths. */
  public milliValue(): bigint {
    return this.scaledTo(-3);
  }

  /** Whether Kubernetes takes the quantity for a whole number. */
  public isInteger(): boolean {
    return this.milliValue() % 1000n === 0n;
  }

  private at(scale: number): bigint {
    return this.unscaled === 0n ? 0n : this.unscaled * 10n ** BigInt(this.scale - scale);
  }

  private scaledTo(scale: number): bigint {
    if (this.small) {
      if (this.scale < scale) { return roundUp(this.unscaled, scale - this.scale); }
      if (this.unscaled === 0n || this.scale - scale > 18) { return 0n; }
      const scaled = this.unscaled * 10n ** BigInt(this.scale - scale);
      return fits(scaled) ? scaled : 0n;
    }
    if (this.scale >= scale) { return BigInt.asIntN(64, this.unscaled * 10n ** BigInt(Math.min(this.scale - scale, 4096))); }
    const divisor = 10n ** BigInt(scale - this.scale);
    const floor = this.unscaled / divisor;
    return BigInt.asIntN(64, this.unscaled % divisor === 0n ? floor : floor + 1n);
  }
}

function fits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
