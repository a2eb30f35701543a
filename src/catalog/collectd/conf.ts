import { invalid } from '../../host/invalid';
import { SecretValue } from '../../host/secret-value';

/** A value of an option; that of a credential is known on the node only. */
export type Value = string | number | boolean | SecretValue;

/** An option, or a block where it has items. */
export interface Item {
  readonly key: string;
  readonly values: readonly Value[];
  readonly items?: readonly Item[];
  /** Lines of a block that are written as they are. */
  readonly lines?: readonly string[];
}

/**
 * An option of collectd.conf; undefined where it has no value.
 * @see https://www.collectd.org/documentation/manpages/collectd.conf.html
 */
export function option(key: string, ...values: readonly (Value | undefined)[]): Item[] {
  const given = values.filter((value): value is Value => value !== undefined);
  given.forEach(value => assertValue(key, value));
  return given.length === 0 ? [] : [{ key, values: given }];
}

/** A block of collectd.conf. */
export function block(key: string, values: readonly Value[], items: readonly Item[], lines: readonly string[] = []): Item {
  values.forEach(value => assertValue(key, value));
  return { key, values, items, lines };
}

/** The credentials in items, each once. */
export function credentialsIn(items: readonly Item[]): SecretValue[] {
  const all = items.flatMap(({ values, items: inner = [] }) => [...values.filter(value => value instanceof SecretValue), ...credentialsIn(inner)]);
  return [...new Set(all)];
}

/** The text of items. */
export function confText(items: readonly Item[], textOf: (value: Value) => string = plain): string {
  return linesOf(items, textOf).map(line => `${line}\n`).join('');
}

/** A value as collectd reads it: a backslash stands before what would end the text. */
export function plain(value: Value): string {
  if (value instanceof SecretValue) {
    throw invalid('a value in collectd.conf', 'no credential', value.secretKey);
  }
  return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value);
}

function linesOf(items: readonly Item[], textOf: (value: Value) => string): string[] {
  return items.flatMap(({ key, values, items: inner, lines = [] }) => {
    const head = [key, ...values.map(textOf)].join(' ');
    return inner === undefined ? [head] : [`<${head}>`, ...[...linesOf(inner, textOf), ...lines].map(line => `  ${line}`), `</${key}>`];
  });
}

/** Text goes in one line: a backslash at its end would take the next one along. */
function assertValue(key: string, value: Value): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const fits = typeof value === 'string' ? !/[\u0000-\u001f\u007f]/.test(value)
    : typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || value instanceof SecretValue;
  if (!fits) {
    throw invalid(`${key} in collectd.conf`, 'text in one line, a number, true or false', value);
  }
}
