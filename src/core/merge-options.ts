import { NodeDaemonOptions } from './node-daemon-options';
import { withoutUndefined } from '../host/copy';
import { PodMetadata } from '../host/pod-metadata';

/** Options over others: lists are joined, maps and structs field by field, and of everything else the upper counts. */
export function mergeOptions(lower: NodeDaemonOptions, upper: NodeDaemonOptions): NodeDaemonOptions {
  return {
    ...lower,
    ...withoutUndefined(upper),
    acknowledge: joined(lower.acknowledge, upper.acknowledge),
    sidecars: joined(lower.sidecars, upper.sidecars),
    initContainers: joined(lower.initContainers, upper.initContainers),
    configFiles: joined(lower.configFiles, upper.configFiles),
    apiAccess: joined(lower.apiAccess, upper.apiAccess),
    labels: both(lower.labels, upper.labels),
    annotations: both(lower.annotations, upper.annotations),
    serviceAccountAnnotations: both(lower.serviceAccountAnnotations, upper.serviceAccountAnnotations),
    volumes: both(lower.volumes, upper.volumes),
    hostNamespaces: both(lower.hostNamespaces, upper.hostNamespaces),
    podMetadata: bothMetadata(lower.podMetadata, upper.podMetadata),
    podSecurityContext: both(lower.podSecurityContext, upper.podSecurityContext),
    service: both(lower.service, upper.service),
    networkPolicy: both(lower.networkPolicy, upper.networkPolicy),
  };
}

function joined<T>(lower: readonly T[] = [], upper: readonly T[] = []): T[] {
  return [...lower, ...upper];
}

/** One field of a struct may be written without losing the others. */
function both<T extends object>(lower: T | undefined, upper: T | undefined): T | undefined {
  return lower === undefined || upper === undefined ? upper ?? lower : { ...lower, ...withoutUndefined(upper) };
}

function bothMetadata(lower: PodMetadata | undefined, upper: PodMetadata | undefined): PodMetadata | undefined {
  return lower === undefined ? upper
    : { ...both(lower, upper), labels: both(lower.labels, upper?.labels), annotations: both(lower.annotations, upper?.annotations) };
}
