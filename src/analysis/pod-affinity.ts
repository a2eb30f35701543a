import type { Client } from './clients';
import type { Daemon } from './daemon';
import type { ObjectSet } from './object-set';
import { labelsAt } from './selectors';
import { workloadsOf } from './workload';
import { selects } from '../kubernetes/label-selector';
import type { Labels } from '../kubernetes/requirement';
import type { PodAffinityTerm } from '../kubernetes/wire/affinity';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** Whether a client may run only on a node that runs one of some daemons already, as the rules about other pods in its own spec say. */
export function followsDaemons({ affinity }: PodSpec, client: Client, daemons: readonly Daemon[], objects: ObjectSet): boolean {
  const terms = (affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [])
    .filter(({ topologyKey, matchLabelKeys = [], mismatchLabelKeys = [] }) => topologyKey === 'kubernetes.io/hostname' && matchLabelKeys.length + mismatchLabelKeys.length === 0);
  const others = terms.length === 0 ? [] : [
    ...objects.daemons.filter(daemon => daemon.isReadable && !daemons.includes(daemon)).map(({ namespace, podLabels: labels }) => ({ namespace, labels })),
    ...workloadsOf(objects).map(({ namespace, template }) => ({ namespace, labels: labelsAt(template, 'metadata', 'labels') ?? {} })),
  ];
  return terms.some(term => daemons.some(({ namespace, podLabels }) => isMeant(term, client, namespace, podLabels))
    && !others.some(({ namespace, labels }) => isMeant(term, client, namespace, labels)));
}

function isMeant({ namespaces = [], namespaceSelector, labelSelector }: PodAffinityTerm, client: Client, namespace: string, labels: Labels): boolean {
  const isEverywhere = namespaceSelector !== undefined && Object.keys(namespaceSelector).length === 0;
  const listed = namespaces.length === 0 && namespaceSelector === undefined ? [client.namespace] : namespaces;
  return (isEverywhere || listed.includes(namespace)) && selects(labelSelector, labels) === true;
}
