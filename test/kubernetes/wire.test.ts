import { join } from 'path';
import * as ts from 'typescript';
import { fieldRows, KINDS } from './schema-source';

const wire = join(__dirname, '../../src/kubernetes/wire');
const program = ts.createProgram(['daemon-set.ts', 'companion.ts', 'network-policy.ts'].map((file) => join(wire, file)), { strict: true, target: ts.ScriptTarget.ES2022 });
const checker = program.getTypeChecker();

test.each(Object.keys(KINDS))('the wire types name exactly the fields of %s', (kind) => {
  const listed = fieldRows()[kind].map(({ path }) => path);
  expect([...paths(interfaceNamed(KINDS[kind]))].sort()).toEqual(listed.sort());
});

function interfaceNamed(name: string): ts.Type {
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(wire)) { continue; }
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)) {
      if (symbol.name === name) { return checker.getDeclaredTypeOfSymbol(symbol); }
    }
  }
  throw new Error(`no wire type ${name}`);
}

/** The paths of a type as fields.json writes them: `a[].b{}`. */
function* paths(type: ts.Type, prefix = ''): Generator<string> {
  for (const property of type.getProperties()) {
    const path = prefix === '' ? property.name : `${prefix}.${property.name}`;
    const inner = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    yield path;
    yield* below(inner, path);
  }
}

function* below(type: ts.Type, path: string): Generator<string> {
  if (checker.isArrayType(type)) {
    yield* element(checker.getTypeArguments(type as ts.TypeReference)[0], `${path}[]`);
  } else if (type.getStringIndexType()) {
    yield* element(type.getStringIndexType()!, `${path}{}`);
  } else if (isStruct(type)) {
    yield* paths(type, path);
  }
}

function* element(type: ts.Type, path: string): Generator<string> {
  if (isStruct(type)) {
    yield* paths(type, path);
  } else {
    yield path;
  }
}

function isStruct(type: ts.Type): boolean {
  return type.isClassOrInterface() || (type.getProperties().length > 0 && type.symbol?.name === '__type');
}
