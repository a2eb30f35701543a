/** A section of a configuration of Fluentd. */
export interface Element {
  readonly name: string;
  readonly argument: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly elements: readonly Element[];
}

/** Where a value has Ruby, the parsed one has its code between these. */
export const CODE = '\u0001';

/**
 * Reads a configuration as Fluentd does, as far as we write it.
 * @see https://github.com/fluent/fluentd/blob/v1.19.3/lib/fluent/config/v1_parser.rb
 */
export function parseFluentd(text: string): Element {
  return new Parser(text).root();
}

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  public root(): Element {
    const root = this.inside('');
    if (this.at < this.text.length) { this.fail('expected the end'); }
    return root;
  }

  private inside(name: string, argument = ''): Element {
    const parameters: [string, string][] = [];
    const elements: Element[] = [];
    for (;;) {
      this.take(/(?:[ \t\r\n]|#.*?(?:$|[\r\n]))*/y);
      if (this.at >= this.text.length) {
        return name === '' ? { name, argument, parameters, elements } : this.fail(`expected </${name}>`);
      }
      const end = this.take(/<\/([A-Za-z0-9_]+)\s*>/y);
      if (end !== undefined) {
        this.lineEnd();
        return end[1] === name ? { name, argument, parameters, elements } : this.fail(`unmatched end of ${name}`);
      }
      const begin = this.take(/<([A-Za-z0-9_]+)[ \t]*/y);
      if (begin !== undefined) {
        const of = this.string(/[ \t\r\n]*>/y);
        this.take(/[ \t\r\n]*/y);
        if (this.take(/>/y) === undefined) { this.fail("expected '>'"); }
        this.lineEnd();
        elements.push(this.inside(begin[1], of));
      } else {
        const parameter = this.string(/[ \t\r\n]/y);
        this.take(/[ \t]*/y);
        parameters.push([parameter, this.literal()]);
        this.lineEnd();
      }
    }
  }

  private literal(): string {
    return /[[{]/y.test(this.text[this.at]) ? this.json() : this.string(/[ \t]*(?:#.*)?(?:$|[\r\n])/y);
  }

  private string(boundary: RegExp): string {
    return this.take(/"/y) ? this.doubleQuoted() : this.take(/'/y) ? this.singleQuoted() : this.plain(boundary);
  }

  private plain(boundary: RegExp): string {
    let value = '';
    for (;;) {
      if (this.text[this.at] !== '#') {
        boundary.lastIndex = this.at;
        if (this.at >= this.text.length || boundary.test(this.text) || this.text[this.at] === '\n') { return value; }
      }
      value += this.text[this.at++];
    }
  }

  private singleQuoted(): string {
    let value = '';
    for (;;) {
      const found = this.take(/'|\\'|\\\\|[^\n]/y) ?? this.fail('a text in single quotes has no end');
      if (found[0] === "'") { return value; }
      value += found[0].replace(/^\\(?=.)/, '');
    }
  }

  private doubleQuoted(): string {
    let value = '';
    for (;;) {
      const found = this.take(/"|\\[^\n]|#\{|[^\n]/y) ?? this.fail('a text in double quotes has no end');
      if (found[0] === '"') { return value; }
      if (found[0] === '#{') {
        value += CODE + this.code() + CODE;
      } else if (/^\\[A-Za-z0-9]/.test(found[0])) {
        value += ({ '\\n': '\n', '\\r': '\r', '\\t': '\t' } as any)[found[0]] ?? this.fail(`unexpected escape ${found[0]}`);
      } else {
        value += found[0].replace(/^\\(?=.)/, '');
      }
    }
  }

  /** Ruby up to the brace that ends it: of what we write, texts in single and double quotes, and braces in pairs. */
  private code(): string {
    const begin = this.at;
    for (let depth = 0; ;) {
      const found = this.take(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[{}]|[^'"{}\n]/y) ?? this.fail('Ruby has no end');
      if (found[0] === '}' && depth-- === 0) { return this.text.slice(begin, this.at - 1); }
      if (found[0] === '{') { depth += 1; }
    }
  }

  private json(): string {
    for (let end = this.at + 1; end <= this.text.length; end += 1) {
      try {
        JSON.parse(this.text.slice(this.at, end));
      } catch {
        continue;
      }
      const value = this.text.slice(this.at, end);
      // Fluentd evaluates it wherever it stands.
      if (value.includes('#{')) { this.fail('Ruby in JSON'); }
      this.at = end;
      return value;
    }
    return this.fail('incomplete JSON');
  }

  private lineEnd(): void {
    if (this.take(/(?:[ \t]*(?:#.*)?(?:$|[\r\n]))+/y) === undefined) { this.fail('expected the end of the line'); }
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found?.[0].length ?? 0;
    return found ?? undefined;
  }

  private fail(what: string): never {
    throw new Error(`${what} at ${JSON.stringify(this.text.slice(Math.max(0, this.at - 40), this.at + 20))}`);
  }
}
