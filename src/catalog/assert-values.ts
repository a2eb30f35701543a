import { isIpAddress } from '../host/formats';
import { invalid } from '../host/invalid';

/** Refuses what is no whole number between two others. */
export function assertWhole(what: string, value: number | undefined, least: number, most = 2147483647): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most)) {
    throw invalid(what, most === 2147483647 ? `a whole number of at least ${least}` : `a whole number from ${least} to ${most}`, value);
  }
}

/** Refuses what is no time. */
export function assertSeconds(what: string, value: number | undefined): void {
  if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)) {
    throw invalid(what, 'a number of seconds above 0', value);
  }
}

/** Refuses what is no port. */
export function assertPort(what: string, value: number | undefined): void {
  assertWhole(what, value, 1, 65535);
}

/** Refuses text that does not fit into a line of a configuration file. */
export function assertLine(what: string, value: string | undefined): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (value !== undefined && (typeof value !== 'string' || value === '' || /[\u0000-\u001f\u007f]/.test(value))) {
    throw invalid(what, 'text in one line', value);
  }
}

/** Refuses what is neither a name nor an address of a server. */
export function assertServer(what: string, value: string): void {
  if (!isIpAddress(value) && !(typeof value === 'string' && /^[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?\.?$/.test(value))) {
    throw invalid(what, "a name or an address, without scheme and port, such as 'metrics.example.com'", value);
  }
}

/** Refuses what is no member of an enum; a program without types may write its text. */
export function assertOneOfEnum(what: string, value: unknown, name: string, members: { readonly [member: string]: string }): void {
  if (value !== undefined && !Object.values(members).includes(value as string)) {
    throw invalid(what, `one of ${Object.keys(members).map(member => `${name}.${member}`).join(', ')}`, value);
  }
}

/** Refuses what is no list. */
export function assertList(what: string, value: unknown, example: string): void {
  if (value !== undefined && !Array.isArray(value)) {
    throw invalid(what, `a list, such as ${example}`, value);
  }
}
