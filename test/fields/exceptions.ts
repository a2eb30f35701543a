/** Fields that are no typed prop, each with the reason. A pattern ends at a path or covers what is below it. */
export const EXCEPTIONS: readonly (readonly [pattern: string, reason: string])[] = [
  ['spec.template.metadata.{generateName,namespace,selfLink,uid,resourceVersion,generation,creationTimestamp,deletionTimestamp,deletionGracePeriodSeconds,ownerReferences}',
    'Kubernetes does not carry it from the template to a pod'],
  ['spec.template.spec.resources.claims', 'the API server refuses it for the pod as a whole; containers have `ContainerResources.claims`'],
  ['spec.template.spec.ephemeralContainers', 'the API server refuses it in a pod template; ephemeral containers are added to running pods'],
  ['spec.template.spec.activeDeadlineSeconds', 'the API server refuses it in a DaemonSet'],
  ['spec.template.spec.restartPolicy', 'a DaemonSet knows only `Always`, which is the default'],
  ['spec.template.spec.nodeName', 'the DaemonSet controller chooses the nodes; `NodePlacement` says which'],
  ['spec.template.spec.serviceAccount', 'the old name of `serviceAccountName`, which Kubernetes fills in'],
  ['spec.template.spec.priority', 'the API server computes it from the priority class and refuses pods with another'],
  ['spec.template.spec.overhead', 'the API server computes it from the runtime class and refuses pods with another'],
  ['spec.template.spec.schedulingGates', 'a pod with a gate is never scheduled until something removes the gate, for each pod on each node'],
  ['spec.template.spec.topologySpreadConstraints', 'the DaemonSet controller makes one pod a node; a constraint can only leave some of them Pending'],
  ['spec.template.spec.schedulingGroup', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['spec.template.spec.evictionResponders', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.{items[].user,defaultUser,serviceAccountToken.user,clusterTrustBundle.user,podCertificate.user}', 'the owner of files is alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['spec.template.spec.volumes[].emptyDir.mode', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.volumeMounts[].bindMountOptions', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.httpGet.protocol', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.grpc.mode', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.lifecycle.stopSignal', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
  ['**.readinessProbe.terminationGracePeriodSeconds', 'the API server refuses it: an unready container is not stopped'],
  ['**.env[].valueFrom.fieldRef.apiVersion', '`v1` is the only one there is, and the default'],
  ['**.downwardAPI.items[].fieldRef.apiVersion', '`v1` is the only one there is, and the default'],
  ['spec.template.spec.volumes[].ephemeral.volumeClaimTemplate.metadata.{name,generateName,namespace,selfLink,uid,resourceVersion,generation,creationTimestamp,deletionTimestamp,deletionGracePeriodSeconds,ownerReferences,finalizers}',
    'Kubernetes takes only labels and annotations from the template of a claim'],
  ['**.dataSourceRef.namespace', 'alpha and off by default in Kubernetes 1.37: the API server drops it without a word'],
];

/** The reason why a path is no typed prop; undefined where there is none. */
export function reasonFor(path: string): string | undefined {
  return EXCEPTIONS.find(([pattern]) => matches(path, pattern))?.[1];
}

function matches(path: string, pattern: string): boolean {
  const [, head, choices] = /^(.*?)(?:\{([^{}]*,[^{}]*)\})?$/.exec(pattern)!;
  const ends = choices === undefined ? [head] : choices.split(',').map(choice => head + choice);
  return ends.some(end => end.startsWith('**.')
    ? new RegExp(`\\.${escaped(end.slice(3))}($|[.[{])`).test(path)
    : path === end || ['.', '[', '{'].some(next => path.startsWith(end + next)));
}

function escaped(text: string): string {
  return text.replace(/[.[\]{}]/g, '\\$&');
}
