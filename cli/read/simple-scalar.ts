import { resolvePlain } from './scalar';

const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-:][^\s:#])(?:[^\s:#]|(?::+|#)(?=[^\s:#])| +(?=[^\s:#]))*$/;
const QUOTED = /^(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*(?:''[^']*)*)')(?: *$| +#)/;
/** The escapes that YAML shares with JSON. */
const ESCAPED = /^[^\\\t]*(?:\\["\\bfnrt][^\\\t]*)*$/;

/** The value of a text in one line that can mean one thing only, a comment behind it or not; undefined for any other. */
export function simpleScalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first === 0x22 || first === 0x27) {
    const quoted = QUOTED.exec(text);
    return quoted === null ? undefined : quotedText(quoted[1], quoted[2]);
  }
  const comment = text.indexOf(' #');
  const content = comment < 0 ? text : text.slice(0, comment);
  const trimmed = content.trimEnd();
  // What JavaScript trims is not all white space to YAML.
  if (trimmed !== content && /[^ \t]/.test(content.slice(trimmed.length))) { return undefined; }
  return PLAIN.test(trimmed) ? plainScalar(trimmed) : undefined;
}

/** A text without quotes as JSON has it, which has no infinite numbers. */
export function plainScalar(text: string): unknown {
  const value = resolvePlain(text);
  if (typeof value === 'number' && !Number.isFinite(value)) { return undefined; }
  return typeof value === 'bigint' ? Number(value) : value;
}

/** What stands between double quotes or between single ones, in one line. */
export function quotedText(double: string | undefined, single: string): string | undefined {
  if (double === undefined) { return single.replaceAll('\'\'', '\''); }
  if (!double.includes('\\')) { return double; }
  return ESCAPED.test(double) ? JSON.parse(`"${double}"`) as string : undefined;
}
