// How long the command line takes to start, beside a Node that does nothing: node bench/start.js [--rounds N], after npm run compile
const { spawnSync } = require('child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('fs');
const { cpus, tmpdir } = require('os');
const { join } = require('path');
const { quartiles, ratio, table } = require('./statistics');

const rounds = process.argv.includes('--rounds') ? Number(process.argv[process.argv.indexOf('--rounds') + 1]) : 60;
const cli = join(__dirname, '../lib/cli.js');
const directory = mkdtempSync(join(tmpdir(), 'node-daemons-bench-'));

const daemon = braces => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: agents
spec:
  selector:
    matchLabels: ${braces ? '{ app: agent }' : '\n      app: agent'}
  template:
    metadata:
      labels: ${braces ? '{ app: agent }' : '\n        app: agent'}
    spec:
      containers:
        - name: agent
          image: example.com/agent:1${braces ? ' # the newest\n          args: ["--path=/host", \'-v\']\n          env: []' : ''}
`;
writeFileSync(join(directory, 'daemon.yaml'), daemon(false));
writeFileSync(join(directory, 'braces.yaml'), daemon(true));

const USERS = {
  'node -e 0': ['-e', '0'],
  'node-daemons --version': [cli, '--version'],
  'node-daemons check daemon.yaml': [cli, 'check', 'daemon.yaml'],
  'node-daemons check braces.yaml': [cli, 'check', 'braces.yaml'],
  'node-daemons explain ND301': [cli, 'explain', 'ND301'],
};

/** A process, and how long it took as a whole. */
function measure(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8' });
  const whole = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) {
    throw new Error(stderr);
  }
  return { whole };
}

const figures = Object.fromEntries(Object.keys(USERS).map(user => [user, []]));
for (let round = 0; round < rounds; round++) {
  for (const [user, args] of Object.entries(USERS)) {
    figures[user].push(measure(args));
  }
}
rmSync(directory, { recursive: true });
console.log(`Milliseconds of a whole process, ${rounds} interleaved rounds on Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.
The target is a ratio of at most 1.30.

${table(Object.entries(figures).map(([user, runs]) => {
    const [q1, median, q3] = quartiles(runs.map(({ whole }) => whole));
    return { process: `\`${user}\``, median: median.toFixed(0), quartiles: `${q1.toFixed(0)}–${q3.toFixed(0)}`, ratio: ratio(runs, figures['node -e 0'], 'whole').toFixed(2) };
  }))}`);
