import { CST, Lexer } from 'yaml';
import { Unreadable } from './problem';

const DOUBLE_QUOTED = /^"[^"\\]*(?:\\.[^"\\]*)*"$/s;
const SINGLE_QUOTED = /^'[^']*(?:''[^']*)*'$/s;
const ESCAPES = /^[^\\]*(?:\\(?:[0abt\tnvfre "\\N_LP\n]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|U0010[0-9a-fA-F]{4})[^\\]*)*$/s;
const NO_DIRECTIVE = 'kubectl takes no directives such as %YAML: remove the line, or put a text that begins with % in quotes';
/** Some seven megabytes of what is usual; the library needs about half a kilobyte for each. */
const MOST_LEXEMES = 2_000_000;
const UNCLOSED = 'the quote is not closed, or a line within the quotes is not indented';
const PRELUDE = ['newline', 'space', 'comment', 'doc-mode', 'doc-end', 'byte-order-mark'];
const ANCHOR = /^[&*][\w-]+$/;

/**
 * The lexemes of one document, made those that Go's YAML 1.1 would find, or refused where it refuses.
 * The library reads YAML 1.2, which differs in tabs, in `?`, `-` and `:` within brackets, and in escapes.
 */
export class Lexemes {
  /** What stands behind the end of the document. */
  public rest = '';
  private offset = 0;
  private flowLevel = 0;
  /** Where a tab would indent: at the beginning of a line and behind the dash of a list. */
  private indents = true;
  private hasBegun = false;
  private hasFixedIndent = false;

  constructor(private readonly text: string, private readonly lineAt: (offset: number) => number) {}

  /** Goes through the document once. */
  public* [Symbol.iterator](): Generator<string> {
    let [isText, isBlock, isDash] = [false, false, false];
    let count = 0;
    for (const lexeme of new Lexer().lex(this.text)) {
      if (++count > MOST_LEXEMES) { this.refuse('the document is too large: split it'); }
      if (isText) {
        this.checkText(lexeme, isBlock);
        // Behind a dash that is no entry of a list, the library finds a text of nothing.
        if (!isDash || lexeme !== '') { yield* [CST.SCALAR, lexeme]; }
        this.offset += lexeme.length;
        [isText, isBlock, isDash] = [false, false, false];
        continue;
      }
      const type: string = CST.tokenType(lexeme) ?? 'text';
      isText = type === 'scalar';
      if (isText) { continue; }
      this.check(lexeme, type);
      isBlock = type === 'block-scalar-header' || (isBlock && ['space', 'comment', 'newline'].includes(type));
      isDash = type === 'seq-item-ind' && this.flowLevel > 0;
      if (isDash) { yield CST.SCALAR; }
      yield lexeme;
      if (![CST.DOCUMENT, CST.FLOW_END].includes(lexeme)) { this.offset += lexeme.length; }
      if (type === 'doc-end') {
        this.rest = this.text.slice(this.offset);
        return;
      }
    }
  }

  private check(lexeme: string, type: string): void {
    if (!PRELUDE.includes(type)) { this.hasBegun = true; }
    switch (type) {
      case 'newline':
        this.indents = true;
        break;
      case 'space':
        if (this.indents && this.flowLevel === 0 && lexeme.includes('\t')) { this.refuse('a tab stands where only spaces may indent'); }
        break;
      case 'seq-item-ind':
        if (this.flowLevel > 0 && /[ \t\n]/.test(this.text[this.offset + 1])) { this.refuse('put "-" in quotes: within brackets it begins nothing'); }
        this.indents = true;
        break;
      case 'explicit-key-ind':
        this.indents = true;
        break;
      case 'block-scalar-header':
        this.hasFixedIndent = /[1-9]/.test(lexeme);
        this.indents = false;
        break;
      case 'tag':
        if (lexeme.includes('#') || !/[ \t\n]/.test(this.text[this.offset + lexeme.length])) { this.refuse(`put a space behind the tag ${lexeme}`); }
        this.indents = false;
        break;
      case 'map-value-ind': case 'comment': case 'doc-mode': break;
      case 'doc-end':
        if (!this.hasBegun) { this.refuse('"..." ends a document that has not begun'); }
        break;
      case 'directive-line':
        this.refuse(NO_DIRECTIVE);
        break;
      case 'flow-map-start': case 'flow-seq-start':
        this.flowLevel++;
        break;
      case 'flow-map-end': case 'flow-seq-end': case 'flow-error-end':
        this.flowLevel--;
        this.indents = false;
        break;
      case 'double-quoted-scalar':
        if (!DOUBLE_QUOTED.test(lexeme)) { this.refuse(UNCLOSED); }
        if (!ESCAPES.test(lexeme)) { this.refuse('an escape that YAML has not, such as \\q, \\/ or \\ud83d: write the character itself, or \\\\ for a backslash'); }
        this.indents = false;
        break;
      case 'single-quoted-scalar':
        if (!SINGLE_QUOTED.test(lexeme)) { this.refuse(UNCLOSED); }
        this.indents = false;
        break;
      case 'alias': case 'anchor':
        if (!ANCHOR.test(lexeme)) { this.refuse(`the name of an anchor has letters, digits, _ and - only, got "${lexeme.slice(1)}"`); }
        this.indents = false;
        break;
      default:
        this.indents = false;
    }
  }

  private checkText(text: string, isBlock: boolean): void {
    this.indents = isBlock;
    if (isBlock && this.hasFixedIndent && /^[ \n]* \n/m.test(text + this.text.slice(this.offset + text.length).match(/^ *\n|/)![0])) {
      this.refuse('a line of nothing but spaces in a text whose indentation is given: leave the line empty');
    }
    if (text.startsWith('%')) { this.refuse(NO_DIRECTIVE); }
    if (this.flowLevel === 0) { return; }
    if (/^:|\?/.test(text)) { this.refuse(`put "${text}" in quotes: within brackets Kubernetes takes no colon at the beginning and no question mark`); }
    if (/^:[,[\]{}]/.test(this.text.slice(this.offset + text.length, this.offset + text.length + 2))) { this.refuse('put a space behind the colon: within brackets it would be part of the text'); }
  }

  private refuse(message: string): never {
    throw new Unreadable(this.lineAt(this.offset), message);
  }
}
