import type { FieldError } from '../field-error';
import { forbidden, invalidEach, tooLong } from '../field-error';
import type { FieldPath } from '../field-path';
import { validateIp } from '../ip-address';
import { dnsSubdomain } from '../names';
import { isLongerThan } from '../text-length';
import type { HostAlias, PodSpec } from '../wire/pod-spec';

const MAX_HOSTNAME = 64;

/** Adds what is wrong with the lines that a pod adds to its hosts file. */
export function validateHostAliases(aliases: HostAlias[], at: FieldPath, errors: FieldError[]): void {
  for (const [i, { ip = '', hostnames = [] }] of aliases.entries()) {
    validateIp(ip, at.index(i).child('ip'), errors);
    for (const [j, hostname] of hostnames.entries()) {
      invalidEach(errors, at.index(i).child('hostnames').index(j), hostname, dnsSubdomain(hostname));
    }
  }
}

/** Adds what is wrong with a host name that replaces all others. */
export function validateHostnameOverride({ hostnameOverride, setHostnameAsFQDN, hostNetwork }: PodSpec, at: FieldPath, errors: FieldError[]): void {
  if (hostnameOverride === undefined) { return; }
  const path = at.child('hostnameOverride');
  if (setHostnameAsFQDN) { errors.push(forbidden(path, 'may not be specified when setHostnameAsFQDN is true')); }
  if (hostNetwork) { errors.push(forbidden(path, 'may not be specified when hostNetwork is true')); }
  if (isLongerThan(hostnameOverride, MAX_HOSTNAME)) { errors.push(tooLong(path, MAX_HOSTNAME)); }
  invalidEach(errors, path, hostnameOverride, dnsSubdomain(hostnameOverride));
}
