import type { Pod, PodOptions } from './cluster-pod';
import type { PodState } from './control-plane';
import { eventually } from './eventually';

/** How the pod of a DaemonSet on a node is replaced. */
export interface Rollout extends Omit<PodOptions, 'name'> {
  /** The DaemonSet as it is from now on. */
  readonly daemonSet: any;
  /** Whether a pod is ready. */
  isReady(pod: Pod): boolean;
  /** Hears of the pods what a kubelet says; nothing of one that is gone. */
  say?(pod: Pod, state?: PodState): Promise<void>;
}

let number = 0;

/** What came in place of a pod. */
export interface Replaced {
  readonly pod: Pod;
  /** Milliseconds in which no program of the two was ready, whatever led to it. */
  readonly nobody: number;
}

/** Replaces a pod as the controller of DaemonSets does, where its kubelet and its runtime take no time but that of these tests. */
export async function replace(pod: Pod, { daemonSet, isReady, say = async () => undefined, ...options }: Rollout): Promise<Replaced> {
  const { metadata, spec: { template, minReadySeconds = 0, updateStrategy: { rollingUpdate: { maxSurge = 0 } = {} } = {} } } = daemonSet as any;
  const begin = async () => {
    number += 1;
    const next = await pod.node.start(template, { namespace: pod.namespace, ...options, name: `${metadata.name}-${pod.node.name}-${number}` });
    await say(next, { ready: false });
    await eventually(`${next.name} is ready`, () => isReady(next), 2);
    const at = performance.now();
    await say(next, { ready: true });
    return { pod: next, at };
  };
  const end = async () => {
    await say(pod, { ready: true, terminating: true });
    const ended = pod.containers[0].ended.then(() => performance.now());
    await pod.end();
    await say(pod);
    return ended;
  };
  if (parseInt(maxSurge) === 0) {
    const ended = await end();
    const next = await begin();
    return { pod: next.pod, nobody: Math.round(next.at - ended) };
  }
  const next = await begin();
  await new Promise(later => setTimeout(later, minReadySeconds * 1000));
  await end();
  return { pod: next.pod, nobody: 0 };
}
