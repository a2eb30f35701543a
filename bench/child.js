// One measurement in a process of its own: node child.js USER DAEMONS CHARTS OUTDIR
const { manifest, USERS } = require('./workload');

const [user, daemons, charts, outdir] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4]), process.argv[5]];

/** Plain objects through the emitter of cdk8s: what any user pays at the least. */
function floor() {
  const { Yaml } = require('cdk8s');
  const start = process.hrtime.bigint();
  Yaml.save(`${outdir}/floor.k8s.yaml`, Array.from({ length: daemons }, (_, i) => manifest(`agent-${i}`)));
  return start;
}

function synth() {
  const { App, Chart } = require('cdk8s');
  const define = USERS[user]();
  const start = process.hrtime.bigint();
  const app = new App({ outdir });
  for (let c = 0; c < charts; c++) {
    const chart = new Chart(app, `chart-${c}`, { namespace: 'agents' });
    for (let i = c; i < daemons; i += charts) {
      define(chart, i);
    }
  }
  app.synth();
  return start;
}

const start = user === 'floor' ? floor() : synth();
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
