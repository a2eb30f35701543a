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

/** A setting that is on or off. */
export function onOff(value: boolean): 'on' | 'off' {
  return value ? 'on' : 'off';
}

/** Which lines a filter or output gets: the tag of a line begins with the id of its source. */
export function matching(sources: readonly string[] | undefined): { match: string } | { match_regex: string } {
  return sources === undefined ? { match: '*' } : { match_regex: `^(${sources.join('|')})(\\.|$)` };
}
