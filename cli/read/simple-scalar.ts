import { resolvePlain } from './scalar';

const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s:#])(?:[^\s:#]|[:#](?=[^\s:#])| +(?=[^\s:#]))*$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const QUOTED_LIST = /^\[(?:"[^"\\]*"(?:, *"[^"\\]*")*)?\]$/;

/** The value of a text in one line that can mean one thing only; undefined for any other. */
export function simpleScalar(text: string): unknown {
  const trimmed = text.trimEnd();
  if (PLAIN.test(trimmed)) {
    const value = resolvePlain(trimmed);
    if (typeof value === 'number' && !Number.isFinite(value)) { return undefined; }
    return typeof value === 'bigint' ? Number(value) : value;
  }
  const quoted = QUOTED.exec(trimmed);
  if (quoted !== null) { return quoted[1] ?? quoted[2]; }
  if (QUOTED_LIST.test(trimmed)) { return JSON.parse(trimmed); }
  return trimmed === '{}' ? {} : undefined;
}
