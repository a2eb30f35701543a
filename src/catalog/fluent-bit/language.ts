import { invalid } from '../../host/invalid';
import { TextLanguage, written } from '../log/texts';

/** Values of Fluent Bit: it expands `${NAME}` wherever it stands, and has no way to write it otherwise. */
const LANGUAGE: TextLanguage = {
  literal: text => {
    if (text.includes('${')) {
      throw invalid('a text for Fluent Bit', "without '${', which it reads as a variable", text, "write '$(NAME)' for a variable of the container");
    }
    return text;
  },
  variable: name => `\${${name}}`,
};

/** A text of the user. */
export function text(value: string): string;
export function text(value: string | undefined): string | undefined;
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : written(value, LANGUAGE);
}

/** A text of the user as one word among others; a quote in it is escaped, and a backslash before a quote would be read as that. */
export function quoted(value: string): string {
  const word = text(value);
  if (/\\("|$)/.test(word)) {
    throw invalid('a text for Fluent Bit', "without a '\\' at its end or before a quote, which it would take for an escaped quote", value);
  }
  return `"${word.replace(/"/g, '\\"')}"`;
}

/**
 * A regular expression of the user. Between slashes, those of its own are no delimiters.
 * @see https://github.com/fluent/fluent-bit/blob/v5.1.1/src/flb_regex.c
 */
export function pattern(expression: string): string {
  return `/${expression.replace(/\$\{/g, '$\\{')}/`;
}

/** A setting that is on or off. */
export function onOff(value: boolean): 'on' | 'off' {
  return value ? 'on' : 'off';
}

/** Which lines a filter or output gets: the tag of a line begins with the id of its source. */
export function matching(sources: readonly string[] | undefined): { match: string } | { match_regex: string } {
  return sources === undefined ? { match: '*' } : { match_regex: `^(${sources.join('|')})(\\.|$)` };
}

/**
 * A configuration whose variables are all filled in: of one that stands behind a `}`, it takes that for the end.
 * @see https://github.com/fluent/fluent-bit/blob/v5.1.1/src/flb_env.c
 */
export function filledIn<T>(value: T): T {
  if (typeof value === 'string' && value.split(/\$\{[^}]*\}/).slice(0, -1).some(before => before.includes('}'))) {
    throw invalid('a text for Fluent Bit', "without a '}' before a variable, which it then does not fill in", value);
  }
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(filledIn);
  }
  return value;
}
