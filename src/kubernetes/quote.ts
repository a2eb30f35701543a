const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

// Made when it is needed: V8 would load tables of Unicode for a literal when it reads it.
let special: RegExp | undefined;

/** A text in double quotes as Go's `%q` writes it. */
export function quote(text: string): string {
  special ??= new RegExp('["\\\\]|[^\\x20-\\x7e\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]', 'gu');
  return `"${text.replace(special, escape)}"`;
}

function escape(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) { return short; }
  const code = character.codePointAt(0)!;
  const hex = code.toString(16);
  if (code < 0x80) { return `\\x${hex.padStart(2, '0')}`; }
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
