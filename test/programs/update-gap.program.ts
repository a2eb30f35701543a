import { writeFileSync } from 'fs';
import { answerer, idlers, serviceOf } from './answerer';
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
import { NodeLocalExposure } from '../../src';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const EVERY = 5;
const PORT = 7000;
const image = alpine();

const pause = (milliseconds: number) => new Promise(later => setTimeout(later, milliseconds));

const NODES = { 'node-1': { 'kubernetes.io/os': 'linux' }, 'node-2': { 'kubernetes.io/os': 'linux' } };

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
    why: [...new Set(answers.flatMap(({ why }) => why === undefined ? [] : [why.split(': ').at(-1)!]))],
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
  const [from] = await startDeployment([pod.node], idlers(1), { image });
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

/** A DaemonSet as the library writes it, but for how it is updated. */
function updated(manifests: readonly any[], spec: object): readonly any[] {
  const [daemonSet, ...others] = structuredClone(manifests);
  daemonSet.spec.template.spec.containers.forEach((container: any) => delete container.lifecycle);
  return [{ ...daemonSet, spec: { ...daemonSet.spec, minReadySeconds: 0, ...spec } }, ...others];
}

const BY_DEFAULT = 'as by default';
const NEW_FIRST = { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
const STRATEGIES: { readonly [name: string]: (manifests: readonly any[]) => readonly any[] } = {
  'old first': manifests => updated(manifests, { updateStrategy: { rollingUpdate: { maxUnavailable: 1 } } }),
  // For the figures alone.
  ...ROUNDS > 1 ? {
    'new first': (manifests: readonly any[]) => updated(manifests, NEW_FIRST),
    'new first, minReadySeconds 5': (manifests: readonly any[]) => updated(manifests, { ...NEW_FIRST, minReadySeconds: 5 }),
  } : {},
  [BY_DEFAULT]: manifests => manifests,
};

describe.each([
  ['host port', NodeLocalExposure.hostPort()],
  ['host network', NodeLocalExposure.hostNetwork()],
])('with a %s', (exposure, how) => {
  test('who listens is gone for a while, and no other node answers', async () => {
    const two = await nodes(NODES);
    const manifests = answerer(how, { port: PORT });
    let [pod] = await startDaemonSet(two, manifests, { image });
    await eventually('it is ready', () => isReady(pod));
    for (let round = 0; round < ROUNDS; round += 1) {
      const { after, seen: found } = await update(pod, `${pod.node.address}:${PORT}`, manifests);
      expect(note(exposure, BY_DEFAULT, found)).toMatchObject({ elsewhere: 0, isBack: true });
      pod = after;
    }
  }, 30_000 * ROUNDS);
});

const NODE_PORT = 30001;

// Each has its own nodes: kube-proxy would write the change of one Service, and that of the next a second later.
describe.each(Object.entries({
  'Service, internalTrafficPolicy Local': NodeLocalExposure.localService(),
  'Service, PreferSameNode': NodeLocalExposure.preferSameNode(),
  'NodePort, PreferSameNode': NodeLocalExposure.nodePort({ nodePort: NODE_PORT }),
}))('with kube-proxy and a %s', (exposure, how) => {
  const written = answerer(how, { port: PORT });
  const isLocal = exposure.endsWith('Local');
  let plane: ControlPlane;
  let two: readonly ClusterNode[];
  let address: string;

  beforeAll(async () => {
    two = await nodes(NODES);
    plane = new ControlPlane(two);
    const { answerer: found } = await plane.add(written);
    address = exposure.startsWith('NodePort') ? `${two[0].address}:${NODE_PORT}` : `${found}:${PORT}`;
    await Promise.all(two.map(node => startKubeProxy(node, plane.objects)));
  }, 60_000);

  test.each(Object.entries(STRATEGIES))('%s', async (strategy, manifestsOf) => {
    const manifests = manifestsOf(written);
    const [first, second] = await startDaemonSet(two, manifests, { image });
    await Promise.all([first, second].map(async daemon => {
      await eventually('it is ready', () => isReady(daemon));
      await plane.say(daemon, { ready: true });
    }));
    let pod = first;
    for (let round = 0; round < ROUNDS; round += 1) {
      // kube-proxy writes its rules at most once a second: it makes a difference whether it has just done so.
      const isBusy = round % 2 === 1;
      const beforehand = isBusy ? () => plane.add([serviceOf(`other-${pod.name}`, manifests, {})]) : () => pause(1500);
      const { after, seen: found } = await update(pod, address, manifests, { beforehand, say: (which, state) => plane.say(which, state) });
      note(exposure, isBusy ? `${strategy}, kube-proxy busy` : strategy, found);
      expect(found.isBack).toBe(true);
      // The policy Local leads nowhere else, whatever happens; the others need not where there is always a copy.
      expect(isLocal || strategy === BY_DEFAULT ? found.elsewhere : 0).toBe(0);
      // Of thousands; without what the library does it is more than a hundred. One may fail on a machine that has other things to do.
      expect(strategy === BY_DEFAULT ? found.failed : 0).toBeLessThan(10);
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
