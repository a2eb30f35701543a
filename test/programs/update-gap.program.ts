import { writeFileSync } from 'fs';
import { answersOf, Asked, ask, asking } from './harness/ask';
import type { Pod } from './harness/cluster-pod';
import { ControlPlane } from './harness/control-plane';
import { eventually } from './harness/eventually';
import { GapReport, Seen } from './harness/gap-report';
import { alpine } from './harness/image';
import { startKubeProxy } from './harness/kube-proxy';
import { ClusterNode, nodes } from './harness/nodes';
import { Replaced, replace, Rollout } from './harness/rollout';
import { startDaemonSet, startDeployment } from './harness/workloads';
import { answerer, client, serviceOf } from './tutorial';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const EVERY = 5;
const PORT = 7000;
const image = alpine();

const pause = (milliseconds: number) => new Promise(later => setTimeout(later, milliseconds));

const isReady = ({ containers: [container] }: Pod) => container.output().includes('ready');

function seen(answers: readonly Asked[], before: Pod, { pod, nobody }: Replaced): Seen {
  let [gap, since]: [number, number | undefined] = [0, undefined];
  for (const { at, who } of answers) {
    since = who === undefined ? since ?? at : since;
    if (who !== undefined && since !== undefined) {
      gap = Math.max(gap, at - since);
      since = undefined;
    }
  }
  return {
    asked: answers.length,
    failed: answers.filter(({ who }) => who === undefined).length,
    gap: Math.round(gap),
    nobody,
    elsewhere: answers.filter(({ who }) => who !== undefined && who !== before.node.name).length,
    isBack: answers.at(-1)?.pod === pod.name,
  };
}

interface Update {
  /** What happens 300 ms before. */
  readonly beforehand?: () => Promise<unknown>;
  /** Hears what kubelets say. */
  readonly say?: Rollout['say'];
}

/**
 * Replaces a pod while another on its node connects to an address all the time; what that saw. It is one of its own for each update:
 * for two minutes a connection that nobody answered gets into the way of one that has the same port.
 */
async function update(pod: Pod, address: string, manifests: readonly any[], { beforehand = async () => undefined, say }: Update = {}) {
  const [from] = await startDeployment([pod.node], client(1), { image });
  const answered = (expected: Pod) => eventually(`${expected.name} answers at ${address}`, async () =>
    (await ask(from.network, address, { count: 5 })).every(answer => answer.pod === expected.name));
  await answered(pod);
  await beforehand();
  const asks = asking(from.network, address, { every: EVERY, count: 100_000 });
  await pause(300);
  const next = await replace(pod, { daemonSet: manifests[0], image, isReady, say });
  await answered(next.pod);
  await pause(300);
  const found = seen(answersOf(await asks.stop()), pod, next);
  await from.end(0);
  return { after: next.pod, seen: found };
}

const report = new GapReport();

function note(exposure: string, strategy: string, found: Seen): Seen {
  process.stdout.write(`${exposure}, ${strategy}: ${JSON.stringify(found)}\n`);
  report.add(exposure, strategy, found);
  return found;
}

const STRATEGIES = {
  'old first': { updateStrategy: { rollingUpdate: { maxUnavailable: 1 } } },
  'new first': { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
  'new first, preStop 5 s': { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }, container: { lifecycle: { preStop: { sleep: { seconds: 5 } } } } },
};

describe.each([
  ['host port', { container: { ports: [{ containerPort: PORT, hostPort: PORT }] } }],
  ['host network', { pod: { hostNetwork: true } }],
])('with a %s', (exposure, shape) => {
  test('who listens is gone for a while, and no other node answers', async () => {
    const two = await nodes({ 'node-1': {}, 'node-2': {} });
    const manifests = answerer(PORT, { ...STRATEGIES['old first'], ...shape });
    let [pod] = await startDaemonSet(two, manifests, { image });
    await eventually('it is ready', () => isReady(pod));
    for (let round = 0; round < ROUNDS; round += 1) {
      const { after, seen: found } = await update(pod, `${pod.node.address}:${PORT}`, manifests);
      expect(note(exposure, 'old first', found)).toMatchObject({ elsewhere: 0, isBack: true });
      pod = after;
    }
  }, 30_000 * ROUNDS);
});

const NODE_PORT = 30001;

// Each has its own nodes: kube-proxy would write the change of one Service, and that of the next a second later.
describe.each(Object.entries({
  'Service, internalTrafficPolicy Local': { internalTrafficPolicy: 'Local' },
  'Service, PreferSameNode': { trafficDistribution: 'PreferSameNode' },
  'NodePort, PreferSameNode': { type: 'NodePort', trafficDistribution: 'PreferSameNode' },
}))('with kube-proxy and a %s', (exposure, spec) => {
  let plane: ControlPlane;
  let two: readonly ClusterNode[];
  let address: string;

  beforeAll(async () => {
    two = await nodes({ 'node-1': {}, 'node-2': {} });
    plane = new ControlPlane(two);
    const { exposed } = await plane.add([serviceOf('exposed', PORT, spec)], { exposed: NODE_PORT });
    address = 'type' in spec ? `${two[0].address}:${NODE_PORT}` : `${exposed}:${PORT}`;
    await Promise.all(two.map(node => startKubeProxy(node, plane.objects)));
  }, 60_000);

  test.each(Object.entries(STRATEGIES))('%s', async (strategy, settings) => {
    const manifests = answerer(PORT, settings);
    const [first, second] = await startDaemonSet(two, manifests, { image });
    await Promise.all([first, second].map(async daemon => {
      await eventually('it is ready', () => isReady(daemon));
      await plane.say(daemon, { ready: true });
    }));
    let pod = first;
    for (let round = 0; round < ROUNDS; round += 1) {
      // kube-proxy writes its rules at most once a second: it makes a difference whether it has just done so.
      const isBusy = round % 2 === 1;
      const beforehand = isBusy ? () => plane.add([serviceOf(`other-${pod.name}`, PORT, {})]) : () => pause(1500);
      const { after, seen: found } = await update(pod, address, manifests, { beforehand, say: (which, state) => plane.say(which, state) });
      note(exposure, isBusy ? `${strategy}, kube-proxy busy` : strategy, found);
      expect(found.isBack).toBe(true);
      // The policy Local leads nowhere else, whatever happens; the others need not where there is always a copy.
      expect('internalTrafficPolicy' in spec || 'container' in settings ? found.elsewhere : 0).toBe(0);
      expect('container' in settings ? found.failed : 0).toBe(0);
      pod = after;
    }
    await Promise.all([pod, second].map(async daemon => {
      await plane.say(daemon);
      await daemon.end(0);
    }));
  }, 60_000 * ROUNDS);
});

afterAll(() => {
  if (process.env.REPORT !== undefined) {
    writeFileSync(process.env.REPORT, report.text(EVERY));
  }
});
