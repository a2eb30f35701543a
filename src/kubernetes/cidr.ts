import type { FieldError } from './field-error';
import { invalid } from './field-error';
import { FieldPath } from './field-path';
import { isMapped, parseIp } from './ip-address';

/** Adds what is wrong with a range of addresses such as `10.9.8.0/24`, in the strict spelling that the API server demands since 1.36. */
export function validateCidr(text: string, at: FieldPath, errors: FieldError[]): void {
  const [, ip, length] = /^([^/]*)\/([0-9]+)$/.exec(text) ?? [];
  const address = ip === undefined ? undefined : parseIp(ip);
  if (address === undefined || Number(length) > (address.v4 ? 32 : 128)) {
    errors.push(invalid(at, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'));
  } else if (!address.strict || /^0[0-9]/.test(length)) {
    errors.push(invalid(at, text, 'must not have leading 0s in IP or prefix length'));
  } else if (!address.v4 && isMapped(address)) {
    errors.push(invalid(at, text, 'must not have an IPv4-mapped IPv6 address'));
  } else if (hasBitsBeyond(address.bytes.slice(address.v4 ? 12 : 0), Number(length))) {
    errors.push(invalid(at, text, 'must not have bits set beyond the prefix length'));
  }
}

/** What is wrong with a range of addresses; nothing where it is right. */
export function cidrProblem(text: string): string | undefined {
  const errors: FieldError[] = [];
  validateCidr(text, FieldPath.nowhere, errors);
  return errors[0]?.detail;
}

/**
 * Whether a range lies within another, and is smaller. Neither needs the strict spelling.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/networking/validation/validation.go
 */
export function isStrictlyWithin(inner: string, outer: string): boolean {
  const [a, b] = [rangeOf(inner), rangeOf(outer)];
  return a !== undefined && b !== undefined && a.written > b.written && a.bits.length === b.bits.length && a.bits.startsWith(b.bits.slice(0, b.length));
}

/** Whether the server can read a range at all, in whatever spelling. */
export function isCidr(text: string): boolean {
  return rangeOf(text) !== undefined;
}

interface Range {
  readonly bits: string;
  /** How many of the bits are those of the range. */
  readonly length: number;
  /** The same as it is written, of an IPv4-mapped IPv6 address 96 more. */
  readonly written: number;
}

function rangeOf(text: string): Range | undefined {
  const [, ip, digits] = /^([^/]*)\/([0-9]+)$/.exec(text) ?? [];
  const address = ip === undefined ? undefined : parseIp(ip);
  const written = Number(digits);
  if (address === undefined || written > (address.v4 ? 32 : 128)) { return undefined; }
  const length = address.v4 ? written + 96 : written;
  const bits = bitsOf(address.bytes).slice(0, length).padEnd(128, '0');
  return bits.startsWith(MAPPED) ? { bits: bits.slice(96), length: length - 96, written } : { bits, length, written };
}

const MAPPED = '0'.repeat(80) + '1'.repeat(16);

function hasBitsBeyond(bytes: readonly number[], length: number): boolean {
  return bitsOf(bytes).slice(length).includes('1');
}

function bitsOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
