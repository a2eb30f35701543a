import { written } from '../log/texts';

/** What is no text in Alloy's language: a reference, or a call. */
export class Expression {
  constructor(public readonly text: string) {}
}

export type Value = string | number | boolean | Expression | readonly Value[] | { readonly [key: string]: Value | undefined };

/** A block of Alloy's language. */
export interface Block {
  readonly name: string;
  readonly label?: string;
  readonly attributes?: { readonly [attribute: string]: Value | undefined };
  readonly parts?: readonly Part[];
}

/** A block, or what the user wrote in Alloy's language. */
export type Part = Block | string;

/** A configuration. */
export function printed(parts: readonly Part[]): string {
  return parts.map(part => `${linesOf(part).join('\n')}\n`).join('\n');
}

/** The label of a component, which has no `-`. */
export function labelOf({ id }: { readonly id: string }): string {
  return id.replace(/-/g, '_');
}

/** A text of the user, in which variables stand. */
export function text(value: string): Expression;
export function text(value: string | undefined): Expression | undefined;
export function text(value: string | undefined): Expression | undefined {
  return value === undefined ? undefined
    : new Expression(written(value, { literal: part => ` + ${quoted(part)}`, variable: name => ` + sys.env(${quoted(name)})` }).slice(3) || '""');
}

/** Texts of the user by name; undefined for none. */
export function texts(values: { readonly [name: string]: string }): { [name: string]: Expression } | undefined {
  const entries = Object.entries(values).map(([name, value]) => [name, text(value)] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A variable of the container. */
export function env(name: string): Expression {
  return new Expression(`sys.env(${quoted(name)})`);
}

/** What another component gives. */
export function reference(path: string): Expression {
  return new Expression(path);
}

/** A duration. */
export function seconds(count: number): string {
  return Number.isInteger(count) ? `${count}s` : `${Math.max(1, Math.round(count * 1000))}ms`;
}

/** Escapes of JSON are escapes of Alloy, but for halves of characters, which neither file can hold. */
export function quoted(literal: string): string {
  return JSON.stringify(literal.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
}

function linesOf(part: Part): string[] {
  if (typeof part === 'string') {
    return part.trim().split('\n');
  }
  const head = part.label === undefined ? part.name : `${part.name} ${quoted(part.label)}`;
  const inside = [
    ...Object.entries(part.attributes ?? {}).flatMap(([name, value]) => value === undefined ? [] : `${name} = ${shown(value)}`.split('\n')),
    ...(part.parts ?? []).flatMap(linesOf),
  ];
  return inside.length === 0 ? [`${head} { }`] : [`${head} {`, ...inside.map(indented), '}'];
}

function shown(value: Value): string {
  if (value instanceof Expression) {
    return value.text;
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  const entries = isList(value) ? value.map(shown) : Object.entries(value).flatMap(([key, one]) => one === undefined ? [] : [`${quoted(key)} = ${shown(one)}`]);
  const [open, close] = isList(value) ? '[]' : '{}';
  return entries.length === 0 ? `${open}${close}`
    : isList(value) && entries.length === 1 && !entries[0].includes('\n') ? `[${entries[0]}]`
      : [open, ...entries.flatMap(entry => `${entry},`.split('\n')).map(indented), close].join('\n');
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function indented(line: string): string {
  return line === '' ? line : `  ${line}`;
}
