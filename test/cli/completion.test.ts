import { spawnSync } from 'child_process';
import { join } from 'path';
import { directoryWith, run } from './run';
import { ALL_CHECKS } from '../../cli/check/known-ids';

const script = async (shell: string) => (await run(['completion', shell])).stdout;

/** What bash offers for the last word of a command line. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const cwd = directoryWith({ 'node-daemons.bash': await script('bash'), 'dist/a.yaml': '' });
  const line = ['node-daemons', ...words].map(word => `'${word}'`).join(' ');
  const program = `source ${join(cwd, 'node-daemons.bash')}; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _node_daemons; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['--norc', '-c', program], { cwd, encoding: 'utf8' }).stdout.split('\n').filter(word => word !== '');
}

describe('bash offers', () => {
  test.each([
    ['the commands', [''], ['check', 'explain', 'completion', '--help', '--version']],
    ['a command', ['ch'], ['check']],
    ['options', ['check', '--fo'], ['--format']],
    ['the values of an option', ['check', 'x', '--format', ''], ['text', 'json', 'sarif', 'github']],
    ['a severity', ['check', 'x', '--fail-on', 'w'], ['warning']],
    ['ids', ['check', 'x', '--ignore', 'ND70'], ['ND701', 'ND702', 'ND703']],
    ['files', ['check', 'di'], ['dist']],
    ['files after an option', ['check', 'x', '--cluster', 'di'], ['dist']],
    ['nothing where anything may stand', ['check', 'x', '--kubernetes-version', ''], []],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
  ])('%s', async (_what, words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

test.each(['zsh', 'fish'])('%s knows every option and id', async shell => {
  const text = await script(shell);
  for (const word of ['check', 'explain', 'completion', 'cluster', 'baseline', 'kubernetes-version', 'format', 'fail-on', 'ignore', 'config', 'sarif', ...ALL_CHECKS.map(({ id }) => id)]) {
    expect(text).toContain(word);
  }
});
