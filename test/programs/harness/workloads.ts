import type { Pod, PodOptions } from './cluster-pod';
import type { ClusterNode } from './nodes';

type Options = Omit<PodOptions, 'name'>;

/** Starts the pods of a DaemonSet, one on each node that its placement names. */
export function startDaemonSet(nodes: readonly ClusterNode[], manifests: readonly any[], options: Options = {}): Promise<Pod[]> {
  const { metadata, spec: { template } } = manifests.find(({ kind }) => kind === 'DaemonSet');
  return Promise.all(nodes.filter(node => isPlacedOn(template.spec, node)).map(node =>
    node.start(template, { namespace: metadata.namespace, manifests, ...options, name: `${metadata.name}-${node.name}` })));
}

/** Starts the pods of a Deployment, as evenly as they can be. */
export function startDeployment(nodes: readonly ClusterNode[], manifests: readonly any[], options: Options = {}): Promise<Pod[]> {
  const { metadata, spec: { template, replicas = 1 } } = manifests.find(({ kind }) => kind === 'Deployment');
  return Promise.all(Array.from({ length: replicas }, (_, index) =>
    nodes[index % nodes.length].start(template, { namespace: metadata.namespace, manifests, ...options, name: `${metadata.name}-${index}` })));
}

function isPlacedOn({ nodeSelector = {}, affinity }: any, { labels }: ClusterNode): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [{}];
  return Object.entries(nodeSelector).every(([label, value]) => labels[label] === value)
    && terms.some(({ matchExpressions = [] }: any) => matchExpressions.every((expression: any) => agrees(expression, labels)));
}

function agrees({ key, operator, values = [] }: any, labels: { readonly [label: string]: string }): boolean {
  switch (operator) {
    case 'In': return key in labels && values.includes(labels[key]);
    case 'NotIn': return !values.includes(labels[key]);
    case 'Exists': return key in labels;
    case 'DoesNotExist': return !(key in labels);
    default: throw new Error(`no operator ${operator} is known here`);
  }
}
