// One measurement in a process of its own: node child.js USER DAEMONS CHARTS OUTDIR
const { manifest, USERS } = require('./workload');

const [user, daemons, charts, outdir] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4]), process.argv[5]];

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Plain objects through the emitter of cdk8s: what any user pays at the least. */
function floor() {
  const { Yaml } = require('cdk8s');
  const start = now();
  Yaml.save(`${outdir}/floor.k8s.yaml`, Array.from({ length: daemons }, (_, i) => manifest(`agent-${i}`)));
  return { milliseconds: now() - start };
}

/** Validation is asked for before synthesis, which then finds everything judged: so the two are told apart. */
function synth() {
  const { App, Chart } = require('cdk8s');
  const define = USERS[user]();
  const start = now();
  const app = new App({ outdir });
  for (let c = 0; c < charts; c++) {
    const chart = new Chart(app, `chart-${c}`, { namespace: 'agents' });
    for (let i = c; i < daemons; i += charts) {
      define(chart, i);
    }
  }
  const defined = now();
  app.node.findAll().forEach(({ node }) => node.validate());
  const validated = now();
  app.synth();
  const written = now();
  return { milliseconds: written - start, define: defined - start, validate: validated - defined, write: written - validated };
}

const times = user === 'floor' ? floor() : synth();
process.stdout.write(JSON.stringify({ ...times, megabytes: process.resourceUsage().maxRSS / 1024 }));
