import type { FieldError } from './field-error';
import { invalid } from './field-error';
import type { FieldPath } from './field-path';

/** An address as sixteen bytes, and how it was written. */
export interface IpAddress {
  /** IPv4 addresses stand in the last four bytes, behind `ffff`. */
  readonly bytes: readonly number[];
  /** Whether the text has dots only. */
  readonly v4: boolean;
  /** Whether every number is written without surplus zeros. */
  readonly strict: boolean;
}

/**
 * Reads an IP address the lenient way that old fields keep: leading zeros pass.
 *
 * @see https://pkg.go.dev/k8s.io/utils/net#ParseIPSloppy
 */
export function parseIp(text: string): IpAddress | undefined {
  const first = /[.:]/.exec(text)?.[0];
  if (first === '.') {
    const octets = parseOctets(text);
    return octets && { bytes: mapped(octets), v4: true, strict: isStrictV4(text) };
  }
  if (first !== ':') { return undefined; }
  return parseV6(text);
}

/** Whether the address is an IPv4 one inside `::ffff:0:0/96`, in either spelling. */
export function isMapped(address: IpAddress): boolean {
  const { bytes } = address;
  return bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

/** Adds what is wrong with an address where the API server demands the strict spelling (since 1.36). */
export function validateIp(text: string, at: FieldPath, errors: FieldError[]): void {
  const address = parseIp(text);
  if (address === undefined) {
    errors.push(invalid(at, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'));
  } else if (!address.strict) {
    errors.push(invalid(at, text, 'must not have leading 0s'));
  } else if (!address.v4 && isMapped(address)) {
    errors.push(invalid(at, text, 'must not be an IPv4-mapped IPv6 address'));
  }
}

/** The address in its one recommended spelling (RFC 5952); IPv4-mapped ones with dots only. */
export function formatIp(address: IpAddress): string {
  const { bytes } = address;
  if (isMapped(address)) { return bytes.slice(12).join('.'); }
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[2 * i] * 256 + bytes[2 * i + 1]).toString(16)).join(':');
  const zeros = (groups.match(/(?<![0-9a-f])0(:0)+(?![0-9a-f])/g) ?? []).reduce((longest, run) => run.length > longest.length ? run : longest, '');
  if (zeros === '') { return groups; }
  const [before, after] = splitOnce(groups, zeros);
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

function splitOnce(text: string, part: string): [string, string] {
  const at = text.search(new RegExp(`(?<![0-9a-f])${part}(?![0-9a-f])`));
  return [text.slice(0, at), text.slice(at + part.length)];
}

function mapped(octets: readonly number[]): number[] {
  return [...new Array<number>(10).fill(0), 0xff, 0xff, ...octets];
}

function parseOctets(text: string): number[] | undefined {
  if (!/^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/.test(text)) { return undefined; }
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

function isStrictV4(text: string): boolean {
  return text.split('.').every((octet) => octet.length === 1 || octet[0] !== '0');
}

function parseV6(text: string): IpAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2) { return undefined; }
  const [head, tail] = halves.map((half) => half === '' ? [] : half.split(':'));
  if (halves.length === 1 && head.length === 0) { return undefined; }
  const pieces = [...head, ...(tail ?? [])];
  const bytes: number[] = [];
  let strict = true;
  for (const [i, piece] of pieces.entries()) {
    if (piece.includes('.')) {
      const octets = parseOctets(piece);
      if (octets === undefined || i !== pieces.length - 1 || (tail !== undefined && tail.length === 0)) { return undefined; }
      strict &&= isStrictV4(piece);
      bytes.push(...octets);
    } else {
      if (!/^[0-9a-fA-F]+$/.test(piece)) { return undefined; }
      const group = parseInt(piece, 16);
      if (group > 0xffff) { return undefined; }
      strict &&= piece.length <= 4;
      bytes.push(Math.trunc(group / 256), group % 256);
    }
  }
  if (tail === undefined) { return bytes.length === 16 ? { bytes, v4: false, strict } : undefined; }
  if (bytes.length > 14) { return undefined; }
  const start = head.length * 2;
  bytes.splice(start, 0, ...new Array<number>(16 - bytes.length).fill(0));
  return { bytes, v4: false, strict };
}

/** Whether an address is one that leads back to whoever uses it. */
export function isLoopback(text: string): boolean {
  const address = parseIp(text);
  return address !== undefined && (address.v4 ? address.bytes[12] === 127 : formatIp(address) === '::1');
}

/** Whether an address stands for every address of a machine. */
export function isUnspecified(text: string): boolean {
  const address = parseIp(text);
  return address !== undefined && ['::', '0.0.0.0'].includes(formatIp(address));
}
