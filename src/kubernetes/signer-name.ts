import type { FieldError } from './field-error';
import { invalid, invalidEach, required, tooLong } from './field-error';
import type { FieldPath } from './field-path';
import { dnsLabel, dnsSubdomain } from './names';
import { quote } from './quote';
import { isLongerThan } from './text-length';

const MAX_DOMAIN = 253;
const MAX_NAME = MAX_DOMAIN + 1 + (253 + 63 + 1);

/** Whether a signer of certificates is one of Kubernetes' own. */
export function isKubernetesSigner(signer: string): boolean {
  const [host] = signer.split('/', 1);
  return host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
}

/**
 * Adds what is wrong with the name of a signer, `example.com/name`.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/names.go
 */
export function validateSignerName(signer: string, at: FieldPath, errors: FieldError[]): void {
  if (signer === '') {
    errors.push(required(at));
    return;
  }
  const segments = signer.split('/');
  if (segments.length !== 2) {
    errors.push(invalid(at, signer, "must be a fully qualified domain and path of the form 'example.com/signer-name'"));
    return;
  }
  const [domain, path] = segments;
  if (isLongerThan(domain, MAX_DOMAIN)) { errors.push(tooLong(at, MAX_DOMAIN)); }
  validateParts(domain, dnsLabel, at, errors);
  if (!domain.includes('.')) { errors.push(invalid(at, domain, 'should be a domain with at least two segments separated by dots')); }
  validateParts(path, dnsSubdomain, at, errors);
  if (isLongerThan(signer, MAX_NAME)) { errors.push(tooLong(at, MAX_NAME)); }
}

/** Only the first part that is wrong is reported. */
function validateParts(text: string, check: (part: string) => readonly string[], at: FieldPath, errors: FieldError[]): void {
  for (const part of text.split('.')) {
    const messages = check(part).map((message) => `validating label ${quote(part)}: ${message}`);
    if (messages.length === 0) { continue; }
    invalidEach(errors, at, text, messages);
    return;
  }
}

/** What is wrong with the name of a ClusterTrustBundle, which begins with its signer's when it has one. */
export function clusterTrustBundleName(name: string): readonly string[] {
  const colon = name.lastIndexOf(':');
  if (colon < 0) { return dnsSubdomain(name); }
  if (colon === 0) { return ['ClusterTrustBundle without signer name must not have ":" in its name']; }
  const prefix = `${name.slice(0, colon).replaceAll('/', ':')}:`;
  if (!name.startsWith(prefix)) {
    return [`ClusterTrustBundle for signerName ${name.slice(0, colon).replaceAll(':', '/')} must be named with prefix ${prefix}`];
  }
  return dnsSubdomain(name.slice(prefix.length));
}
