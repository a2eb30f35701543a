import { spawnSync } from 'child_process';
import { chmodSync, copyFileSync, readFileSync } from 'fs';
import { builtinModules } from 'module';
import { join } from 'path';
import { bundle, ROOT } from './bundle';
import { daemonSet, MISSPELT, MISSPELT_MESSAGE } from './manifests';
import { directoryWith } from './run';

const env = { ...process.env, XDG_CACHE_HOME: directoryWith() };
let built: string;
let cwd: string;

beforeAll(() => {
  built = bundle();
  // Only the one file: no package is in reach.
  cwd = directoryWith({ 'good.yaml': daemonSet(), 'bad.yaml': MISSPELT, 'closed/secret.yaml': daemonSet({ name: 'secret' }) });
  copyFileSync(join(built, 'cli.js'), join(cwd, 'cli.js'));
}, 60_000);

function spawn(args: readonly string[], options: object = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.js', ...args], { cwd, env, encoding: 'utf8', ...options });
  return { status, stdout, stderr };
}

test('it runs in a directory without node_modules', () => {
  expect(spawn(['check', 'good.yaml'])).toEqual({ status: 0, stdout: '0 errors and 0 warnings in 1 object\n', stderr: '' });
  expect(spawn(['check', 'bad.yaml']).stdout).toContain(MISSPELT_MESSAGE);
  expect(spawn(['--help']).stdout).toContain('Usage:\n  node-daemons');
});

test('it reads standard input', () => {
  expect(spawn(['check', '-'], { input: MISSPELT })).toMatchObject({ status: 1, stderr: '' });
});

test('a configuration, SARIF and completions need nothing else either', () => {
  const files = directoryWith({ 'accepted.yaml': 'ignore: [ND104]\n' });
  const { status, stdout } = spawn(['check', 'bad.yaml', '--config', join(files, 'accepted.yaml'), '--format', 'sarif']);
  expect({ status, version: JSON.parse(stdout).version }).toEqual({ status: 0, version: '2.1.0' });
  expect(spawn(['completion', 'fish']).status).toBe(0);
  expect(spawn(['explain', 'ND301']).status).toBe(0);
});

test('a reader that goes away ends it quietly', () => {
  const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; { sleep 0.5; '${process.execPath}' cli.js explain; echo "code $?" >&2; } | true`], { cwd, env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'code 0\n' });
});

test('a directory that may not be read is one line, and the rest is analysed', () => {
  // Nothing is closed to root, who therefore lets somebody else look.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'cli.js'), 0o644);
  chmodSync(join(cwd, 'closed'), 0);
  const { status, stdout, stderr } = spawn(['check', 'closed', 'bad.yaml'], nobody);
  chmodSync(join(cwd, 'closed'), 0o755);
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'closed: it may not be read: permission denied\n' });
  expect(stdout).toContain(MISSPELT_MESSAGE);
});

test('it starts with what makes it a program, and starts none', () => {
  const text = readFileSync(join(built, 'cli.js'), 'utf8');
  expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(text).not.toContain('child_process');
  expect(text).not.toContain(ROOT);
});

test('it loads only modules of Node', () => {
  const text = readFileSync(join(built, 'cli.js'), 'utf8');
  const loaded = new Set([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name.replace('node:', '')));
  expect([...loaded]).toContain('fs');
  expect([...loaded].filter(name => !builtinModules.includes(name))).toEqual([]);
});

test('the licence of each package in it stands beside it', () => {
  const licences = readFileSync(join(built, 'cli.LICENSES.txt'), 'utf8');
  for (const name of ['yaml']) {
    const { version, license } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    expect(licences).toContain(`${name} ${version} (${license})\n`);
    expect(licences).toContain(readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim());
  }
  // A package that is bundled one day is in the file; here that there are no others.
  expect(licences.match(/^\S+ \d+\.\d+\.\d+ \(/gm)).toHaveLength(1);
});
