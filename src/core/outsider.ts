import { NetworkPeer } from '../host/network-peer';
import { selects } from '../kubernetes/label-selector';
import { podTemplatePath } from '../kubernetes/pod-template';
import type { LabelSelector } from '../kubernetes/wire/meta';
import type { NetworkPolicyPeer } from '../kubernetes/wire/network-policy';

/** Label of every namespace with its name; what else a namespace has, no manifest says. */
const NAMESPACE = 'kubernetes.io/metadata.name';

/** Labels that controllers give pods, which no template says. */
const OF_CONTROLLERS = /^(pod-template-hash|controller-revision-hash|controller-uid|job-name|(batch|statefulset|apps)\.kubernetes\.io\/)/;

/** A client, as far as a policy tells clients apart. */
interface Client {
  readonly namespace?: string;
  readonly labels: { readonly [label: string]: string };
}

/**
 * What a client is that surely none of the peers is; undefined where one may be.
 *
 * @param namespace that of the daemon
 */
export function outsider(peers: readonly NetworkPeer[], namespace: string | undefined, manifest: any): Client | undefined {
  const path = podTemplatePath(manifest.apiVersion ?? '', manifest.kind ?? '');
  const pod = path?.reduce((parent, key) => parent?.[key], manifest);
  // A pod may always connect to those of its node over the network of the node, and other kinds may label their pods.
  if (pod === undefined || pod.spec?.hostNetwork === true) {
    return undefined;
  }
  const client = { namespace: manifest.metadata?.namespace, labels: pod.metadata?.labels ?? {} };
  return peers.some(peer => mayBe(client, peer._toWire(), namespace)) ? undefined : client;
}

function mayBe(client: Client, { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, own: string | undefined): boolean {
  return ipBlock !== undefined || (mayBeIn(client.namespace, namespaceSelector, own) && mayHave(client.labels, podSelector));
}

function mayBeIn(namespace: string | undefined, selector: LabelSelector | undefined, own: string | undefined): boolean {
  if (namespace === undefined || selector === undefined) {
    return namespace === undefined || own === undefined || namespace === own;
  }
  return selects(without(selector, label => label !== NAMESPACE), { [NAMESPACE]: namespace }) !== false;
}

function mayHave(labels: Client['labels'], selector: LabelSelector | undefined): boolean {
  return selector === undefined || selects(without(selector, label => OF_CONTROLLERS.test(label)), labels) !== false;
}

/** A selector without what it says of some labels. */
function without({ matchLabels = {}, matchExpressions = [] }: LabelSelector, isUnknown: (label: string) => boolean): LabelSelector {
  return {
    matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([label]) => !isUnknown(label))),
    matchExpressions: matchExpressions.filter(({ key }) => !isUnknown(key)),
  };
}
