/** A plugin, or a map: its options with their values. */
export interface Plugin {
  readonly name: string;
  readonly options: readonly (readonly [name: string, value: Value])[];
}

export type Value = string | number | readonly Value[] | Plugin;

/** A plugin with the kind of section in which it stands. */
export interface Placed extends Plugin {
  readonly section: string;
  /** The conditions around it, as they are written. */
  readonly conditions: readonly string[];
}

/**
 * Reads the configuration of a pipeline as Logstash does with `config.support_escapes`.
 * @see https://github.com/elastic/logstash/blob/main/logstash-core/lib/logstash/compiler/lscl/lscl_grammar.treetop
 */
export function parseLogstash(text: string): Placed[] {
  return new Parser(text).config();
}

/** A backslash before the quote always takes it, even one that is itself behind a backslash. */
const STRING = /"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'/y;
const REGEXP = /\/(?:\\\/|[^/\\]|\\(?!\/))*\//y;

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  public config(): Placed[] {
    const found: Placed[] = [];
    for (this.blank(); this.at < this.text.length; this.blank()) {
      const section = this.need(/(?:input|filter|output)/y, 'a section');
      this.blank();
      found.push(...this.block(section, []));
    }
    return found;
  }

  private block(section: string, conditions: readonly string[]): Placed[] {
    const found: Placed[] = [];
    this.need(/\{/y, "'{'");
    for (this.blank(); this.take(/\}/y) === undefined; this.blank()) {
      if (this.take(/if(?=[ \t\r\n(![])/y) === undefined) {
        found.push({ section, conditions, ...this.plugin(this.name()) });
        continue;
      }
      const condition = this.condition();
      found.push(...this.block(section, [...conditions, condition]));
      this.blank();
      if (this.take(/else/y) !== undefined) {
        this.blank();
        found.push(...this.block(section, [...conditions, `not (${condition})`]));
      }
    }
    return found;
  }

  private plugin(name: string): Plugin {
    const options: [string, Value][] = [];
    this.blank();
    this.need(/\{/y, `'{' of ${name}`);
    for (this.blank(); this.take(/\}/y) === undefined; this.blank()) {
      const option = this.name();
      this.arrow();
      options.push([option, this.value()]);
    }
    return { name, options };
  }

  private value(): Value {
    if (this.take(/\[/y) !== undefined) {
      const items: Value[] = [];
      this.blank();
      while (this.take(/\]/y) === undefined) {
        items.push(this.value());
        this.blank();
        if (this.take(/,/y) === undefined && this.text[this.at] !== ']') { this.fail("expected ','"); }
        this.blank();
      }
      return items;
    }
    if (this.text[this.at] === '{') { return this.map(); }
    const string = this.take(STRING);
    if (string !== undefined) { return unescaped(string); }
    const number = this.take(/-?[0-9]+(\.[0-9]*)?/y);
    if (number !== undefined) { return Number(number); }
    const word = this.need(/[A-Za-z_][A-Za-z0-9_]+/y, 'a value');
    const end = this.at;
    this.blank();
    if (this.text[this.at] === '{') { return this.plugin(word); }
    this.at = end;
    return word;
  }

  private map(): Plugin {
    const options: [string, Value][] = [];
    this.need(/\{/y, "'{'");
    for (this.blank(); this.take(/\}/y) === undefined; this.blank()) {
      const key = this.take(STRING);
      const name = key === undefined ? this.need(/[A-Za-z0-9_]+/y, 'a key') : unescaped(key);
      this.arrow();
      options.push([name, this.value()]);
    }
    return { name: '', options };
  }

  /** Fields, strings and regular expressions with operators between them, as they are written. */
  private condition(): string {
    const begin = this.at;
    do {
      this.blank();
      this.take(/!/y);
      this.rvalue();
      this.blank();
      if (this.take(/==|!=/y) !== undefined) {
        this.blank();
        this.rvalue();
      } else if (this.take(/=~|!~/y) !== undefined) {
        this.blank();
        if (this.take(STRING) === undefined && this.take(REGEXP) === undefined) { this.fail('expected a regular expression'); }
      }
      this.blank();
    } while (this.take(/and|or/y) !== undefined);
    return this.text.slice(begin, this.at).trim();
  }

  private rvalue(): void {
    if (this.take(STRING) === undefined && this.take(/(?:\[[^\][,]+\])+/y) === undefined) { this.fail('expected a field or a text'); }
  }

  private name(): string {
    const string = this.take(STRING);
    return string === undefined ? this.need(/[A-Za-z0-9_-]+/y, 'a name') : string.slice(1, -1);
  }

  private arrow(): void {
    this.blank();
    this.need(/=>/y, "'=>'");
    this.blank();
  }

  private blank(): void {
    this.take(/(?:[ \t\r\n]|#[^\r\n]*(?:\r?\n|$))*/y);
  }

  private need(pattern: RegExp, what: string): string {
    return this.take(pattern) ?? this.fail(`expected ${what}`);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private fail(what: string): never {
    throw new Error(`${what} at ${JSON.stringify(this.text.slice(Math.max(0, this.at - 40), this.at + 20))}`);
  }
}

const ESCAPES: { readonly [escape: string]: string } = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\0': '\0', '\\"': '"', "\\'": "'", '\\\\': '\\' };

function unescaped(string: string): string {
  return string.slice(1, -1).replace(/\\[^\n]/g, escape => ESCAPES[escape] ?? escape);
}
