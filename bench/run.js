// Measures beside what a user would use instead, in one run of interleaved fresh processes: node bench/run.js [--rounds N] [--dry]
const { deepStrictEqual } = require('assert');
const { spawnSync } = require('child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('fs');
const { cpus, tmpdir } = require('os');
const { join } = require('path');
const { App, Chart, Testing } = require('cdk8s');
const { quartiles, ratio, table } = require('./statistics');
const { USERS } = require('./workload');

const argument = (name, fallback) => process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : fallback;
const rounds = argument('--rounds', 9);
const outdir = mkdtempSync(join(tmpdir(), 'node-daemons-bench-'));

/** A process, and how long it took as a whole. */
function measure(user, daemons, charts) {
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, [join(__dirname, 'child.js'), user, daemons, charts, outdir], { encoding: 'utf8' });
  const whole = Number(process.hrtime.bigint() - start) / 1e6;
  if (child.status !== 0) {
    throw new Error(child.stderr);
  }
  return { ...JSON.parse(child.stdout), whole };
}

/** Every user once a round, so that a slow moment of the machine meets them all. */
function compare(users, daemons, charts = 1, repeat = rounds) {
  const figures = Object.fromEntries(users.map(user => [user, []]));
  for (let round = 0; round < repeat; round++) {
    for (const user of users) {
      figures[user].push(measure(user, daemons, charts));
    }
  }
  return figures;
}

/** What is compared must be the same: the objects of the typed daemon are those that were written by hand. */
function assertEqualObjects() {
  const objects = user => {
    const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
    USERS[user]()(chart, 7);
    return Testing.synth(chart);
  };
  deepStrictEqual(objects('typed'), objects('bare'));
}

/** What another program of this folder prints. */
function printed(...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: __dirname, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout.trim();
}

assertEqualObjects();
const beside = [`## The command line\n\n${printed('start.js')}`, `## Reading manifests

Milliseconds for a file of 10 000 DaemonSets of sixty lines, beside the \`yaml\` package alone, in one process. What YAML that is not plain
needs goes through that package; \`read and checked\` is the analysis of all of them together.

${printed(require.resolve('tsx/cli'), 'read.ts')}`];
const sections = [];
const add = (title, text, rows) => sections.push(`## ${title}\n\n${text}\n\n${table(rows)}`);
const line = (figures, key, against) => Object.entries(figures).map(([user, runs]) => {
  const [q1, median, q3] = quartiles(runs.map(run => run[key]));
  return { user, median: median.toFixed(0), quartiles: `${q1.toFixed(0)}–${q3.toFixed(0)}`, ratio: ratio(runs, figures[against], key).toFixed(2) };
});

const USERS_OF_SCALE = ['bare', 'typed', 'kplus', 'floor'];
const scale = [10, 100, 1000, 10000].map(daemons => [daemons, compare(USERS_OF_SCALE, daemons)]);
const thousand = scale.find(([daemons]) => daemons === 1000)[1];
const phases = ['define', 'validate', 'write'];
const middle = (user, phase) => quartiles(thousand[user].map(run => run[phase]))[1].toFixed(0);

add('Construct and synth', 'Milliseconds in the process from the first construct to the written file, and the ratio to bare `ApiObject`s.',
  scale.flatMap(([daemons, figures]) => line(figures, 'milliseconds', 'bare').map(row => ({ daemons, ...row }))));
add('Where the time goes', `Milliseconds of 1 000 daemons. What \`typed\` takes more is validation: decoding, defaulting and the rules of the API server over
each finished manifest, about a fifth of a millisecond each while the code is cold, less once it is compiled. Writing takes less than for
\`bare\`, for a plain spec goes past the resolvers of cdk8s.`,
['bare', 'typed', 'kplus'].map(user => ({ user, ...Object.fromEntries(phases.map(phase => [phase, middle(user, phase)])) })));
add('Peak memory', `Megabytes of the whole process. What stays of a daemon until the end is its values, two constructs, and the finished manifest,
which was judged and is what is written: about six kilobytes, which shows from some thousand daemons on.`,
scale.filter(([daemons]) => daemons >= 1000).flatMap(([daemons, figures]) => line(figures, 'megabytes', 'bare').map(row => ({ daemons, ...row }))));
add('Many charts', `Milliseconds with one daemon a chart. cdk8s walks the tree of the whole app twice for each chart, so that the time grows with charts times constructs, and
faster where the tree outgrows the caches of the processor: a bare daemon is two constructs with its chart, a typed one three, a kplus one more.
The checks themselves run once.`,
[200, 2000].flatMap(charts => line(compare(['bare', 'typed', 'kplus'], charts, charts, charts > 1000 ? Math.min(rounds, 5) : rounds), 'milliseconds', 'bare')
  .map(row => ({ charts, ...row }))));
add('Start', 'Milliseconds of a whole process with an app of six daemons: Node, cdk8s and the package itself.', line(compare(['bare', 'typed', 'kplus'], 6), 'whole', 'bare'));

sections.push(...beside);

const report = `# What it costs

Written by \`npm run bench\`: ${rounds} rounds of interleaved fresh processes (five with 2 000 charts) on Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.
The objects are checked to be equal first: \`typed\` is a \`NodeDaemon\` with all validation on, \`bare\` the same manifest as an \`ApiObject\`,
\`kplus\` a \`kplus.DaemonSet\` with the same container, volumes and tolerations as far as it can say them (no placement, priority or memory),
\`floor\` plain objects through the YAML emitter of cdk8s. Medians, with the quartiles; a ratio is the median of the ratios of the rounds.

Targets: at most 1.20 at 1 000 daemons and linear beyond, 1.15 for the start of a small app, 1.15 for memory.

${sections.join('\n\n')}
`;
rmSync(outdir, { recursive: true });
console.log(report);
if (!process.argv.includes('--dry')) {
  writeFileSync(join(__dirname, 'report.md'), report);
}
