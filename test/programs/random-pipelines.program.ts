import { parse } from 'yaml';
import { parseAlloy } from './harness/alloy';
import { certificate } from './harness/certificate';
import { directory } from './harness/directory';
import { checkOtelcol } from './harness/otelcol';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import { readByBeats } from './harness/ucfg';
import { judged, programsOf } from './harness/vrl';
import { LogAgent } from '../../src';
import { RandomPipeline, randomPipelines } from '../props/random-pipelines';

const COUNT = Number(process.env.NODE_DAEMONS_PIPELINES ?? 100);
const SEED = Number(process.env.NODE_DAEMONS_SEED ?? 20261121);

/** The exporter that the collector of this test lacks. */
const NOT_BUILT = /^\s+opensearch\//m;

/** Values for the variables that a configuration may name. */
function environmentOf({ container: { env = [] } }: RandomPipeline): { [name: string]: string } {
  return Object.fromEntries(env.map(({ name, value }: any) => [name, value?.includes('$(') ? "'x'" : value ?? (name.endsWith('_IP') ? '127.0.0.1' : 'made-up')]));
}

/** The pipelines that a program refuses, with what it says; how many there were stands in the log. */
async function faults(title: string, agent: LogAgent, judge: (pipeline: RandomPipeline) => Promise<string | undefined>) {
  const { rendered, refused } = randomPipelines(agent, COUNT, SEED);
  const found: object[] = [];
  let asked = 0;
  for (const pipeline of rendered) {
    const fault = await judge(pipeline);
    asked += fault === 'not asked' ? 0 : 1;
    if (fault !== undefined && fault !== 'not asked') {
      found.push({ fault, recipe: JSON.stringify(pipeline.recipe), text: pipeline.text });
    }
  }
  console.log(`${title}: seed ${SEED}: ${rendered.length} pipelines, ${refused} more refused by us, ${asked} judged, ${found.length} faults`);
  expect([rendered.length, asked > COUNT / 5]).toEqual([COUNT, true]);
  return found;
}

test('the OpenTelemetry Collector takes what it gets', async () => {
  const mounts = { '/var/lib/otelcol': directory(), [SERVICE_ACCOUNT]: serviceAccount(certificate()) };
  expect(await faults('OpenTelemetry Collector', LogAgent.openTelemetry(), async pipeline => {
    if (NOT_BUILT.test(pipeline.text)) { return 'not asked'; }
    const env = { ...environmentOf(pipeline), KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '6443' };
    const { code, output } = await checkOtelcol(pipeline.text, { env, container: { mounts } });
    return code === 0 ? undefined : output;
  })).toEqual([]);
}, 1_200_000);

test("Vector's compiler takes every program", async () => {
  expect(await faults('Vector', LogAgent.vector(), async ({ text }) => {
    const programs = Object.entries(programsOf(parse(text)));
    const verdicts = programs.length === 0 ? [] : await judged(programs.map(([, source]) => ({ source })));
    const wrong = programs.flatMap(([where], position) => verdicts[position].error === undefined ? [] : [`${where}: ${verdicts[position].error}`]);
    return programs.length === 0 ? 'not asked' : wrong.length === 0 ? undefined : wrong.join('\n');
  })).toEqual([]);
}, 1_200_000);

test("Alloy's parser takes every configuration", async () => {
  expect(await faults('Alloy', LogAgent.alloy(), async ({ text }) => parseAlloy(text).then(() => undefined, error => String(error)))).toEqual([]);
}, 1_200_000);

test('Beats read every configuration', async () => {
  expect(await faults('Filebeat', LogAgent.filebeat(), async pipeline => {
    const { code, output } = await readByBeats(pipeline.text, environmentOf(pipeline));
    return code === 0 ? undefined : output;
  })).toEqual([]);
}, 1_200_000);
