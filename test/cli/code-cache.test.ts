import { execFile, spawnSync } from 'child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import { bundle } from './bundle';
import { daemonSet, MISSPELT } from './manifests';
import { directoryWith } from './run';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? test : test.skip;
const cwd = directoryWith({ 'good.yaml': daemonSet(), 'bad.yaml': MISSPELT, 'broken.yaml': 'a: [' });
let cli: string;
/** The same program with another word in it, which is as long. */
let poisoned: string;

beforeAll(() => {
  cli = join(bundle(), 'cli.js');
  poisoned = join(directoryWith(), 'cli.js');
  writeFileSync(poisoned, readFileSync(cli, 'utf8').replace(/(?<= in \$\{\w+\(\w+,")object(?="\)\}`)/, 'POISON'));
}, 60_000);

interface Run {
  readonly file?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE, XDG_CACHE_HOME, HOME, ...others } = process.env;
  return { ...others, ...env };
}

function check(path: string, caches: string, { file = cli, env = {}, uid }: Run = {}) {
  const options = { cwd, env: environment({ XDG_CACHE_HOME: caches, ...env }), uid, gid: uid, encoding: 'utf8' as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, 'check', path], options);
  return { status, stdout, stderr };
}

const without = (path: string) => check(path, '', { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
const directoryIn = (caches: string) => join(caches, 'cdk8s-node-daemons');
const kept = (caches: string) => existsSync(directoryIn(caches)) ? readdirSync(directoryIn(caches)).map(name => join(directoryIn(caches), name)) : [];

/** A directory of caches with code that gives another answer. */
function poison(): { readonly caches: string; readonly file: string } {
  const caches = directoryWith();
  check('good.yaml', caches);
  const [file] = kept(caches);
  const others = directoryWith();
  check('good.yaml', others, { file: poisoned });
  copyFileSync(kept(others)[0], file);
  return { caches, file };
}

describe.each(['good.yaml', 'bad.yaml', 'broken.yaml'])('of %s', path => {
  test('the first run and later ones say the same as without a cache', () => {
    const caches = directoryWith();
    expect([1, 2, 3].map(() => check(path, caches))).toEqual([1, 2, 3].map(() => without(path)));
  });

  test('runs at once say the same, and leave one file', async () => {
    const caches = directoryWith();
    const run = () => promisify(execFile)(process.execPath, [cli, 'check', path], { cwd, env: environment({ XDG_CACHE_HOME: caches }) }).then(
      ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ status: code, stdout, stderr }),
    );
    const { status, stdout, stderr } = without(path);
    expect(await Promise.all([run(), run(), run(), run()])).toEqual(Array(4).fill({ status, stdout, stderr }));
    expect(kept(caches)).toHaveLength(path === 'broken.yaml' ? 0 : 1);
  });
});

test('a later run takes what the first kept, and writes nothing', () => {
  const { caches, file } = poison();
  const before = statSync(file).mtimeMs;
  expect(check('good.yaml', caches).stdout).toBe('0 errors and 0 warnings in 1 POISON\n');
  expect(statSync(file).mtimeMs).toBe(before);
});

test('only the user can read or write what is kept', () => {
  const caches = join(directoryWith(), 'caches');
  check('good.yaml', caches);
  expect([directoryIn(caches), ...kept(caches)].map(path => statSync(path).mode.toString(8).slice(-3))).toEqual(['700', '600']);
});

test.each<[string, (file: string) => void]>([
  ['another byte', file => { const bytes = readFileSync(file); bytes[5000] = 255 - bytes[5000]; writeFileSync(file, bytes); }],
  ['another byte at its end', file => { const bytes = readFileSync(file); bytes[bytes.length - 1] = 255 - bytes[bytes.length - 1]; writeFileSync(file, bytes); }],
  ['half of itself', file => truncateSync(file, statSync(file).size / 2)],
  ['an odd length', file => truncateSync(file, statSync(file).size - 1)],
  ['nothing', file => truncateSync(file, 0)],
  ['zeros', file => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['some text', file => writeFileSync(file, 'texttext')],
])('a file with %s is written anew', (_what, damage) => {
  const caches = directoryWith();
  check('good.yaml', caches);
  const [file] = kept(caches);
  const { size } = statSync(file);
  damage(file);
  expect(check('good.yaml', caches)).toEqual(without('good.yaml'));
  expect(Math.abs(statSync(file).size / size - 1)).toBeLessThan(0.05);
  expect(kept(caches)).toEqual([file]);
});

test.each<[string, (directory: string, file: string) => void]>([
  ['a directory that others can write', directory => chmodSync(directory, 0o702)],
  ['a directory that a group can write', directory => chmodSync(directory, 0o720)],
  ['a file that others can write', (_, file) => chmodSync(file, 0o602)],
  ['a link to a file', (_, file) => { copyFileSync(file, join(cwd, 'copy')); rmSync(file); symlinkSync(join(cwd, 'copy'), file); }],
])('code in %s is not taken', (_what, open) => {
  const { caches, file } = poison();
  open(directoryIn(caches), file);
  expect(check('good.yaml', caches)).toEqual(without('good.yaml'));
});

asRoot.each<[string, (directory: string, file: string) => void]>([
  ['a directory of somebody else', directory => chownSync(directory, NOBODY, NOBODY)],
  ['a file of somebody else', (_, file) => chownSync(file, NOBODY, NOBODY)],
])('code in %s is not taken', (_what, give) => {
  const { caches, file } = poison();
  give(directoryIn(caches), file);
  expect(check('good.yaml', caches)).toEqual(without('good.yaml'));
});

asRoot('nothing is left in the home of somebody else', () => {
  const home = directoryWith();
  chownSync(home, NOBODY, NOBODY);
  expect(check('good.yaml', '', { env: { HOME: home } })).toEqual(without('good.yaml'));
  expect(readdirSync(home)).toEqual([]);
});

test('where nothing can be written, all is as ever', () => {
  const caches = directoryWith();
  chmodSync(caches, 0o555);
  // Nothing is closed to root, who therefore lets somebody else try.
  for (const directory of [caches, join(caches, 'missing'), '/proc', '/dev/null', 'relative', '']) {
    const uid = isRoot ? NOBODY : undefined;
    const programs = directoryWith();
    for (const path of [programs, cwd]) { chmodSync(path, 0o755); }
    copyFileSync(cli, join(programs, 'cli.js'));
    expect(check('bad.yaml', directory, { uid, file: join(programs, 'cli.js') })).toEqual(without('bad.yaml'));
  }
  expect(readdirSync(caches)).toEqual([]);
});

test('without XDG_CACHE_HOME it is .cache of the home, which is made where it is missing', () => {
  const home = directoryWith();
  check('good.yaml', '', { env: { HOME: home } });
  expect(kept(join(home, '.cache'))).toHaveLength(1);
});

test('NODE_DISABLE_COMPILE_CACHE switches it off', () => {
  const { caches } = poison();
  expect(check('good.yaml', caches, { env: { NODE_DISABLE_COMPILE_CACHE: '1' } })).toEqual(without('good.yaml'));
  const none = directoryWith();
  check('good.yaml', none, { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
  expect(readdirSync(none)).toEqual([]);
});

test('other flags of V8 have a file of their own', () => {
  const { caches, file } = poison();
  expect(check('good.yaml', caches, { env: { NODE_OPTIONS: '--max-old-space-size=512' } })).toEqual(without('good.yaml'));
  expect(kept(caches)).toHaveLength(2);
  expect(kept(caches)).toContain(file);
});

test('a program that was changed does not take what it kept before', () => {
  const { caches } = poison();
  const copy = join(directoryWith(), 'cli.js');
  copyFileSync(cli, copy);
  utimesSync(copy, 1, 1);
  expect(check('good.yaml', caches, { file: copy })).toEqual(without('good.yaml'));
});

test('only an analysis that came to its end is kept', () => {
  const caches = directoryWith();
  const options = { cwd, env: environment({ XDG_CACHE_HOME: caches }) };
  for (const args of [['--version'], ['explain'], ['check', 'broken.yaml'], ['check', '--help'], ['check', 'good.yaml', '-h']]) {
    spawnSync(process.execPath, [cli, ...args], options);
  }
  expect(kept(caches)).toEqual([]);
});

test('the files of older versions go, and only they', () => {
  const caches = directoryWith();
  mkdirSync(directoryIn(caches), { mode: 0o700 });
  const old = [1, 2, 3, 4, 5, 6].map(number => join(directoryIn(caches), `${number}23456789abcdef0-v20.16.0-x64-1-1-1-1.code${number === 6 ? '.77' : ''}`));
  const notes = join(directoryIn(caches), 'notes.txt');
  [notes, ...old].forEach((file, second) => {
    writeFileSync(file, '');
    utimesSync(file, second + 1, second + 1);
  });
  check('good.yaml', caches);
  expect(old.filter(file => existsSync(file))).toEqual(old.slice(3));
  expect(kept(caches)).toHaveLength(5);
  expect(existsSync(notes)).toBe(true);
});

test('a reader that goes away costs neither the exit code nor a word', () => {
  const caches = directoryWith();
  const script = `{ sleep 0.5; '${process.execPath}' '${cli}' check bad.yaml; echo "code $?" >&2; } | true`;
  const { stderr } = spawnSync('bash', ['-c', script], { cwd, env: environment({ XDG_CACHE_HOME: caches }), encoding: 'utf8' });
  expect(stderr).toBe('code 1\n');
  expect(kept(caches)).toHaveLength(1);
});

test('the validation of cdk8s-cli keeps nothing', () => {
  expect(readFileSync(join(cli, '../validation.js'), 'utf8')).not.toMatch(/cachedData|createCachedData/);
});
