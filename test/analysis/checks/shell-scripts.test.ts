import { daemonSet, fails, mounting } from '../objects';

const script = (text: string, pod: object = {}, container: object = {}) => daemonSet(pod, { command: ['/bin/sh', '-c', text], ...container });

describe('a file outside of every volume (ND605)', () => {
  const readOnly = { securityContext: { readOnlyRootFilesystem: true } };

  test.each<[string, object]>([
    ['date >> /var/node_log', {}],
    ['date >> /data/$HOSTNAME.log', {}],
    ['sh -c "date >> /data/log"', {}],
    ['date > /data/log', readOnly],
    ['date > /tmp/log', readOnly],
  ])('%s %j is found', (text, container) => {
    expect(fails('ND605', script(text, {}, container))).toBe(true);
  });

  test.each<[string, object]>([
    ['date > /etc/agent.conf', {}],
    ['date >> /tmp/log', {}],
    ['date >> log', {}],
    ['date >> $LOG', {}],
    ['date >> /dev/stdout 2>&1', readOnly],
    ['date > /proc/1/fd/1', readOnly],
    ['echo 1 > /sys/kernel/x', readOnly],
    ['echo "a >> /b"', {}],
    ['[[ 1 > /b ]]', readOnly],
  ])('%s %j is none', (text, container) => {
    expect(fails('ND605', script(text, {}, container))).toBe(false);
  });

  test('a mount above the file is enough', () => {
    expect(fails('ND605', script('date >> /data/a/$HOSTNAME', ...mounting(['/var/lib/agent', '/data/'])))).toBe(false);
  });

  test('a mount beside it is not', () => {
    expect(fails('ND605', script('date >> /data2/a', ...mounting(['/var/lib/agent', '/data'])))).toBe(true);
  });
});

test.each([
  'while true; do work; sleep 60; done',
  'set -e; while :\ndo\n  work\n  sleep 1h\ndone\n',
])('%s may be a CronJob (ND901)', text => {
  expect(fails('ND901', script(text))).toBe(true);
});

test.each([
  'while true; do work; sleep 15; done',
  'while true; do sleep 3600; done',
  'while true; do work; sleep 60; done & exec agent',
  'while true; do work; sleep $N; done',
  'while ! ready; do sleep 60; done',
  'while true; do while ! ready; do sleep 60; done; work; done',
  'sleep infinity',
  'exec agent',
])('%s is no periodic program (ND901)', text => {
  expect(fails('ND901', script(text))).toBe(false);
});

test.each(['date >> \\ /var/log/x', 'date > "  /var/log/x"'])('%s writes to a name that begins with a blank (ND603)', text => {
  expect(fails('ND603', script(text))).toBe(true);
});

test.each(['date >> \\\n /var/log/x', 'date >>  /var/log/x', 'date >> a\\ b', 'echo ">> \\ /x"'])('%j does not (ND603)', text => {
  expect(fails('ND603', script(text))).toBe(false);
});
