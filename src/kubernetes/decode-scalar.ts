import type { Scalar } from './object-type';
import { Quantity } from './quantity';
import { readTimestamp } from './timestamp';

/** A value that is not of its field's type. */
export class Refusal {
  constructor(private readonly wanted: string, private readonly got: unknown, private readonly reason?: string) {}

  public get detail(): string {
    const got = typeof this.got === 'object' ? (Array.isArray(this.got) ? 'a list' : 'an object') : JSON.stringify(this.got);
    return `expected ${this.wanted}, got ${got}${this.reason === undefined ? '' : `: ${this.reason}`}`;
  }
}

/**
 * A scalar as the API server keeps it, or why it does not take it.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/json#UnmarshalStrict
 */
export function decodeScalar(type: Scalar, value: unknown): unknown {
  switch (type) {
    case 's': return typeof value === 'string' ? value : new Refusal('a string', value);
    case 'b': return typeof value === 'boolean' ? value : new Refusal('true or false', value);
    case 'i': return isInt32(value) ? value : new Refusal('a whole number of 32 bits', value);
    case 'l': return isInt64(value) ? value : new Refusal('a whole number of 64 bits', value);
    case 'x': return typeof value === 'string' || isInt32(value) ? value : new Refusal('a whole number of 32 bits or a string', value);
    case 'q': return decodeQuantity(value);
    case 't': return decodeTime(value);
    case 'y': return decodeBytes(value);
    case 'a': return value;
  }
}

function isInt32(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

function isInt64(value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value)) { return false; }
  if (Number.isSafeInteger(value)) { return true; }
  const text = String(value);
  return !text.includes('e') && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function decodeQuantity(value: unknown): string | Refusal {
  if (typeof value !== 'string' && typeof value !== 'number') { return new Refusal('a quantity', value); }
  const quantity = Quantity.read(value);
  if (typeof quantity === 'string') { return new Refusal('a quantity', value, quantity); }
  // Beyond exa the server writes another amount than it holds: 1000E becomes 1.
  const text = quantity.toString();
  return Quantity.parse(text).compare(quantity) === 0 ? text : String(value);
}

function decodeTime(value: unknown): string | Refusal {
  const time = typeof value === 'string' ? readTimestamp(value) : undefined;
  if (time === undefined) { return new Refusal('a time such as 2006-01-02T15:04:05Z', value); }
  return time === '0001-01-01T00:00:00Z' ? '' : time;
}

/** Bytes come as base64; Go's decoder also takes a list of numbers. */
function decodeBytes(value: unknown): string | Refusal {
  if (typeof value === 'string') {
    const text = value.replace(/[\r\n]/g, '');
    if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)) { return text; }
  }
  if (Array.isArray(value) && value.every(isByte)) { return btoa(String.fromCharCode(...value.map(Number))); }
  return new Refusal('text in base64', value);
}

function isByte(value: unknown): boolean {
  return value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255);
}
