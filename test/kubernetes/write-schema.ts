/** Writes src/kubernetes/schema.ts from fields.json and go-types.json: `npx tsx test/kubernetes/write-schema.ts`. */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { fieldRows, goPaths, goTypes, isServers, KINDS } from './schema-source';

const CODES: Record<string, string> = {
  string: 's', bool: 'b', int32: 'i', int64: 'l', IntOrString: 'x', Quantity: 'q', Time: 't', bytes: 'y', any: 'a',
};

/** The text of src/kubernetes/schema.ts. Throws when the two sources disagree. */
export function schemaModule(): string {
  const types = goTypes();
  const rows = fieldRows();
  for (const [kind, name] of Object.entries(KINDS)) {
    const fromGo = [...goPaths(name, types)].filter(([path]) => !isServers(path)).map(([path, type]) => `${path} ${type}`).sort();
    const listed = rows[kind].map(({ path, type }) => `${path} ${type}`).sort();
    const differing = [...fromGo.filter((row) => !listed.includes(row)), ...listed.filter((row) => !fromGo.includes(row))];
    if (differing.length > 0) { throw new Error(`${kind}: go-types.json and fields.json differ in ${differing.join(', ')}`); }
  }
  const lines = Object.keys(types).sort().map((name) => {
    const members = Object.entries(types[name]).map(([field, type]) => `${field}:${code(type, types)}`);
    return [name, ...members].join(' ');
  });
  return `// Written by test/kubernetes/write-schema.ts.

/**
 * The objects that the API server decodes: a line is a type, then its fields as \`name:type\`.
 * Types: string s, bool b, int32 i, int64 l, int or string x, quantity q, time t, bytes y, anything a, or a name; lists [], maps {}.
 * Marks: * zero and absence differ, ! written even when zero.
 */
export const SCHEMA = \`
${lines.join('\n')}
\`;
`;
}

function code(type: string, types: Record<string, Record<string, string>>): string {
  const always = type.endsWith(' always');
  const bare = type.replace(/ always$/, '');
  const pointer = bare.startsWith('*');
  const [, mark, inner] = /^((?:\[\]|\{\})?)(.*)$/.exec(bare.replace(/^\*/, ''))!;
  const isStruct = types[inner] !== undefined;
  const isValue = mark === '' && !pointer && (isStruct || inner === 'Quantity' || inner === 'IntOrString');
  const written = always || isValue;
  return `${mark}${isStruct ? inner : CODES[inner]}${pointer ? '*' : written ? '!' : ''}`;
}

if (require.main === module) {
  writeFileSync(join(__dirname, '../../src/kubernetes/schema.ts'), schemaModule());
}
