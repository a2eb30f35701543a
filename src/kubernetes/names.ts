import { isLongerThan } from './text-length';

/** The answer of a format check that found nothing wrong. */
export const OK: readonly string[] = [];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const LABEL_UNDERSCORE = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const dnsLabelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const dns1035LabelPattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const dnsSubdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const underscorePattern = /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;

/** The sentence that a failed regular expression adds: what, examples, expression. */
export function patternMessage(what: string, pattern: string, ...examples: readonly string[]): string {
  return `${what} (e.g. ${examples.map((example) => `'${example}', `).join(' or ')}regex used for validation is '${pattern}')`;
}

/** What is wrong with a lower-case RFC 1123 label (63 bytes): container names, volume names, namespaces. */
export function dnsLabel(value: string): readonly string[] {
  const matches = dnsLabelPattern.test(value);
  if (matches && value.length <= 63) { return OK; }
  const messages: string[] = [];
  if (isLongerThan(value, 63)) { messages.push('must be no more than 63 characters'); }
  if (!matches) {
    messages.push(dnsSubdomainPattern.test(value) ? 'must not contain dots' : patternMessage(
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
      LABEL, 'my-name', '123-abc'));
  }
  return messages;
}

/** What is wrong with an RFC 1035 label (63 bytes), which starts with a letter. */
export function dns1035Label(value: string): readonly string[] {
  const matches = dns1035LabelPattern.test(value);
  if (matches && value.length <= 63) { return OK; }
  const messages: string[] = [];
  if (isLongerThan(value, 63)) { messages.push('must be no more than 63 characters'); }
  if (!matches) {
    messages.push(patternMessage(
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
      LABEL_1035, 'my-name', 'abc-123'));
  }
  return messages;
}

/** What is wrong with a lower-case RFC 1123 subdomain (253 bytes): most object names. */
export function dnsSubdomain(value: string, unit: 'characters' | 'bytes' = 'characters'): readonly string[] {
  const matches = dnsSubdomainPattern.test(value);
  if (matches && value.length <= 253) { return OK; }
  const messages: string[] = [];
  if (isLongerThan(value, 253)) { messages.push(`must be no more than 253 ${unit}`); }
  if (!matches) {
    messages.push(patternMessage(
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
      `${LABEL}(\\.${LABEL})*`, 'example.com'));
  }
  return messages;
}

/** What is wrong with a DNS search domain, which may hold underscores. */
export function dnsSearchDomain(value: string): readonly string[] {
  const matches = underscorePattern.test(value);
  if (matches && value.length <= 253) { return OK; }
  const messages: string[] = [];
  if (isLongerThan(value, 253)) { messages.push('must be no more than 253 characters'); }
  if (!matches) {
    messages.push(patternMessage(
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
      `${LABEL_UNDERSCORE}(\\.${LABEL_UNDERSCORE})*`, 'example.com'));
  }
  return messages;
}

/** What is wrong with a name that stands in a URL: RBAC objects, and every object after its own check. */
export function pathSegment(value: string): readonly string[] {
  if (value === '.' || value === '..') { return [`may not be '${value}'`]; }
  if (!value.includes('/') && !value.includes('%')) { return OK; }
  return ['/', '%'].filter((part) => value.includes(part)).map((part) => `may not contain '${part}'`);
}

/**
 * A `generateName` prefix checked as if its last dash were a letter.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/validation#NameIsDNSSubdomain
 */
export function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}
