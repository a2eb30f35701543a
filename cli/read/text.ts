import { isUtf8 } from 'buffer';
import type { Problem } from './problem';

const MOST_BYTES = 64 * 1024 * 1024;
// What YAML forbids, control characters first of all.
// eslint-disable-next-line no-control-regex -- control characters tell a file that is no text
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u2028\u2029]|\r(?!\n)/;

/** The characters of a file, or why it has none. Line ends are those of Unix then. */
export function textOf(bytes: Buffer): string | Problem {
  if (bytes.length > MOST_BYTES) { return { line: 1, message: `the file has ${Math.ceil(bytes.length / 1024 / 1024)} MiB; more than 64 are not read: split it` }; }
  if (isUtf16(bytes)) { return { line: 1, message: 'the file is UTF-16: save it as UTF-8' }; }
  if (!isUtf8(bytes)) { return { line: lineOfInvalid(bytes), message: 'here are bytes that are no UTF-8: save the file as UTF-8' }; }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) { return { line: lineAt(text, forbidden.index), message: explain(forbidden[0].codePointAt(0)!) }; }
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function explain(code: number): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x0d) { return 'a carriage return without a line feed: save the file with Unix or Windows line ends'; }
  return `here is the control character ${name}: write it as an escape in double quotes`;
}

function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}

function lineOfInvalid(bytes: Buffer): number {
  let [start, line] = [0, 1];
  for (let end = bytes.indexOf(0x0a); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(0x0a, start)) {
    start = end + 1;
    line++;
  }
  return line;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
