import type { Lines } from './lines';
import { plainScalar, quotedText } from './simple-scalar';

/** A value that may go over many lines, and the last line of it. */
interface Flow {
  readonly value: unknown;
  readonly last: number;
}

const QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*(?:''[^']*)*)'/y;
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s\-?:,[\]{}#])(?:[^\s?:,[\]{}#]|[:#](?=[^\s?:,[\]{}#])| +(?=[^\s?:,[\]{}#]))*/y;
const COLON = / *:(?= |$)/y;
const COLON_AFTER_QUOTE = / *:/y;
const END = / *$| +#/y;
const DEEPEST = 20;
const LONGEST_LINE = 1000;

/** The list or object in brackets that begins at a place of a line, if every text in it can mean one thing only. */
export function flowCollection(texts: readonly string[], line: number, at: number, parentIndent: number, firstLine: number, lines?: Lines): Flow | undefined {
  const reader = new FlowReader(texts, line, at, parentIndent, firstLine, lines);
  const value = reader.value();
  return value !== undefined && reader.isAtEnd() ? { value, last: reader.line } : undefined;
}

/** Each method leaves the place behind what it read, and gives undefined for what is not simple. */
class FlowReader {
  private depth = 0;

  constructor(
    private readonly texts: readonly string[],
    public line: number,
    private at: number,
    private readonly parentIndent: number,
    private readonly firstLine: number,
    private readonly lines?: Lines,
  ) {}

  public value(): unknown {
    const next = this.next();
    if (next !== '[' && next !== '{') { return this.text()?.value; }
    if (++this.depth > DEEPEST) { return undefined; }
    this.at++;
    const value = next === '[' ? this.list() : this.object();
    this.at++;
    this.depth--;
    return value;
  }

  public isAtEnd(): boolean {
    return this.match(END) !== null;
  }

  private list(): unknown[] | undefined {
    const list: unknown[] = [];
    while (this.next() !== ']') {
      const { line } = this;
      const value = this.value();
      if (value === undefined || !this.isBetween(']')) { return undefined; }
      this.lines?.set(list, list.length, this.firstLine + line);
      list.push(value);
    }
    return list;
  }

  private object(): object | undefined {
    const object: Record<string, unknown> = {};
    while (this.next() !== '}') {
      const key = this.text();
      if (typeof key?.value !== 'string' || key.value === '<<' || key.value === '__proto__' || Object.hasOwn(object, key.value)) { return undefined; }
      this.lines?.set(object, key.value, this.firstLine + this.line);
      if (this.match(key.isQuoted ? COLON_AFTER_QUOTE : COLON) === null) { return undefined; }
      const value = this.value();
      if (value === undefined || !this.isBetween('}')) { return undefined; }
      object[key.value] = value;
    }
    return object;
  }

  /** Goes behind a comma; before the closing bracket there need not be one. */
  private isBetween(closing: string): boolean {
    const next = this.next();
    if (next === ',') { this.at++; }
    return next === ',' || next === closing;
  }

  private text(): { readonly value: unknown; readonly isQuoted: boolean } | undefined {
    const quoted = this.match(QUOTED);
    if (quoted !== null) { return { value: quotedText(quoted[1], quoted[2]), isQuoted: true }; }
    const plain = this.match(PLAIN);
    return plain === null ? undefined : { value: plainScalar(plain[0]), isQuoted: false };
  }

  /** Goes to the next character that is no white space and in no comment; undefined where a line is not indented. */
  private next(): string | undefined {
    for (; this.line < this.texts.length; this.line++, this.at = 0) {
      const text = this.texts[this.line];
      const start = this.at;
      while (text.charCodeAt(this.at) === 0x20) { this.at++; }
      if (this.at === text.length) { continue; }
      if (text.length > LONGEST_LINE) { break; }
      const isIndented = start > 0 || this.at > this.parentIndent || (this.at === this.parentIndent && this.depth === 1 && ']}'.includes(text[this.at]));
      if (!isIndented) { break; }
      const isComment = text.charCodeAt(this.at) === 0x23 && (start === 0 || this.at > start);
      if (!isComment) { return text[this.at]; }
    }
    this.line = this.texts.length;
    return undefined;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.texts[this.line] ?? '');
    if (found !== null) { this.at = pattern.lastIndex; }
    return found;
  }
}
