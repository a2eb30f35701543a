/** How a quantity was written, which decides how it is written again. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** A number read from text: `unscaled × 10^scale`. */
export interface ReadQuantity {
  readonly unscaled: bigint;
  readonly scale: number;
  readonly format: QuantityFormat;
  /** The text itself, when Kubernetes keeps it rather than write its own. */
  readonly kept?: string;
  /** Whether Kubernetes holds the number as 64 bits and an exponent, as it does with most. */
  readonly small: boolean;
}

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const shape = /^([+-]?)0*([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const MAX_INT64 = 2n ** 63n - 1n;

/** Exponents beyond this are never multiplied out. */
const HUGE = 400;

/**
 * Reads a quantity as Kubernetes does, or tells why it cannot.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/resource#ParseQuantity
 */
export function readQuantity(text: string): ReadQuantity | string {
  const match = text === '' ? null : shape.exec(text);
  if (match === null) { return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"; }
  const [, sign, digits, fraction = '', suffix] = match;
  const whole = digits === '' ? '0' : digits;
  const unit = readSuffix(suffix);
  if (unit === undefined) { return "unable to parse quantity's suffix"; }
  const negative = sign === '-';
  const { binary, exponent, format } = unit;

  const precision = binary
    ? (fraction === '' ? 15 - whole.length - Math.trunc(exponent * 3 / 10) - 1 : -1)
    : 18 - whole.length - fraction.length;
  const scale = (binary ? 0 : exponent) - fraction.length;
  if (precision >= 0 && scale >= -9) {
    const shifted = whole + fraction;
    const value = BigInt(shifted);
    const amount = binary ? value * 2n ** BigInt(exponent) : value;
    const keep = binary ? value % 8n !== 0n : scale % 3 === 0 && !shifted.endsWith('000') && shifted[0] !== '0';
    return { unscaled: negative ? -amount : amount, scale, format, small: true, ...(keep ? { kept: text } : {}) };
  }
  if (digits === '' && fraction === '' && !/[0-9]/.test(text.slice(0, text.length - suffix.length))) {
    return 'unable to parse numeric part of quantity';
  }
  const magnitude = BigInt(whole + fraction) * (binary ? 2n ** BigInt(exponent) : 1n);
  return large(negative, magnitude, scale, format);
}

/** What 64 bits cannot hold: rounded up to nano, and capped where the suffix is binary. */
function large(negative: boolean, magnitude: bigint, scale: number, format: QuantityFormat): ReadQuantity {
  let amount = magnitude;
  let at = scale;
  if (amount !== 0n && at < -9) {
    amount = roundUp(amount, -9 - at);
    at = -9;
  }
  if (format === 'BinarySI') {
    if (compareScaled(amount, at, MAX_INT64, 0) > 0) {
      amount = MAX_INT64;
      at = 0;
    } else if (amount !== 0n && compareScaled(amount, at, 1n, 0) < 0) {
      return { unscaled: negative ? -amount : amount, scale: at, format: 'DecimalSI', small: false };
    }
  }
  return { unscaled: negative ? -amount : amount, scale: at, format, small: false };
}

function readSuffix(suffix: string): { binary: boolean; exponent: number; format: QuantityFormat } | undefined {
  const decimal = DECIMAL.indexOf(suffix);
  if (decimal >= 0) { return { binary: false, exponent: decimal * 3 - 9, format: 'DecimalSI' }; }
  const power = BINARY.indexOf(suffix);
  if (power >= 0) { return { binary: true, exponent: power * 10 + 10, format: 'BinarySI' }; }
  if (!/^[eE][-+]?[0-9]+$/.test(suffix)) { return undefined; }
  const exponent = BigInt(suffix[1] === '+' ? suffix.slice(2) : suffix.slice(1));
  if (BigInt.asIntN(64, exponent) !== exponent) { return undefined; }
  return { binary: false, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/** Divides by a power of ten, away from zero where it does not go in. */
export function roundUp(value: bigint, power: number): bigint {
  if (value === 0n || power <= 0) { return value; }
  const sign = value < 0n ? -1n : 1n;
  if (power > HUGE && power > value.toString().length) { return sign; }
  const divisor = 10n ** BigInt(power);
  const quotient = value / divisor;
  return value % divisor === 0n ? quotient : quotient + sign;
}

/** The order of two numbers given as `unscaled × 10^scale`. */
export function compareScaled(a: bigint, aScale: number, b: bigint, bScale: number): number {
  const [aSign, bSign] = [signOf(a), signOf(b)];
  if (aSign !== bSign || aSign === 0) { return Math.sign(aSign - bSign); }
  const distance = aScale - bScale;
  if (Math.abs(distance) > HUGE) {
    const digits = (a < 0n ? -a : a).toString().length + distance - (b < 0n ? -b : b).toString().length;
    if (Math.abs(digits) > 1) { return digits > 0 ? aSign : -aSign; }
  }
  const left = distance > 0 ? a * 10n ** BigInt(distance) : a;
  const right = distance < 0 ? b * 10n ** BigInt(-distance) : b;
  return left < right ? -1 : left > right ? 1 : 0;
}

function signOf(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/**
 * Writes a number in its canonical form: the largest suffix that leaves no fraction.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/resource#Quantity.CanonicalizeBytes
 */
export function writeQuantity(unscaled: bigint, scale: number, format: QuantityFormat): string {
  if (unscaled === 0n) { return '0'; }
  if (format === 'BinarySI') {
    const inBytes = scale >= 0 ? unscaled * 10n ** BigInt(scale) : unscaled / 10n ** BigInt(-scale);
    const exact = scale >= 0 || unscaled % 10n ** BigInt(-scale) === 0n;
    if (exact && (inBytes <= -1024n || inBytes >= 1024n)) { return writeBinary(inBytes); }
  }
  return writeDecimal(unscaled, scale, format === 'BinarySI' ? 'DecimalSI' : format);
}

function writeBinary(value: bigint): string {
  let amount = value;
  let power = 0;
  while (amount % 1024n === 0n) {
    amount /= 1024n;
    power++;
  }
  return `${amount}${power === 0 ? '' : BINARY[power - 1] ?? ''}`;
}

function writeDecimal(unscaled: bigint, scale: number, format: QuantityFormat): string {
  let amount = unscaled;
  let exponent = scale;
  while (amount % 10n === 0n) {
    amount /= 10n;
    exponent++;
  }
  while (exponent % 3 !== 0) {
    amount *= 10n;
    exponent--;
  }
  if (format === 'DecimalExponent') { return exponent === 0 ? `${amount}` : `${amount}e${exponent}`; }
  return `${amount}${DECIMAL[exponent / 3 + 3] ?? ''}`;
}
