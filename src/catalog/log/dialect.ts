import { invalid } from '../../host/invalid';
import { goPattern } from '../go-values';

/** A language of regular expressions. */
export interface Dialect {
  readonly title: string;
  /** What it has no word for, with the name of what it is. */
  readonly lacks: readonly (readonly [pattern: RegExp, what: string])[];
}

const LOOKAROUND: Dialect['lacks'] = [
  [/\(\?(=|!|<=|<!)/, 'no lookaround'],
  [/(?<!\\)(\\\\)*\\([1-9]|k[<{'])/, 'no references to groups'],
  [/\(\?>/, 'no atomic groups'],
  [/(?<!\\)[*+?}]\+/, 'no possessive quantifiers'],
];

/** @see https://github.com/google/re2/wiki/Syntax */
export const RE2: Dialect = { title: 'RE2', lacks: [...LOOKAROUND, [/\\[hRXZz](?<!\\\\[hRXZ])(?<!\\z)/, "no '\\h', '\\R', '\\X' and '\\Z'"]] };

const ESCAPED = String.raw`\\[pPxuU](?:\{[^}]*\}|(?!\{))|\\[^pPxuU]`;
const NAMED_CLASS = String.raw`\[:\^?\w+:\]`;
const BRACKETS = String.raw`\[\^?(?:\]|(?!\]))(?:${ESCAPED}|${NAMED_CLASS}|[^\]\\])*\]`;
const COUNT = String.raw`\{\d+(?:,\d*)?\}`;

/** @see https://docs.rs/regex/latest/regex/#syntax */
export const RUST: Dialect = {
  title: 'the regular expressions of Rust',
  lacks: [
    ...LOOKAROUND,
    [/\\[QEGZhRX]/, "no '\\Q', '\\E', '\\Z', '\\h', '\\R' and '\\X'"],
    [new RegExp(String.raw`^(?:${ESCAPED}|${BRACKETS}|${COUNT}|[^\\[{])*\{(?!\d+(?:,\d*)?\})`), "no '{' that counts nothing: write '\\{'"],
    [
      new RegExp(String.raw`^(?:${ESCAPED}|${BRACKETS}|[^\\[])*\[\^?(?:\]|(?!\]))(?:${ESCAPED}|${NAMED_CLASS}|[^\]\\[])*(?:\[(?!:)|&&|--|~~)`),
      "no '[', '&&', '--' and '~~' as they are in brackets: write '\\['",
    ],
  ],
};

/** @see https://github.com/kkos/oniguruma/blob/master/doc/RE */
export const ONIGMO: Dialect = { title: 'Onigmo', lacks: [[/\(\?P[<=>]/, "no '(?P<name>…)': write '(?<name>…)'"], [/\\Q|\\E/, "no '\\Q' and '\\E'"]] };

/** Refuses a pattern that the agent would refuse, or read otherwise. */
export function assertDialect(what: string, pattern: string, dialect: Dialect, program: string): void {
  const lack = dialect.lacks.find(([missing]) => missing.test(pattern));
  if (lack !== undefined) {
    throw invalid(what, `a regular expression of ${program} (${dialect.title}), which has ${lack[1]}`, pattern);
  }
  if (goPattern(withoutSpecials(pattern)) === undefined) {
    throw invalid(what, `a regular expression of ${program} (${dialect.title})`, pattern, 'a bracket or a quantifier is wrong');
  }
}

/** What JavaScript has other words for. */
function withoutSpecials(pattern: string): string {
  return pattern.replace(/\(\?>/g, '(?:').replace(/([*+?}])\+/g, '$1').replace(/\[\[:\^?\w+:\]/g, '[a').replace(/\[:\^?\w+:\]/g, 'a');
}
