import { OK, patternMessage } from './names';
import { isLongerThan } from './text-length';

const portCharacters = /^[-a-z0-9]+$/;
const percentPattern = /^[0-9]+%$/;
const headerPattern = /^[-A-Za-z0-9]+$/;
const configKeyPattern = /^[-._a-zA-Z0-9]+$/;
const relaxedEnvPattern = /^[\x20-\x3c\x3e-\x7e]*$/;
const cIdentifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
const strictEnvPattern = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const sysctlPattern = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

/** The expression behind {@link isSysctlName}, as errors cite it. */
export const SYSCTL_PATTERN = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';

/** What is wrong with a number that must lie between two others. */
export function inRange(value: number, min: number, max: number): readonly string[] {
  return value >= min && value <= max ? OK : [`must be between ${min} and ${max}, inclusive`];
}

/** What is wrong with a port number. */
export function portNumber(value: number): readonly string[] {
  return inRange(value, 1, 65535);
}

/** What is wrong with a user or group id. */
export function userId(value: number): readonly string[] {
  return inRange(value, 0, 2147483647);
}

/** What is wrong with an IANA service name, as ports of containers bear it. */
export function portName(value: string): readonly string[] {
  const messages: string[] = [];
  if (isLongerThan(value, 15)) { messages.push('must be no more than 15 characters'); }
  if (!portCharacters.test(value)) { messages.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)'); }
  if (!/[a-z]/.test(value)) { messages.push('must contain at least one letter (a-z)'); }
  if (value.includes('--')) { messages.push('must not contain consecutive hyphens'); }
  if (value.startsWith('-') || value.endsWith('-')) { messages.push('must not begin or end with a hyphen'); }
  return messages;
}

/** What is wrong with a percentage such as `10%`. */
export function percent(value: string): readonly string[] {
  if (percentPattern.test(value)) { return OK; }
  return [patternMessage("a valid percent string must be a numeric string followed by an ending '%'", '[0-9]+%', '1%', '93%')];
}

/** What is wrong with the name of an HTTP header. */
export function headerName(value: string): readonly string[] {
  if (headerPattern.test(value)) { return OK; }
  return [patternMessage("a valid HTTP header must consist of alphanumeric characters or '-'", '[-A-Za-z0-9]+', 'X-Header-Name')];
}

/** What is wrong with the key of a ConfigMap or Secret. */
export function configKey(value: string): readonly string[] {
  const messages: string[] = [];
  if (isLongerThan(value, 253)) { messages.push('must be no more than 253 characters'); }
  if (!configKeyPattern.test(value)) {
    messages.push(patternMessage("a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
      '[-._a-zA-Z0-9]+', 'key.name', 'KEY_NAME', 'key-name'));
  }
  if (value === '.' || value === '..') {
    messages.push(`must not be '${value}'`);
  } else if (value.startsWith('..')) {
    messages.push("must not start with '..'");
  }
  return messages;
}

/** What is wrong with the name of an environment variable since Kubernetes 1.32. */
export function envName(value: string): readonly string[] {
  if (value === '') { return ['environment variable name must be non-empty']; }
  if (relaxedEnvPattern.test(value)) { return OK; }
  return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** Whether Kubernetes before 1.32 took the name of an environment variable too. */
export function isStrictEnvName(value: string): boolean {
  return strictEnvPattern.test(value) && !value.startsWith('..') && value !== '.';
}

/** Whether a program in C can have a variable of this name; `$(NAME)` refers to any name. */
export function isCIdentifier(value: string): boolean {
  return cIdentifierPattern.test(value);
}

/** Whether a kernel parameter has a well-formed name, with dots or slashes. */
export function isSysctlName(value: string): boolean {
  return !isLongerThan(value, 253) && sysctlPattern.test(value);
}

/** The number that Go's `ParseInt` reads from decimal digits within 64 bits, or nothing. */
export function parseInt64(value: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(value)) { return undefined; }
  const number = BigInt(value.startsWith('+') ? value.slice(1) : value);
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
