import type { Lines } from './lines';
import { literalText } from './literal';
import { resolvePlain } from './scalar';
import { flowCollection } from './simple-flow';
import { simpleScalar } from './simple-scalar';

const KEY = /^(?:([\w.][\w./-]*)|"([^"\\]*)"|'([^']*)') *:(?: +|$)/;
/** A key that may be something else than a text. */
const UNSURE_KEY = /^(?:[\d.]|(?:y|yes|n|no|on|off|true|false|null)$)/i;
const DEEPEST = 100;
const LONGEST_LINE = 1000;

/** What is not so simple that this reader and the library must agree. */
export const NOT_SIMPLE = Symbol('not simple');

/**
 * YAML without anchors, tags, repeated keys and texts that are folded, which is how nearly all manifests are written: twenty times
 * faster than the library, to which everything else is left.
 */
export function readSimpleYaml(text: string, line: number, lines?: Lines): unknown {
  return new SimpleReader(text.split('\n'), line, lines).document();
}

class SimpleReader {
  /** The line that is read, the column at which its rest begins, and that rest. */
  private at = -1;
  private column = 0;
  private rest = '';

  constructor(private readonly texts: readonly string[], private readonly firstLine: number, private readonly lines?: Lines) {}

  public document(): unknown {
    if (/^---(?:[ \t]+#.*|[ \t]*)$/.test(this.texts[0])) { this.at = 0; }
    this.next();
    if (this.column < 0) { return this.column === -1 ? null : NOT_SIMPLE; }
    if (this.lines !== undefined) { this.lines.root = this.firstLine + this.at; }
    const value = this.block(0);
    return this.column === -1 ? value : NOT_SIMPLE;
  }

  /** Goes to the next line with content; the column is -1 at the end, and -2 at a line that is not simple. */
  private next(): void {
    while (++this.at < this.texts.length) {
      const text = this.texts[this.at];
      let column = 0;
      while (text.charCodeAt(column) === 0x20) { column++; }
      const first = text.charCodeAt(column);
      if (column === text.length || first === 0x23) { continue; }
      const isMarker = column === 0 && (text.startsWith('---') || text.startsWith('...') || first === 0x25);
      this.column = first === 0x09 || isMarker || text.length > LONGEST_LINE ? -2 : column;
      this.rest = text.slice(column);
      return;
    }
    this.column = -1;
    this.rest = '';
  }

  private block(depth: number): unknown {
    if (depth > DEEPEST) { return NOT_SIMPLE; }
    return isEntry(this.rest) ? this.list(depth) : this.map(depth);
  }

  private map(depth: number): unknown {
    const { column } = this;
    const object: Record<string, unknown> = {};
    do {
      const found = KEY.exec(this.rest);
      if (found === null) { return NOT_SIMPLE; }
      const key = found[1] ?? found[2] ?? found[3];
      if (found[1] !== undefined && UNSURE_KEY.test(key) && resolvePlain(key) !== key) { return NOT_SIMPLE; }
      if (key === '__proto__' || Object.hasOwn(object, key)) { return NOT_SIMPLE; }
      this.lines?.set(object, key, this.firstLine + this.at);
      const value = this.valueAfter(found[0].length, column, depth);
      if (value === NOT_SIMPLE) { return NOT_SIMPLE; }
      object[key] = value;
    } while (this.column === column && !isEntry(this.rest));
    return this.column > column ? NOT_SIMPLE : object;
  }

  /** What stands behind a key: in its line, or in the block below it. */
  private valueAfter(length: number, column: number, depth: number): unknown {
    const rest = this.rest.slice(length);
    if (rest !== '' && !rest.startsWith('#')) { return this.scalar(rest, column); }
    this.next();
    const isBlock = this.column > column || (this.column === column && isEntry(this.rest));
    if (!isBlock) { return null; }
    return isBracket(this.rest) ? this.scalar(this.rest, column) : this.block(depth + 1);
  }

  private list(depth: number): unknown {
    const { column } = this;
    const list: unknown[] = [];
    do {
      const started = this.at;
      const value = this.entry(column, depth);
      if (value === NOT_SIMPLE) { return NOT_SIMPLE; }
      this.lines?.set(list, list.length, this.firstLine + started);
      list.push(value);
    } while (this.column === column && isEntry(this.rest));
    return this.column > column ? NOT_SIMPLE : list;
  }

  private entry(column: number, depth: number): unknown {
    const content = /^- *(?=[^ ])/.exec(this.rest)?.[0].length;
    if (content === undefined || this.rest[content] === '#') { return NOT_SIMPLE; }
    const rest = this.rest.slice(content);
    if (!isEntry(rest) && !KEY.test(rest)) { return this.scalar(rest, column); }
    this.column = column + content;
    this.rest = rest;
    return this.block(depth + 1);
  }

  /** What is neither a key nor an entry, to the end of its line or of its last; no line that lies deeper may go on with it. */
  private scalar(text: string, column: number): unknown {
    const found = this.overLines(text, column);
    const value = found === undefined ? simpleScalar(text) : found.value;
    this.at = found?.last ?? this.at;
    this.next();
    return value === undefined || this.column > column ? NOT_SIMPLE : value;
  }

  private overLines(text: string, column: number): { readonly value: unknown; readonly last: number } | undefined {
    if (text.startsWith('|')) { return literalText(this.texts, this.at, column); }
    return isBracket(text) ? flowCollection(this.texts, this.at, this.texts[this.at].length - text.length, column, this.firstLine, this.lines) : undefined;
  }
}

function isBracket(rest: string): boolean {
  const first = rest.charCodeAt(0);
  return first === 0x5b || first === 0x7b;
}

function isEntry(rest: string): boolean {
  return rest.charCodeAt(0) === 0x2d && (rest.length === 1 || rest.charCodeAt(1) === 0x20);
}
