/** Words that a text may not be, or with which it may not begin. */
interface Forbidden {
  readonly text: string;
  readonly isBeginning: boolean;
}

/** Matches every name that is none of these and begins with none of the others. RE2 has no word for it, so that it is spelled out. */
export function noneOf(names: readonly string[], beginnings: readonly string[]): string {
  const forbidden = [...names.map(text => ({ text, isBeginning: false })), ...beginnings.map(text => ({ text, isBeginning: true }))];
  return `(?s)^${other(forbidden, '', '.*', '$')}$`;
}

/** Matches the beginning of every line that begins neither with white space nor with one of these. */
export function lineNotBeginning(beginnings: readonly string[]): string {
  return `^${other(beginnings.map(text => ({ text, isBeginning: true })), '\\s', '', '$')}`;
}

function other(forbidden: readonly Forbidden[], moreForbidden: string, rest: string, end: string): string {
  const next = [...new Set(forbidden.filter(({ text }) => text !== '').map(({ text }) => text[0]))];
  const mayEnd = moreForbidden === '' && !forbidden.some(({ text }) => text === '');
  const others = `[^${moreForbidden}${next.map(inClass).join('')}]`;
  const longer = next.flatMap(first => {
    const remaining = forbidden.filter(({ text }) => text.startsWith(first)).map(({ text, isBeginning }) => ({ text: text.slice(1), isBeginning }));
    return remaining.some(({ text, isBeginning }) => text === '' && isBeginning) ? [] : [`${outside(first)}${other(remaining, '', rest, end)}`];
  });
  return `(?:${[...mayEnd ? [end] : [], ...next.length === 0 && moreForbidden === '' ? [`(?s:.)${rest}`] : [`${others}${rest}`], ...longer].join('|')})`;
}

function inClass(character: string): string {
  return /[\]\\^[-]/.test(character) ? `\\${character}` : character;
}

function outside(character: string): string {
  return /[.*+?()[\]{}|^$\\]/.test(character) ? `\\${character}` : character;
}

/** A pattern whose groups capture nothing, so that one around it is the only one. */
export function withoutGroups(pattern: string): string {
  const parts = pattern.match(/\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]|\(\?P?<[A-Za-z_]\w*>|\((?!\?)|[^]/g) ?? [];
  return parts.map(part => part === '(' || /^\(\?P?</.test(part) ? '(?:' : part).join('');
}
