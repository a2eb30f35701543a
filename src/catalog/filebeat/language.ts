import { SinkModel } from '../../host/log/model';
import { quotedVariable } from '../beats';
import { secretVariable } from '../log/secrets';
import { TextLanguage, written } from '../log/texts';

const variable = (name: string) => `\${${name}}`;

/** It reads variables in every text, and `$$` is `$`. */
const PLAIN: TextLanguage = { literal, variable };

/** A text in which variables stand it reads as a value once they are put in: without quotes `a,b` would be a list. */
const QUOTED: TextLanguage = { literal: text => literal(JSON.stringify(text).slice(1, -1)), variable };

/** A text of the user, in which variables stand. */
export function text(value: string): string;
export function text(value: string | undefined): string | undefined;
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : hasVariable(value) ? `"${written(value, QUOTED)}"` : written(value, PLAIN);
}

function hasVariable(value: string): boolean {
  return written(value, { literal: () => '', variable: () => '$' }) !== '';
}

/** A text without variables, such as a regular expression. */
export function literal(value: string): string {
  return value.replace(/\$/g, '$$$$');
}

/** A credential of a sink. */
export function secret(sink: SinkModel, what: string): string {
  return `\${${quotedVariable(secretVariable(sink, what))}}`;
}

export function seconds(count: number): string {
  return `${Math.max(1, Math.round(count * 1000))}ms`.replace(/000ms$/, 's');
}
