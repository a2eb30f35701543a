import { validateCidr } from '../cidr';
import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalid, notSupported } from '../field-error';
import { FieldPath } from '../field-path';
import { isMapped, parseIp, validateIp } from '../ip-address';
import type { ServiceSpec } from '../wire/companion';

const RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** Whether a Service has no address of its own. */
export function isHeadless({ clusterIP, clusterIPs = clusterIP ? [clusterIP] : [] }: ServiceSpec): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

/** Adds what is wrong with the addresses in the cluster; those that are left open are allocated. */
export function validateClusterAddresses(spec: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  const { type, ipFamilies = [], ipFamilyPolicy } = spec;
  const addresses = spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : []);
  const field = at.child('clusterIPs');
  if (isHeadless(spec) && (type === 'LoadBalancer' || type === 'NodePort')) {
    errors.push(invalid(field.index(0), 'None', `may not be set to 'None' for ${type} services`));
  }
  if (spec.clusterIP && addresses[0] !== spec.clusterIP) { errors.push(invalid(field, addresses, 'first value must match `clusterIP`')); }
  if (addresses[0] === '' && !spec.clusterIP) { errors.push(invalid(field, addresses, 'must be empty when `clusterIP` is not specified')); }
  for (const [i, family] of ipFamilies.entries()) {
    if (!FAMILIES.includes(family)) { errors.push(notSupported(at.child('ipFamilies').index(i), family, FAMILIES)); }
    if (ipFamilies.indexOf(family) < i) { errors.push(duplicate(at.child('ipFamilies').index(i), family)); }
  }
  if (ipFamilyPolicy !== undefined && !POLICIES.includes(ipFamilyPolicy)) {
    errors.push(notSupported(at.child('ipFamilyPolicy'), ipFamilyPolicy, POLICIES));
  }
  const before = errors.length;
  for (const [i, address] of addresses.entries()) {
    if (i > 0 || address !== 'None') {
      validateIp(address, field.index(i), errors);
    } else if (addresses.length > 1) {
      errors.push(invalid(field, addresses, "'None' must be the first and only value"));
    }
  }
  const areReadable = errors.length === before;
  if (addresses.length > 2) { errors.push(invalid(field, addresses, 'may only hold up to 2 values')); }
  if (areReadable) { validateFamilies(addresses, ipFamilies, field, errors); }
}

function validateFamilies(addresses: readonly string[], families: readonly string[], at: FieldPath, errors: FieldError[]): void {
  const isV6 = addresses.map((address) => address.includes(':'));
  if (addresses.length > 1 && isV6.every((one) => one === isV6[0])) {
    errors.push(invalid(at, addresses, 'may specify no more than one IP for each IP family'));
  }
  if (addresses.length === 1 && addresses[0] === 'None') { return; }
  for (const [i, address] of addresses.entries()) {
    const family = families[i];
    if ((family === 'IPv4' && isV6[i]) || (family === 'IPv6' && !isV6[i])) {
      errors.push(invalid(at.index(i), address, `expected an ${family} value as indicated by \`ipFamilies[${i}]\``));
    }
  }
}

/** Adds what is wrong with addresses outside the cluster. */
export function validateExternalAddresses({ externalIPs = [] }: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  for (const [i, text] of externalIPs.entries()) {
    const before = errors.length;
    const path = at.child('externalIPs').index(i);
    validateIp(text, path, errors);
    if (errors.length === before) { validateOrdinary(text, path, errors); }
  }
}

/** Adds an error for an address that does not lead to one machine. */
function validateOrdinary(text: string, at: FieldPath, errors: FieldError[]): void {
  const address = parseIp(text)!;
  const [a, b, c] = isMapped(address) ? address.bytes.slice(12) : address.bytes;
  const v4 = isMapped(address);
  const rest = address.bytes.slice(v4 ? 12 : 0);
  if (rest.every((byte) => byte === 0)) { errors.push(invalid(at, text, `may not be unspecified (${text})`)); }
  if (v4 ? a === 127 : rest.every((byte, i) => byte === (i === 15 ? 1 : 0))) {
    errors.push(invalid(at, text, 'may not be in the loopback range (127.0.0.0/8, ::1/128)'));
  }
  if (v4 ? a === 169 && b === 254 : a === 0xfe && b >= 0x80 && b < 0xc0) {
    errors.push(invalid(at, text, 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'));
  }
  if (v4 ? a === 224 && b === 0 && c === 0 : a === 0xff && b % 16 === 2) {
    errors.push(invalid(at, text, 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'));
  }
}

/** Adds what is wrong with the ranges that a load balancer lets in, from the spec or, where that has none, from the old annotation. */
export function validateSourceRanges(spec: ServiceSpec, annotations: Record<string, string> | undefined, at: FieldPath, errors: FieldError[]): void {
  const { loadBalancerSourceRanges: ranges = [], type } = spec;
  const annotation = annotations?.[RANGES_ANNOTATION];
  if (ranges.length === 0 && annotation === undefined) { return; }
  const field = ranges.length > 0
    ? at.child('LoadBalancerSourceRanges')
    : FieldPath.root('metadata').child('annotations').key(RANGES_ANNOTATION);
  if (type !== 'LoadBalancer') { errors.push(forbidden(field, "may only be used when `type` is 'LoadBalancer'")); }
  if (ranges.length > 0) {
    for (const [i, range] of ranges.entries()) { validateCidr(range.trim(), field.index(i), errors); }
  } else if (annotation!.trim() !== '') {
    for (const range of annotation!.split(',')) { validateCidr(range.trim(), field, errors); }
  }
}
