import { SinkModel } from '../../host/log/model';
import { secretVariable } from '../log/secrets';
import { TextLanguage, written } from '../log/texts';

/** Values of Filebeat: it reads variables in every text, and `$$` is `$`. */
const LANGUAGE: TextLanguage = { literal, variable: name => `\${${name}}` };

/** A text of the user, in which variables stand. */
export function text(value: string): string;
export function text(value: string | undefined): string | undefined;
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : written(value, LANGUAGE);
}

/** A text without variables, such as a regular expression. */
export function literal(value: string): string {
  return value.replace(/\$/g, '$$$$');
}

/** A credential of a sink. */
export function secret(sink: SinkModel, what: string): string {
  return `\${${quotedVariable(secretVariable(sink, what))}}`;
}

/**
 * The variable with the text of another one in quotes. Filebeat reads the text of a variable as a value: without quotes `a,b` is a list,
 * and `0123` the number 83.
 */
export function quotedVariable(name: string): string {
  return `QUOTED_${name}`;
}

export function seconds(count: number): string {
  return `${Math.max(1, Math.round(count * 1000))}ms`.replace(/000ms$/, 's');
}
