import { SCHEMA } from './schema';

/** The kinds of values that are no objects of their own, by their letter in the schema. */
export type Scalar = 's' | 'b' | 'i' | 'l' | 'x' | 'q' | 't' | 'y' | 'a';

/** One field of an object as the API server knows it. */
export interface Field {
  readonly name: string;
  readonly container: '' | '[]' | '{}';
  readonly scalar?: Scalar;
  /** The object type's name, where it is no scalar. */
  readonly object?: string;
  /** Whether zero (false, 0, '', an empty list …) says something that absence does not. */
  readonly keepsZero: boolean;
  /** Whether the server writes the field even when it is absent. */
  readonly written: boolean;
}

/** The fields of an object. */
export interface ObjectType {
  readonly fields: ReadonlyMap<string, Field>;
  /** Those that the server always writes. */
  readonly written: readonly Field[];
}

let lines: Map<string, string> | undefined;
const types = new Map<string, ObjectType>();

/** The type of that name, such as `Container`; read from the schema when first asked for. */
export function objectType(name: string): ObjectType {
  let type = types.get(name);
  if (type === undefined) {
    type = parse(name);
    types.set(name, type);
  }
  return type;
}

function parse(name: string): ObjectType {
  lines ??= new Map(SCHEMA.trim().split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const line = lines.get(name);
  if (line === undefined) { throw new Error(`the schema has no type ${name}`); }
  const fields = new Map<string, Field>();
  for (const token of line.split(' ').slice(1)) {
    const [, field, container, type, mark] = /^(\w+):((?:\[\]|\{\})?)(\w+)([*!]?)$/.exec(token)!;
    fields.set(field, {
      name: field,
      container: container as Field['container'],
      ...(type.length === 1 ? { scalar: type as Scalar } : { object: type }),
      keepsZero: mark !== '',
      written: mark === '!' && container === '',
    });
  }
  return { fields, written: [...fields.values()].filter((field) => field.written) };
}
