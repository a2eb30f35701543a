import { dnsSubdomain, OK, patternMessage } from './names';
import { isLongerThan } from './text-length';

const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const namePattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const valuePattern = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const RULE = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

/**
 * What is wrong with a qualified name, `[prefix/]name`: label keys, annotation keys in lower case, extended resources.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/api/validate/content#IsLabelKey
 */
export function qualifiedName(value: string): readonly string[] {
  const slash = value.indexOf('/');
  const name = slash < 0 ? value : value.slice(slash + 1);
  if (name.includes('/')) {
    return [`a valid label key ${nameRule()} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const prefixMessages = slash < 0 ? OK : prefix(value.slice(0, slash));
  const matches = namePattern.test(name);
  if (matches && name.length <= 63) { return prefixMessages; }
  const messages = [...prefixMessages];
  if (name === '') {
    messages.push('name part must be non-empty');
  } else if (isLongerThan(name, 63)) {
    messages.push('name part must be no more than 63 bytes');
  }
  if (!matches) { messages.push(`name part ${nameRule()}`); }
  return messages;
}

/** What is wrong with a label's value (63 bytes, may be empty). */
export function labelValue(value: string): readonly string[] {
  const matches = valuePattern.test(value);
  if (matches && value.length <= 63) { return OK; }
  const messages: string[] = [];
  if (isLongerThan(value, 63)) { messages.push('must be no more than 63 bytes'); }
  if (!matches) {
    messages.push(patternMessage(`a valid label must be an empty string or ${RULE.slice('must '.length)}`, `(${NAME})?`, 'MyValue', 'my_value', '12345'));
  }
  return messages;
}

function prefix(value: string): readonly string[] {
  if (value === '') { return ['prefix part must be non-empty']; }
  const messages = dnsSubdomain(value, 'bytes');
  return messages.length === 0 ? OK : messages.map((message) => `prefix part ${message}`);
}

function nameRule(): string {
  return patternMessage(RULE, NAME, 'MyName', 'my.name', '123-abc');
}
