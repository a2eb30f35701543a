/** A word or an operator of a shell script. */
export interface ShellToken {
  readonly kind: 'word' | 'operator';
  /** The operator; of a word what is left without quotes, up to the first variable or command in it. */
  readonly text: string;
  /** Whether nothing in it is filled in when the script runs. */
  readonly isLiteral: boolean;
}

const BLANKS = /(?:[^\S\n]|\\\n)+/y;
const COMMENT = /#[^\n]*/y;
// A number right before a redirection is a file descriptor.
const OPERATOR = /\d*(?:&>>|&>|<<<|<<-|<<|<>|<&|>&|>>|>\||[<>])|&&|\|\||;;|\|&|[|&;()\n]/y;
// Comparisons, in which < and > send nothing anywhere.
const COMPARISON = /\[\[\s[^]*?\s\]\]|\(\([^]*?\)\)/y;
// What a word is made of: an escaped character, a quoted text, an expansion, anything else.
const PIECE = new RegExp([
  /\\\n|\\([^])/,
  /'([^']*)'/,
  /"((?:[^"\\]|\\[^])*)"/,
  /(\$\(\([^]*?\)\)|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}]*\}|\$[\w@*#?$!-]+|`[^`]*`)/,
  /([^\s|&;()<>'"`\\$]+|[$"'`\\])/,
].map(({ source }) => source).join('|'), 'y');

/** The words and operators of a script as a POSIX shell reads them; what stands inside of `$(…)` is not looked at. */
export function shellTokens(script: string): ShellToken[] {
  const tokens: ShellToken[] = [];
  const ends: string[] = [];
  let at = 0;
  const eat = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(script);
    at = match === null ? at : pattern.lastIndex;
    return match;
  };
  while (at < script.length) {
    if (eat(BLANKS) || eat(COMMENT) || eat(COMPARISON)) {
      continue;
    }
    const operator = eat(OPERATOR);
    if (operator !== null) {
      tokens.push({ kind: 'operator', text: operator[0].replace(/^\d+/, ''), isLiteral: true });
      // The texts that `<<` announced stand below its line.
      at = operator[0] === '\n' ? ends.splice(0).reduce((start, end) => afterText(script, start, end), at) : at;
      continue;
    }
    const before = tokens.at(-1);
    const word = wordFrom(eat);
    if (before?.kind === 'operator' && /^<<-?$/.test(before.text)) {
      ends.push(word.text);
    }
    tokens.push(word);
  }
  return tokens;
}

function wordFrom(eat: (pattern: RegExp) => RegExpExecArray | null): ShellToken {
  let text = '';
  let isLiteral = true;
  for (let piece = eat(PIECE); piece !== null; piece = eat(PIECE)) {
    const [, escaped, single, double, expansion, plain] = piece;
    const opened = double?.search(/(?<!\\)[$`]/) ?? -1;
    const known = escaped ?? single ?? plain ?? (opened < 0 ? double : double.slice(0, opened))?.replace(/\\([$`"\\])/g, '$1') ?? '';
    text += isLiteral ? known : '';
    isLiteral &&= expansion === undefined && opened < 0;
  }
  return { kind: 'word', text, isLiteral };
}

function afterText(script: string, start: number, end: string): number {
  const lines = script.slice(start).split('\n');
  const length = lines.findIndex(line => line.trim() === end);
  return length < 0 ? script.length : start + lines.slice(0, length + 1).join('\n').length;
}
