import type { FieldError } from './field-error';
import { invalid } from './field-error';
import type { FieldPath } from './field-path';
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

function hasBitsBeyond(bytes: readonly number[], length: number): boolean {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.slice(length).includes('1');
}
