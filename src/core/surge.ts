import { AgentContext } from './agent-config';
import { identify } from './identity';
import { NodeDaemonOptions } from './node-daemon-options';
import { DaemonContainer } from '../host/daemon-container';
import { Exposure } from '../host/exposure';
import { VolumeMount } from '../host/volume-mount';
import { selects } from '../kubernetes/label-selector';
import { isExtendedResource, isHugePages } from '../kubernetes/resource-names';
import type { PodAffinityTerm } from '../kubernetes/wire/affinity';

/** Label whose value differs between the pods of two versions. */
const REVISION = 'controller-revision-hash';

/** Why the new pod would wait for ever while the old one is on the node; undefined where both can be there at once. */
export function obstacle(exposure: Exposure, container: DaemonContainer, context: AgentContext): string | undefined {
  const all = containersOf(container, context.options);
  return ofPorts(exposure, all, context) ?? ofDevices(all, context) ?? ofAntiAffinity(container, context);
}

/** Whether two pods on a node would both write to a path of the node. */
export function writesNode(container: DaemonContainer, { options }: AgentContext): boolean {
  const isOfNode = ({ name, source = options.volumes?.[name ?? ''] }: VolumeMount) => source?._toWire?.('').hostPath !== undefined;
  return containersOf(container, options).some(({ hostPaths, volumes }) =>
    (hostPaths ?? []).some(path => path?.isReadOnly === false) || (volumes ?? []).some(mount => mount?.readOnly !== true && isOfNode(mount ?? {})));
}

function ofPorts({ how }: Exposure, containers: readonly DaemonContainer[], { options: { hostNamespaces } }: AgentContext): string | undefined {
  if (how === 'hostPort' || how === 'hostNetwork') {
    return `with NodeLocalExposure.${how}() the new pod waits for the port of the old one`;
  }
  const hasOthers = hostNamespaces?.network === true || containers.some(({ ports }) => (ports ?? []).some(({ hostPort }) => hostPort !== undefined));
  return hasOthers ? 'with ports of the node the new pod waits for the port of the old one' : undefined;
}

/** A node may have no second device; Kubernetes takes the request from the limit where only that is said. */
function ofDevices(containers: readonly DaemonContainer[], { resources, options: { podResources } }: AgentContext): string | undefined {
  const [main, ...others] = containers;
  const amounts = [main.resources ?? resources, ...others.map(one => one.resources), podResources].flatMap(one => [one?.limits, one?.requests]);
  const device = amounts.flatMap(amount => Object.entries(amount ?? {}))
    .find(([name, quantity]) => (isExtendedResource(name) || isHugePages(name)) && Number.parseFloat(quantity) !== 0)?.[0];
  return device && `with the resource '${device}' the new pod waits for that of the old one`;
}

function ofAntiAffinity(container: DaemonContainer, context: AgentContext): string | undefined {
  const { options, hardened, platform, daemonName, namespace } = context;
  const terms = options.placement?._toWire?.(platform).affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  if (terms.length === 0) {
    return undefined;
  }
  const { selector, common } = identify(options, context, container, daemonName());
  const labels = { ...hardened ? common : {}, ...options.podMetadata?.labels, ...selector.matchLabels };
  return terms.some(term => isOwn(term, labels, namespace)) ? 'with a podAntiAffinity to pods of its own labels the new pod waits for the end of the old one' : undefined;
}

/** The two pods are at one place whatever its label, as they are on one node. */
function isOwn(term: PodAffinityTerm, labels: { readonly [label: string]: string }, namespace: string | undefined): boolean {
  const { labelSelector, namespaces = [], namespaceSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  const isOwnNamespace = namespaceSelector === undefined && namespaces.length === 0 || namespaces.includes(namespace ?? '');
  return isOwnNamespace && selects(labelSelector, labels) === true && !matchLabelKeys.includes(REVISION) && mismatchLabelKeys.length === 0;
}

function containersOf(container: DaemonContainer, { sidecars = [], initContainers = [] }: NodeDaemonOptions): readonly DaemonContainer[] {
  return [container, ...sidecars, ...initContainers];
}
