// How long the command line takes to start, beside a Node that does nothing: node bench/start.js [--rounds N], after npm run compile
const { spawnSync } = require('child_process');
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('fs');
const { cpus, tmpdir } = require('os');
const { join } = require('path');
const { quartiles, ratio, table } = require('./statistics');

const rounds = process.argv.includes('--rounds') ? Number(process.argv[process.argv.indexOf('--rounds') + 1]) : 60;
const cli = join(__dirname, '../lib/cli.js');
const directory = mkdtempSync(join(tmpdir(), 'node-daemons-bench-'));
const kept = join(directory, 'kept');
const nothing = join(directory, 'nothing');

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

const USERS = [
  { name: '`node -e 0`', args: ['-e', '0'] },
  { name: '`node-daemons --version`', args: [cli, '--version'] },
  { name: '`node-daemons check daemon.yaml`', args: [cli, 'check', 'daemon.yaml'] },
  { name: '`node-daemons check daemon.yaml`, first run', args: [cli, 'check', 'daemon.yaml'], caches: nothing },
  { name: '`node-daemons check daemon.yaml`, nothing kept', args: [cli, 'check', 'daemon.yaml'], env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
  { name: '`node-daemons check braces.yaml`', args: [cli, 'check', 'braces.yaml'] },
  { name: '`node-daemons check braces.yaml`, first run', args: [cli, 'check', 'braces.yaml'], caches: nothing },
  { name: '`node-daemons explain ND301`', args: [cli, 'explain', 'ND301'] },
];

/** A process, and how long it took as a whole; what it compiled is kept where `caches` says, and nothing of it is there on a first run. */
function measure({ args, caches = kept, env = {} }) {
  rmSync(nothing, { recursive: true, force: true });
  mkdirSync(nothing);
  const environment = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', XDG_CACHE_HOME: caches, ...env };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', env: environment });
  const whole = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) {
    throw new Error(stderr);
  }
  return { whole };
}

mkdirSync(kept);
measure(USERS.find(({ args }) => args.includes('check')));
const figures = USERS.map(() => []);
for (let round = 0; round < rounds; round++) {
  USERS.forEach((user, number) => figures[number].push(measure(user)));
}
rmSync(directory, { recursive: true });
console.log(`Milliseconds of a whole process, ${rounds} interleaved rounds on Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.
The target is a ratio of at most 1.30. A first run compiles the program and keeps what it compiled; where nothing else is said, an earlier
\`check daemon.yaml\` has kept it. Nothing is kept where \`NODE_DISABLE_COMPILE_CACHE\` is set, or no directory is for the user alone.

${table(figures.map((runs, number) => {
    const [q1, median, q3] = quartiles(runs.map(({ whole }) => whole));
    return { process: USERS[number].name, median: median.toFixed(0), quartiles: `${q1.toFixed(0)}–${q3.toFixed(0)}`, ratio: ratio(runs, figures[0], 'whole').toFixed(2) };
  }))}`);
