import type { FieldError } from '../field-error';
import { invalid, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateIp } from '../ip-address';
import { dnsSearchDomain } from '../names';
import { isLongerThan } from '../text-length';
import type { PodSpec } from '../wire/pod-spec';

const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_LENGTH = 2048;

/** Adds what is wrong with the resolver settings of a pod. */
export function validateDnsConfig({ dnsConfig, dnsPolicy }: PodSpec, at: FieldPath, errors: FieldError[]): void {
  if (dnsPolicy === 'None') {
    if (dnsConfig === undefined) {
      errors.push(required(at, 'must provide `dnsConfig` when `dnsPolicy` is None'));
      return;
    }
    if ((dnsConfig.nameservers ?? []).length === 0) {
      errors.push(required(at.child('nameservers'), 'must provide at least one DNS nameserver when `dnsPolicy` is None'));
      return;
    }
  }
  if (dnsConfig === undefined) { return; }
  const { nameservers = [], searches = [], options = [] } = dnsConfig;
  if (nameservers.length > MAX_NAMESERVERS) {
    errors.push(invalid(at.child('nameservers'), nameservers, `must not have more than ${MAX_NAMESERVERS} nameservers`));
  }
  for (const [i, nameserver] of nameservers.entries()) { validateIp(nameserver, at.child('nameservers').index(i), errors); }
  if (searches.length > MAX_SEARCHES) {
    errors.push(invalid(at.child('searches'), searches, `must not have more than ${MAX_SEARCHES} search paths`));
  }
  if (isLongerThan(searches.join(' '), MAX_SEARCH_LENGTH)) {
    errors.push(invalid(at.child('searches'), searches, `must not have more than ${MAX_SEARCH_LENGTH} characters (including spaces) in the search list`));
  }
  for (const [i, search] of searches.entries()) {
    if (search === '.') { continue; }
    const domain = search.endsWith('.') ? search.slice(0, -1) : search;
    invalidEach(errors, at.child('searches').index(i), domain, dnsSearchDomain(domain));
  }
  for (const [i, { name }] of options.entries()) {
    if (!name) { errors.push(required(at.child('options').index(i), 'must not be empty')); }
  }
}
