/** A text over many lines, and the last line of it. */
interface Literal {
  readonly value: string;
  readonly last: number;
}

const HEADER = /\|(-?) *$/;

/** The text below a `|` or `|-` at the end of a line, unless it is one where the readers of YAML differ. */
export function literalText(texts: readonly string[], header: number, parentIndent: number): Literal | undefined {
  const found = HEADER.exec(texts[header]);
  let at = header + 1;
  while (texts[at] === '') { at++; }
  const indent = /^( *)[^\s]/.exec(texts[at] ?? '')?.[1].length ?? 0;
  if (found === null || indent <= parentIndent) { return undefined; }
  const margin = ' '.repeat(indent);
  let end = header + 1;
  for (at = header + 1; at < texts.length; at++) {
    if (texts[at].startsWith(margin)) {
      if (texts[at].length > indent) { end = at + 1; }
    } else if (/^[ \t]*$/.test(texts[at])) {
      if (texts[at].includes('\t')) { return undefined; }
    } else {
      break;
    }
  }
  const lines = texts.slice(header + 1, end).map((text) => text.slice(indent));
  return { value: lines.join('\n') + (found[1] === '-' ? '' : '\n'), last: at - 1 };
}
