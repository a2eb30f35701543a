import { manifests } from '../examples/example';

const T1 = 't1-logd-tutorial';
const F1 = 'f1-logcd-tutorial';

/** The daemon that keeps what it is sent, and the pods that send greetings: the committed output of the example. */
export function logd(): readonly any[] {
  return [...manifests(T1, 'tutorial.k8s.yaml'), ...manifests(T1, 'tutorial-client.k8s.yaml')];
}

/** The daemon that packs the logs of its node, and the pods that write them. */
export function logcd(): readonly any[] {
  return [...manifests(F1, 'tutorial.k8s.yaml'), ...manifests(F1, 'tutorial-client.k8s.yaml')];
}

/** The same on the nodes of production alone. */
export function productionLogcd(): readonly any[] {
  return [...manifests(F1, 'tutorial-production.k8s.yaml'), ...manifests(F1, 'tutorial-client.k8s.yaml')];
}
