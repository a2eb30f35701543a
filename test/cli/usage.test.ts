import { daemonSet } from './manifests';
import { run } from './run';

test.each([
  ['an unknown command', ['chekc'], "there is no command 'chekc': did you mean 'check'?"],
  ['a command that is like none', ['apply'], "there is no command 'apply': 'node-daemons --help' lists them"],
  ['an unknown option', ['check', 'x', '--fromat', 'json'], "'check' has no option '--fromat': did you mean '--format'?"],
  ['an option like none', ['check', 'x', '-z'], "'check' has no option '-z': 'node-daemons check --help' lists them"],
  ['an option before the command', ['--format', 'json'], "there is no command '--format': 'node-daemons --help' lists them"],
  ['an option without its value', ['check', 'x', '--cluster'], '--cluster needs a value: --cluster PATH'],
  ['an option in the place of a value', ['check', 'x', '--cluster', '--format', 'json'], '--cluster needs a value: --cluster PATH'],
  ['an empty value', ['check', 'x', '--config='], '--config needs a value: --config FILE'],
  ['an option given twice', ['check', 'x', '--format', 'json', '--format=text'], '--format can be given only once'],
  ['no path', ['check'], "'check' needs PATH: files, directories (*.yaml, *.yml and *.json below them), patterns in quotes, - for standard input"],
  ['an argument too many', ['explain', 'ND101', 'ND102'], "'explain' takes one ID, got 'ND101', 'ND102'"],
  ['an unknown format', ['check', 'x', '--format', 'jsno'], "--format must be 'text', 'json', 'sarif' or 'github', got 'jsno': did you mean 'json'?"],
  ['an unknown severity', ['check', 'x', '--fail-on', 'warnings'], "--fail-on must be 'error' or 'warning', got 'warnings': did you mean 'warning'?"],
  ['an unknown check', ['check', 'x', '--ignore', 'ND3011'], "--ignore: there is no check 'ND3011': did you mean 'ND301'?"],
  ['a check that is like none', ['check', 'x', '--ignore', 'all'], "--ignore: there is no check 'all': 'node-daemons explain' lists them"],
  ['an odd version', ['check', 'x', '--kubernetes-version', 'latest'], "--kubernetes-version must be a version such as '1.34', got 'latest'"],
  ['standard input twice', ['check', '-', '--cluster', '-'], 'standard input can be read only once: give one of PATH, --cluster and --baseline as -'],
  ['a configuration that is not there', ['check', 'x', '--config', 'gone.yaml'], "the configuration file 'gone.yaml': there is no such file or directory"],
  ['an unknown shell', ['completion', 'csh'], "SHELL must be 'bash', 'zsh' or 'fish', got 'csh': did you mean 'zsh'?"],
  ['a check that cannot be explained', ['explain', 'ND3011'], "there is no check 'ND3011': did you mean 'ND301'?"],
])('%s is one line with the repair', async (_what, args, message) => {
  expect(await run(args)).toEqual({ code: 2, stdout: '', stderr: `node-daemons: ${message}\n` });
});

test('without a command the help is printed, and nothing was done', async () => {
  const { code, stdout, stderr } = await run([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage:\n  node-daemons COMMAND');
});

test.each([[['--help']], [['check', '--help']]])('%p has examples', async args => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Examples:\n  node-daemons check');
});

test('the version is that of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${jest.requireActual('../../package.json').version}\n`, stderr: '' });
});

test('explain prints the text of a check, in capitals or not', async () => {
  const { code, stdout } = await run(['explain', 'nd301']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ND301 Two daemons want one port of the same nodes \(error\)\n\n[^]*may be acknowledged[^]*docs\/checks.md#nd301\n$/);
  expect(stdout.split('\n').filter(line => line.length > 100)).toEqual([]);
});

test('explain without an id lists the checks', async () => {
  expect((await run(['explain'])).stdout).toContain('ND301  error    Two daemons want one port of the same nodes\n');
});

test('a fault of the program is one line, without a stack', async () => {
  const said: string[] = [];
  const { main } = jest.requireActual('../../cli/main');
  const code = await main(['check', 'a.yaml'], { cwd: '/', env: {}, isTerminal: false, stdin: async () => daemonSet(), stdout: () => { throw new Error('a\nfault'); }, stderr: (text: string) => said.push(text) });
  expect({ code, last: said.at(-1) }).toEqual({
    code: 2,
    last: 'node-daemons: this is a fault of node-daemons (a fault): please report it with the command and its input at '
      + 'https://github.com/cdk8s-node-daemons/cdk8s-node-daemons/issues\n',
  });
});
