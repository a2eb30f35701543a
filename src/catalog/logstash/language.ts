import { invalid } from '../../host/invalid';
import { RawModel } from '../../host/log/model';
import { written } from '../log/texts';

export type Value = string | number | boolean | readonly Value[] | Settings | Codec;

/** The options of a plugin, or a map; those that are undefined are left out. */
export interface Settings {
  readonly [option: string]: Value | undefined;
}

/** A plugin that reads or writes lines for another one. */
export interface Codec {
  readonly codec: string;
  readonly options: Settings;
}

/** A plugin, text of the user, or parts for the lines that meet a condition. */
export type Part =
  | { readonly plugin: string; readonly settings: Settings }
  | { readonly raw: string }
  | { readonly condition: string; readonly parts: readonly Part[]; readonly otherwise?: readonly Part[] };

export function plugin(name: string, settings: Settings = {}): Part {
  return { plugin: name, settings };
}

/** Plugins in the words of the user, inside a section of ours. */
export function raw(what: string, section: string, { text: inside = '' }: RawModel): Part {
  if (/^\s*(input|filter|output)\s*\{/.test(inside)) {
    throw invalid(`text of ${what}`, `plugins, without '${section} { … }', which is written around them`, inside.trim().split('\n')[0]);
  }
  return { raw: inside };
}

/** Parts for the lines that meet a condition; undefined for all lines. */
export function when(condition: string | undefined, parts: readonly Part[], otherwise?: readonly Part[]): readonly Part[] {
  return condition === undefined || parts.length === 0 ? parts : [{ condition, parts, otherwise }];
}

/**
 * The configuration of a pipeline as text. Its strings are written with escapes, which `config.support_escapes` asks for.
 * @see https://www.elastic.co/docs/reference/logstash/configuration-file-structure
 */
export function rendered(sections: { readonly [section in 'input' | 'filter' | 'output']: readonly Part[] }): string {
  return Object.entries(sections).filter(([, parts]) => parts.length > 0)
    .map(([name, parts]) => `${name} {\n${linesOf(parts, '  ').join('\n')}\n}\n`).join('\n');
}

function linesOf(parts: readonly Part[], indent: string): string[] {
  return parts.flatMap(part => {
    if ('raw' in part) {
      // Not indented: a string may go over several lines.
      return [part.raw.replace(/\s+$/, '')];
    }
    if ('condition' in part) {
      const { condition, parts: inner, otherwise = [] } = part;
      const last = otherwise.length === 0 ? [] : [`${indent}} else {`, ...linesOf(otherwise, `${indent}  `)];
      return [`${indent}if ${condition} {`, ...linesOf(inner, `${indent}  `), ...last, `${indent}}`];
    }
    return [`${indent}${part.plugin} {`, ...optionsOf(part.settings, `${indent}  `), `${indent}}`];
  });
}

function optionsOf(settings: Settings, indent: string): string[] {
  return Object.entries(settings).flatMap(([option, value]) => value === undefined ? [] : [`${indent}${option} => ${valueOf(value, indent)}`]);
}

function valueOf(value: Value, indent: string): string {
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(item => valueOf(item, indent)).join(', ')}]`;
  }
  if (isCodec(value)) {
    return Object.keys(value.options).length === 0 ? value.codec : `${value.codec} {\n${optionsOf(value.options, `${indent}  `).join('\n')}\n${indent}}`;
  }
  return typeof value !== 'object' ? String(value)
    : `{\n${Object.entries(value as Settings).flatMap(([key, item]) => item === undefined ? [] : [`${indent}  ${quoted(key)} => ${valueOf(item, `${indent}  `)}\n`]).join('')}${indent}}`;
}

function isCodec(value: Value): value is Codec {
  return typeof value === 'object' && 'codec' in value && 'options' in value;
}

export function codec(name: string, options: Settings = {}): Codec {
  return { codec: name, options };
}

/** A backslash before the quote that should end it always takes it along, even one that stands for itself. */
export function quoted(value: string): string {
  if (value.endsWith('\\')) {
    throw invalid('a text for Logstash', "without '\\' at its end, where it has no way to write it", value);
  }
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** A text of the user, with variables of the container. */
export function text(value: string): string;
export function text(value: string | undefined): string | undefined;
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : written(value, { literal: withoutReferences, variable });
}

/** A variable of the container, such as one that holds a credential. */
export function variable(name: string): string {
  return `\${${name}}`;
}

/** Options of most plugins look for variables and fields, and have no way to write such a reference as text. */
export function withoutReferences(value: string): string {
  const reference = ['${', '%{'].find(begin => value.includes(begin));
  if (reference !== undefined) {
    throw invalid('a text for Logstash', `without '${reference}', which it reads as a reference`, value, "write '$(NAME)' for a variable of the container");
  }
  return value;
}

/** A regular expression as a text, in which '(?:)' stands for nothing. */
export function pattern(expression: string): string {
  return `${withoutReferences(expression)}${expression.endsWith('\\') ? '(?:)' : ''}`;
}

/** A regular expression of a condition, in which a slash alone would end it. */
export function regexp(expression: string): string {
  return `/${pattern(expression).replace(/\\.|\//g, part => part === '/' ? '\\/' : part)}/`;
}
