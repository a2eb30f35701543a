import { readdirSync, readFileSync } from 'fs';
import { builtinModules } from 'module';
import { dirname, join, relative, resolve } from 'path';
import { assembly } from './assembly';

const SRC = resolve(__dirname, '../src');

/** What each layer may import besides itself. */
const LAYERS: { readonly [layer: string]: readonly string[] } = {
  kubernetes: [],
  host: ['kubernetes'],
  analysis: ['kubernetes'],
  core: ['host', 'analysis', 'kubernetes'],
  catalog: ['core', 'host', 'analysis'],
  daemons: ['catalog', 'core', 'host'],
};

/** Type imports of a package that a layer may have; at run time only core and daemons load cdk8s and constructs. */
const PACKAGES: { readonly [layer: string]: RegExp } = {
  kubernetes: /^$/,
  host: /^(crypto|type cdk8s-plus-28)$/,
  analysis: /^$/,
  core: /^((type )?cdk8s|(type )?constructs|type cdk8s-plus-28)$/,
  catalog: /^cdk8s$/,
  daemons: /^(cdk8s|constructs|type cdk8s-plus-28)$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
const imports: Import[] = files.flatMap(from => [...readFileSync(join(SRC, from), 'utf8').matchAll(/^(?:import|export) (type )?[^;]*?from '([^']+)';/gms)]
  .map(([, type, to]) => ({ from, isType: type !== undefined, to: to.startsWith('.') ? `${relative(SRC, resolve(SRC, dirname(from), to))}.ts` : to })));
const layerOf = (file: string) => file.split('/')[0];
const inner = imports.filter(({ from }) => from !== 'index.ts');

test('imports point one way through the layers', () => {
  const wrong = inner.filter(({ to }) => to.endsWith('.ts'))
    .filter(({ from, to }) => layerOf(from) !== layerOf(to) && !LAYERS[layerOf(from)].includes(layerOf(to)));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('each layer loads only the packages that it may', () => {
  const wrong = inner.filter(({ to }) => !to.endsWith('.ts'))
    .filter(({ from, to, isType }) => !PACKAGES[layerOf(from)].test(isType ? `type ${to}` : to));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('the command line asks the analysis alone, and brings what else it needs along', () => {
  const cli = resolve(SRC, '../cli');
  const loads = readdirSync(cli, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).flatMap(from =>
    [...readFileSync(join(cli, from), 'utf8').matchAll(/(?:from |require\(|import\()'([^']+)'/g)]
      .map(([, to]) => ({ from, to: to.startsWith('.') ? relative(cli, resolve(cli, dirname(from), to)) : to, isOwn: to.startsWith('.') })));
  const wrong = loads.filter(({ to, isOwn }) => isOwn
    ? /^\.\./.test(to) && !/^\.\.\/(src\/analysis\/|package\.json$)/.test(to)
    : !['yaml', 'sarif'].includes(to) && !builtinModules.includes(to.replace(/^node:/, '')));
  expect(loads.length).toBeGreaterThan(50);
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('no file imports a barrel, and only the front doors re-export', () => {
  expect(inner.filter(({ to }) => to.endsWith('index.ts'))).toEqual([]);
  expect(files.filter(file => !file.endsWith('index.ts') && /^export (\*|\{[^}]*\}) from/m.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test('there are no import cycles', () => {
  const next = new Map(files.map(file => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    } else if (!done.has(file)) {
      next.get(file)?.forEach(to => walk(to, [...path, file]));
      done.add(file);
    }
  };
  files.forEach(file => walk(file, []));
  expect(cycles).toEqual([]);
});

describe('the public API', () => {
  const types = Object.values(assembly().types);
  const members = types.flatMap(type => [...type.properties ?? [], ...type.methods ?? []].map(member => ({ type, member })));

  test('every optional prop says what happens without it', () => {
    const silent = members.filter(({ type, member }) => type.datatype && member.optional && !member.docs?.default);
    expect(silent.map(({ type, member }) => `${type.name}.${member.name}`)).toEqual([]);
  });

  test('every name has a docstring', () => {
    const silent = [
      ...types.filter(({ docs }) => !docs?.summary).map(({ name }) => name),
      ...members.filter(({ member }) => !member.docs?.summary && !member.overrides).map(({ type, member }) => `${type.name}.${member.name}`),
      ...types.flatMap(type => (type.members ?? []).filter(({ docs }) => !docs?.summary).map(({ name }) => `${type.name}.${name}`)),
    ];
    expect(silent).toEqual([]);
  });

  test('no prop is a union, which other languages see as anything', () => {
    expect(members.filter(({ member }) => JSON.stringify(member.type ?? '').includes('"union"'))).toEqual([]);
  });

  test('data is no interface of behaviour, so that every language has keyword arguments for it', () => {
    expect(types.filter(({ kind, datatype }) => kind === 'interface' && !datatype).map(({ name }) => name)).toEqual([]);
  });

  test('no required prop takes a class of cdk8s-plus', () => {
    const wrong = members.filter(({ type, member }) => type.datatype && !member.optional && JSON.stringify(member.type ?? '').includes('cdk8s-plus'));
    expect(wrong.map(({ type, member }) => `${type.name}.${member.name}`)).toEqual([]);
  });
});
