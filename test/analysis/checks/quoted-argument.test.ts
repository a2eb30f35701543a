import { daemonSet, fails } from '../objects';

const isFound = (...args: string[]) => fails('ND601', daemonSet({}, { args }));

test.each([
  ['--flag="^(x)$"'],
  ["--flag='x'"],
  ['"--flag=x"'],
  ['--flag=""'],
  ['--flag', '"x"'],
])('%s is wrapped in quotes', (...args) => {
  expect(isFound(...args)).toBe(true);
});

test.each([
  ['--flag=x'],
  ['--flag=a"b"'],
  ['--flag="a","b"'],
  ['--config={"a":"b"}'],
  ['--set=service.name="x"'],
  ['--set', '"x"'],
  ['-e', '"x"'],
  ['sh', '-c', 'agent --flag="x"'],
  ['/bin/bash', '-euo', 'pipefail', '-c', '"agent"'],
  ['sh', '-c', 'exec "$0" "$@"', 'agent', '--flag="x"'],
])('%s is none of it', (...args) => {
  expect(isFound(...args)).toBe(false);
});

test('programs that take quotes away themselves may have them', () => {
  expect(fails('ND601', daemonSet({}, { image: 'victoriametrics/vmagent:v1.0.0', args: ['--remoteWrite.label="a=b,c"'] }))).toBe(false);
});
