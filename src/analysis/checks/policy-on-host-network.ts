import { answer, Check } from '../check';
import { Daemon } from '../daemon';
import { Loose, textAt } from '../loose';
import { ObjectSet } from '../object-set';
import { Selecting, selectorAt, SelectorIndex } from '../selectors';
import { Severity } from '../severity';

interface Policy extends Selecting {
  readonly name: string;
}

/** ND308: a policy for all pods of a namespace is not meant for this daemon. */
export const policyOnHostNetwork: Check = {
  id: 'ND308',
  severity: Severity.WARNING,
  title: 'A NetworkPolicy selects pods of the host network, for which it does nothing',
  text: 'The traffic of such pods has the address of the node, and most networks do not tell them apart: '
    + '[NetworkPolicy and hostNetwork pods](https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods), '
    + '[cilium#12277](https://github.com/cilium/cilium/issues/12277). Guard the ports by a firewall of the node.',
  acknowledgeable: true,
  judge: (daemon, objects) => !daemon.pod.hostNetwork ? 'does not apply' : answer(policiesOf(daemon, objects).map(({ name }) => ({
    field: 'spec.template.spec.hostNetwork',
    message: `NetworkPolicy '${name}' selects the pods, for which it does nothing under host networking: guard their ports by a firewall of the node, `
      + 'or give up the host network',
  }))),
};

function policiesOf(daemon: Daemon, objects: ObjectSet): Policy[] {
  const index = objects.once(policyOnHostNetwork, all => new SelectorIndex(all.ofKind('NetworkPolicy').flatMap(policyOf)));
  return [...index.selecting(daemon.namespace, daemon.podLabels)];
}

function policyOf(object: Loose): Policy[] {
  const { name, namespace, manifest } = object;
  const selector = textAt(manifest, 'apiVersion') === 'networking.k8s.io/v1' ? selectorAt(object, 'spec', 'podSelector') : undefined;
  const isForSome = Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) > 0;
  return selector !== undefined && isForSome ? [{ name, namespace, selector }] : [];
}
