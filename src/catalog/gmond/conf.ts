import { invalid } from '../../host/invalid';

/** A value of an option; an environment variable is read when gmond starts. */
export type Value = string | number | boolean | { readonly env: string };

/** A section of gmond.conf: options, and sections below it. */
export interface Section {
  readonly name: string;
  readonly title?: string;
  readonly options: { readonly [name: string]: Value | undefined };
  readonly sections?: readonly Section[];
}

/**
 * The text of gmond.conf, which libconfuse reads.
 * @see https://github.com/ganglia/monitor-core/blob/master/gmond/conf.pod
 */
export function confText(sections: readonly Section[]): string {
  return sections.flatMap(linesOf).map(line => `${line}\n`).join('');
}

function linesOf({ name, title, options, sections = [] }: Section): string[] {
  return [
    `${name}${title === undefined ? '' : ` ${valueText(name, title)}`} {`,
    ...Object.entries(options).flatMap(([key, value]) => value === undefined ? [] : [`  ${key} = ${valueText(key, value)}`]),
    ...sections.flatMap(linesOf).map(line => `  ${line}`),
    '}',
  ];
}

/** Text stands in quotes; a dollar sign in it would start the name of an environment variable. */
function valueText(key: string, value: Value): string {
  if (typeof value === 'object') {
    return `"\${${value.env}}"`;
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (typeof value === 'number' ? !Number.isFinite(value) : /[\u0000-\u001f\u007f]/.test(value)) {
    throw invalid(`${key} in gmond.conf`, 'text in one line or a number', value);
  }
  return typeof value === 'string' ? `"${value.replace(/[\\"$]/g, '\\$&')}"` : String(value);
}
