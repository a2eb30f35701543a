import { Check } from '../check';
import type { Daemon } from '../daemon';
import { listAt, textAt, valueAt } from '../loose';
import type { ObjectSet } from '../object-set';
import { Severity } from '../severity';

const CLASSES = ['system-node-critical', 'system-cluster-critical'];
const OF_GKE = /^cloud\.google\.com\/gke-/;

/** ND806: GKE alone limits these classes, so that the nodes or the placement must say that it is meant. */
export const criticalPodsWithoutQuota: Check = {
  id: 'ND806',
  severity: Severity.WARNING,
  title: 'GKE creates pods of a system priority class only where a quota allows them',
  text: 'Outside of `kube-system` GKE refuses pods of `system-node-critical` and `system-cluster-critical` with `insufficient quota to match these scopes`, '
    + 'unless the namespace has a ResourceQuota for the class: [cilium#13852](https://github.com/cilium/cilium/issues/13852), '
    + '[GKE on quotas](https://cloud.google.com/kubernetes-engine/quotas). It is asked where the daemon chooses nodes by a label of GKE, or the cluster\'s '
    + 'objects (`--cluster`) show nodes of it. `DaemonNamespace` makes the quota where the platform is GKE.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const { pod: { priorityClassName = '' }, namespace } = daemon;
    if (!CLASSES.includes(priorityClassName) || ['', 'kube-system'].includes(namespace) || !isOnGke(daemon, objects)) {
      return 'does not apply';
    }
    return objects.ofKind('ResourceQuota', namespace).some(({ manifest }) => allows(manifest, priorityClassName)) ? 'holds' : [{
      field: 'spec.template.spec.priorityClassName',
      message: `GKE refuses pods of '${priorityClassName}' in namespace '${namespace}', which has no quota for that class: add a ResourceQuota whose scopeSelector names `
        + 'PriorityClass and the class, with a number of pods',
    }];
  },
};

function isOnGke({ pod: { nodeSelector = {}, affinity } }: Daemon, objects: ObjectSet): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const isChosen = Object.keys(nodeSelector).some(label => OF_GKE.test(label))
    || (terms.length > 0 && terms.every(({ matchExpressions = [] }) => matchExpressions.some(({ key, operator }) => OF_GKE.test(key) && ['In', 'Exists'].includes(operator))));
  return isChosen || objects.once(criticalPodsWithoutQuota, hasGkeNodes);
}

function hasGkeNodes(objects: ObjectSet): boolean {
  const isOne = (manifest: unknown) => Object.keys(valueAt(manifest, 'metadata', 'labels') ?? {}).some(label => OF_GKE.test(label));
  return objects.ofKind('Node').some(({ manifest }) => isOne(manifest));
}

function allows(quota: unknown, name: string): boolean {
  return listAt(quota, 'spec', 'scopeSelector', 'matchExpressions').some(expression => textAt(expression, 'scopeName') === 'PriorityClass'
    && (textAt(expression, 'operator') === 'Exists' || (textAt(expression, 'operator') === 'In' && listAt(expression, 'values').includes(name))))
    || listAt(quota, 'spec', 'scopes').includes('PriorityClass');
}
