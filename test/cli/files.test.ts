import { mkdirSync, symlinkSync } from 'fs';
import { join } from 'path';
import { directoryWith, run } from './run';
import { findFiles } from '../../cli/input/find-files';

const TREE = {
  'z.yaml': '',
  'a.yml': '',
  'b.json': '',
  'notes.md': '',
  '.hidden.yaml': '',
  'deep/er/c.yaml': '',
  '.git/d.yaml': '',
  'node_modules/e.yaml': '',
  'deep/[x].yaml': '',
};

const found = (paths: readonly string[], cwd = directoryWith(TREE)) => {
  const { files, bad } = findFiles(cwd, paths);
  return { files, bad: bad.map(({ source, message }) => `${source}: ${message}`) };
};

test.each([
  ['a directory: its manifests, sorted, without dots and node_modules', ['.'], ['a.yml', 'b.json', 'deep/[x].yaml', 'deep/er/c.yaml', 'z.yaml']],
  ['a directory with a slash', ['deep/'], ['deep/[x].yaml', 'deep/er/c.yaml']],
  ['a file of any name', ['notes.md'], ['notes.md']],
  ['a file named twice', ['z.yaml', './z.yaml', '.', 'z.yaml'], ['z.yaml', 'a.yml', 'b.json', 'deep/[x].yaml', 'deep/er/c.yaml']],
  ['names', ['*.y*ml'], ['a.yml', 'z.yaml']],
  ['one letter', ['?.json'], ['b.json']],
  ['any directories', ['**/*.yaml'], ['deep/[x].yaml', 'deep/er/c.yaml', 'z.yaml']],
  ['directories below one', ['deep/**/c.yaml'], ['deep/er/c.yaml']],
  ['one directory', ['*/*.yaml'], ['deep/[x].yaml']],
  ['a matching directory', ['d*'], ['deep/[x].yaml', 'deep/er/c.yaml']],
  ['alternatives', ['{a,b}.{yml,json}'], ['a.yml', 'b.json']],
  ['alternatives with directories', ['{deep/er,nowhere}/*.yaml'], ['deep/er/c.yaml']],
  ['a class of letters', ['[a-c].*'], ['a.yml', 'b.json']],
  ['all but a class of letters', ['[!a-c].yaml'], ['z.yaml']],
  ['a name that looks like a pattern', ['deep/[x].yaml'], ['deep/[x].yaml']],
  ['a pattern with a letter that is meant', ['deep/\\[*'], ['deep/[x].yaml']],
  ['a pattern from here', ['./*.json'], ['./b.json']],
])('%s', (_what, paths, files) => {
  expect(found(paths)).toEqual({ files, bad: [] });
});

test('a pattern may be absolute', () => {
  const cwd = directoryWith(TREE);
  expect(found([join(cwd, 'deep/er/*')], '/')).toEqual({ files: [join(cwd, 'deep/er/c.yaml')], bad: [] });
});

test.each([
  ['gone.yaml', 'gone.yaml: there is no such file or directory'],
  ['a.yml/x.yaml', 'a.yml/x.yaml: a part of the path is no directory'],
  ['*.txt', '*.txt: no file matches this pattern'],
  ['nowhere/*.yaml', 'nowhere/: there is no such file or directory'],
  ['{a', '{a: it is no pattern that can be read: put a backslash before [ and { where they are meant'],
  ['[z-a]', '[z-a]: it is no pattern that can be read: put a backslash before [ and { where they are meant'],
  ['', "'': a path is empty: name a file, a directory or -"],
  ['a\0b', 'a\0b: it is no name of a file'],
])('%p is one line', (path, line) => {
  expect(found([path])).toEqual({ files: [], bad: [line] });
});

test('a directory without manifests is said', () => {
  expect(found(['.'], directoryWith({ 'notes.md': '' }))).toEqual({ files: [], bad: ['.: it has no *.yaml, *.yml or *.json file'] });
});

test('links that lead in a circle end, and no file is taken twice', () => {
  const cwd = directoryWith({ 'one/a.yaml': '', 'two/b.yaml': '' });
  symlinkSync('..', join(cwd, 'one/up'));
  symlinkSync('../two', join(cwd, 'one/two'));
  symlinkSync('one/a.yaml', join(cwd, 'again.yaml'));
  symlinkSync('self', join(cwd, 'self'));
  expect(found(['.'], cwd)).toEqual({ files: ['again.yaml', 'one/two/b.yaml'], bad: [] });
});

test('a link to nowhere is said where a manifest was expected', () => {
  const cwd = directoryWith({ 'a.yaml': '' });
  symlinkSync('gone', join(cwd, 'b.yaml'));
  symlinkSync('c.yaml', join(cwd, 'c.yaml'));
  symlinkSync('gone', join(cwd, 'other'));
  expect(found(['.'], cwd)).toEqual({
    files: ['a.yaml'],
    bad: ['b.yaml: there is no such file or directory', 'c.yaml: its symbolic links lead in a circle'],
  });
});

test('a directory with the name of a manifest is walked', () => {
  const cwd = directoryWith({ 'dir.yaml/a.yaml': '' });
  mkdirSync(join(cwd, 'empty.yaml'));
  expect(found(['.'], cwd).files).toEqual(['dir.yaml/a.yaml']);
});

test('each bad path is a line, and the rest is analysed', async () => {
  expect(await run(['check', 'gone.yaml', '*.json', '.'], { files: { 'empty.yaml': '' } })).toEqual({
    code: 2,
    stdout: '0 errors and 0 warnings in 0 objects; 2 problems with the input\n',
    stderr: 'gone.yaml: there is no such file or directory\n*.json: no file matches this pattern\n',
  });
});

describe('a directory that has other files too', () => {
  const files = { 'chart/values.yaml': 'replicas: 1\n', 'chart/list.json': '[1]', 'chart/agent.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: agent }\n' };

  test('leaves them out, and says so', async () => {
    expect(await run(['check', 'chart'], { files })).toEqual({
      code: 0,
      stdout: '0 errors and 0 warnings in 1 object\n',
      stderr: 'node-daemons: left out, for nothing in it is for Kubernetes: chart/list.json, chart/values.yaml\n',
    });
  });

  test('reads what was named', async () => {
    expect(await run(['check', 'chart', 'chart/values.yaml'], { files })).toMatchObject({
      code: 2, stderr: expect.stringContaining('chart/values.yaml:1: document 1: this is no Kubernetes object: it has neither apiVersion nor kind'),
    });
  });

  test('is the wrong one where it has no manifest', async () => {
    expect(await run(['check', '.'], { files: { 'values.yaml': 'replicas: 1\n' } })).toMatchObject({ code: 2 });
  });
});
