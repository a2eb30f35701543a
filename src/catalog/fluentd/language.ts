import { invalid } from '../../host/invalid';
import { RawModel } from '../../host/log/model';
import { written } from '../log/texts';

/** A value that is written as it stands, such as JSON or Ruby in double quotes. */
export interface Written {
  readonly written: string;
}

export type Value = string | number | boolean | Written;

/** The parameters of a section; those that are undefined are left out. */
export interface Settings {
  readonly [parameter: string]: Value | undefined;
}

/** A section such as `<match **>`. */
export interface Section {
  readonly name: string;
  readonly argument: string;
  readonly settings: Settings;
  /** Sections and text of the user inside it. */
  readonly inside: readonly (Section | Written)[];
}

export function section(name: string, argument: string, settings: Settings, ...inside: (Section | Written | undefined)[]): Section {
  return { name, argument, settings, inside: inside.filter(part => part !== undefined) };
}

/**
 * The configuration as text.
 * @see https://docs.fluentd.org/configuration/config-file
 */
export function rendered(sections: readonly Section[]): string {
  return sections.map(part => linesOf(part, '').join('\n')).join('\n\n') + '\n';
}

function linesOf(part: Section | Written, indent: string): string[] {
  if ('written' in part) {
    // Not indented: a text in quotes may go over several lines.
    return [part.written.replace(/\s+$/, '')];
  }
  const { name, argument, settings, inside } = part;
  return [
    `${indent}<${name}${argument === '' ? '' : ` ${argument}`}>`,
    ...Object.entries(settings).flatMap(([parameter, value]) => value === undefined ? [] : [`${indent}  ${parameter} ${valueOf(value)}`]),
    ...inside.flatMap(child => linesOf(child, `${indent}  `)),
    `${indent}</${name}>`,
  ];
}

/** Single quotes know two escapes and read no code; without any, a text ends before a blank and '#', and is JSON where it begins like it. */
function valueOf(value: Value): string {
  if (typeof value === 'object') {
    return value.written;
  }
  return typeof value !== 'string' || /^[\w@$%./*][\w@$%./*:,?={}-]*$/.test(value) ? String(value) : singleQuoted(value);
}

/** A text of the user, with variables of the container. */
export function text(value: string): Value;
export function text(value: string | undefined): Value | undefined;
export function text(value: string | undefined): Value | undefined {
  if (value === undefined) {
    return undefined;
  }
  assertNoPlaceholder(value);
  return hasVariable(value) ? { written: `"${written(value, { literal: doubleQuoted, variable: name => `#{ENV['${name}']}` })}"` }
    : written(value, { literal: plain => plain, variable: () => '' });
}

/** Text of the user inside a section of ours, which connects it. */
export function raw(what: string, name: string, { text: inside = '' }: RawModel): Written {
  if (/^\s*<(source|filter|match|label)\b/.test(inside)) {
    throw invalid(`text of ${what}`, `what stands inside <${name}>, which is written around it`, inside.trim().split('\n')[0]);
  }
  return { written: inside };
}

/** A variable of the container, such as one that holds a credential. */
export function variable(name: string): Written {
  return { written: `"#{ENV['${name}']}"` };
}

/** A regular expression between slashes, whose own backslashes and slashes stay as they are. */
export function regexp(pattern: string): Value {
  return pattern.includes('#') ? { written: singleQuoted(`/${pattern}/`) } : { written: `/${pattern}/` };
}

/** JSON, in which `#{` would be read as code. */
export function json(value: readonly (string | number)[] | { readonly [key: string]: unknown }): Written {
  return { written: JSON.stringify(value).replace(/#/g, '\\u0023') };
}

/** A map of texts; `$(NAME)` in them is a variable, whose text may hold what would end JSON, so that Ruby writes it. */
export function map(entries: { readonly [key: string]: string }): Written | undefined {
  const all = Object.entries(entries);
  all.forEach(([, value]) => assertNoPlaceholder(value));
  if (all.length === 0 || !all.some(([, value]) => hasVariable(value))) {
    const plain = all.map(([key, value]) => [key, written(value, { literal: part => part, variable: () => '' })]);
    return all.length === 0 ? undefined : json(Object.fromEntries(plain));
  }
  const ruby = { literal: (part: string) => `${rubyQuoted(part)},`, variable: (name: string) => `ENV['${name}'],` };
  return { written: `"#{{${all.map(([key, value]) => `${rubyQuoted(key)} => [${written(value, ruby).replace(/,$/, '')}].join`).join(', ')}}.to_json}"` };
}

function hasVariable(value: string): boolean {
  return written(value, { literal: () => '', variable: name => name }) !== '';
}

/** Outputs and filters look for placeholders in their parameters, and have no way to write one as text. */
function assertNoPlaceholder(value: string): void {
  if (value.includes('${')) {
    throw invalid('a text for Fluentd', "without '${', which it reads as a placeholder", value, "write '$(NAME)' for a variable of the container");
  }
}

function singleQuoted(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/** Fluentd loses its place behind code with other characters than ASCII, whose bytes it does not count. */
function rubyQuoted(value: string): string {
  return /^[ -~]*$/.test(value) ? singleQuoted(value)
    : `"${doubleQuoted(value).replace(/[^ -~]/gu, character => `\\u{${character.codePointAt(0)!.toString(16)}}`)}"`;
}

function doubleQuoted(value: string): string {
  return value.replace(/[\\"#]/g, '\\$&');
}
