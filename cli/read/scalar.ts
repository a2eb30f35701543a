import { isUtf8 } from 'buffer';
import { Unreadable } from './problem';
import { isTimestamp } from './timestamp';

/** What a plain scalar of YAML may be. A bigint is a whole number, which as a key is written otherwise than a number with a fraction. */
export type Scalar = string | number | bigint | boolean | null;

const WORDS = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const HINT = /^[-+0-9.~yYnNtTfFoO]/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const DOTTED = /^\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?$/;
const WHOLE = /^([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const BINARY_WITH_SIGN = /^0b([-+])([01]+)$/;
const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

/** A plain scalar as Kubernetes reads it: YAML 1.1 with the exceptions of Go's library. */
export function resolvePlain(text: string): Scalar {
  if (text !== '' && !HINT.test(text)) { return text; }
  const word = WORDS.get(text);
  if (word !== undefined) { return word; }
  if (text[0] === '.') { return (DOTTED.test(text) ? finite(text.replaceAll('_', '')) : undefined) ?? text; }
  if (!/^[-+0-9]/.test(text)) { return text; }
  const digits = text.replaceAll('_', '');
  return whole(digits) ?? (FLOAT.test(digits) ? finite(digits) : undefined) ?? text;
}

function whole(digits: string): bigint | undefined {
  const [, binarySign, bits] = BINARY_WITH_SIGN.exec(digits) ?? [];
  const [, sign, binary, hex, octal, decimal] = binarySign === undefined ? WHOLE.exec(digits) ?? [] : [, binarySign, bits];
  if (sign === undefined) { return undefined; }
  const size = BigInt(decimal ?? (binary !== undefined ? `0b${binary}` : hex !== undefined ? `0x${hex}` : `0o${octal}`));
  const value = sign === '-' ? -size : size;
  // What is too large for 64 bits is tried as a number with a fraction; only without a sign are there 64 bits for a positive one.
  return value < LEAST || value > (sign === '' ? MOST : 2n ** 63n - 1n) ? undefined : value;
}

function finite(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/** A scalar with a tag, quoted or not. */
export function resolveTagged(tag: string, text: string, line: number): Scalar {
  if (tag === 'binary') { return fromBase64(text, line); }
  if (tag === 'timestamp') { return isTimestamp(text) ? text : unfit(text, 'timestamp', line); }
  const value = resolvePlain(text);
  const fits: Record<string, boolean> = {
    bool: typeof value === 'boolean',
    int: typeof value === 'bigint',
    float: typeof value === 'number' || (typeof value === 'bigint' && value < 2n ** 63n),
    null: value === null,
  };
  if (!(tag in fits)) { return text; }
  if (!fits[tag]) { return unfit(text, tag, line); }
  return tag === 'float' ? Number(value) : value;
}

function fromBase64(text: string, line: number): string {
  const digits = text.replace(/[\r\n]/g, '');
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits)) { throw new Unreadable(line, 'a !!binary value is no base64'); }
  const bytes = Buffer.from(digits, 'base64');
  if (!isUtf8(bytes)) { throw new Unreadable(line, 'a !!binary value is no text, which JSON cannot hold: put its base64 in quotes'); }
  return bytes.toString();
}

function unfit(text: string, tag: string, line: number): never {
  throw new Unreadable(line, `"${text}" is no ${tag}, which its tag says it is`);
}
