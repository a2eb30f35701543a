import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { MISSPELT, MISSPELT_MESSAGE } from './manifests';
import { directoryWith, run } from './run';
import { COMMANDS } from '../../cli/commands';
import { parseConfig } from '../../cli/config/parse-config';

const page = readFileSync(join(__dirname, '../../docs/check.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block);

test('the page has every option', () => {
  const missing = COMMANDS.flatMap(({ options }) => options).filter(({ name, value }) => !page.includes(`| \`--${name} ${value}\` |`));
  expect(missing).toEqual([]);
});

test('the configuration of the page has no mistake', () => {
  const config = blocks.find(block => block.startsWith('# node-daemons.yaml'))!;
  expect(parseConfig(config, 'node-daemons.yaml')).toMatchObject({ acknowledge: [{ id: 'ND301' }, { id: 'ND302' }], ignore: ['ND105'] });
});

test('every example is YAML', () => {
  expect(blocks.length).toBeGreaterThan(6);
  blocks.forEach(block => expect(parse(block)).toBeTruthy());
});

test('what the page says for GitLab makes a report of code quality', async () => {
  const [, script] = parse(blocks.find(block => block.includes('codequality'))!).check.script;
  const { stdout } = await run(['check', 'bad.yaml', '--format', 'json'], { files: { 'bad.yaml': MISSPELT } });
  const cwd = directoryWith({ 'findings.json': stdout });
  expect(spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' }).stderr).toBe('');
  expect(JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8'))).toEqual([{
    check_name: 'ND104',
    description: `DaemonSet agents/agent: ${MISSPELT_MESSAGE}`,
    fingerprint: expect.any(String),
    severity: 'critical',
    location: { path: 'bad.yaml', lines: { begin: expect.any(Number) } },
  }]);
});
