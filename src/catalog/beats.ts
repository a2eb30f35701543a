import { EnvValue } from '../host/env-value';

/**
 * The variable with the text of another one in quotes. Beats read the text of a variable as a value of their configuration: without quotes
 * `a,b` is a list, and `0123` the number 83.
 * @see https://www.elastic.co/docs/reference/beats/filebeat/using-environ-vars
 */
export function quotedVariable(name: string): string {
  return `QUOTED_${name}`;
}

/** What that variable holds; it must stand behind the other one. */
export function quotedValue(name: string): EnvValue {
  return EnvValue.text(`'$(${name})'`);
}
