import type { Reading } from './reading';
import { HostPort, hostPorts } from '../kubernetes/host-ports';
import { Placement, placementOf } from '../kubernetes/placement';
import { isSidecar } from '../kubernetes/requests';
import type { ContainerPort } from '../kubernetes/wire/container';
import type { LabelSelector } from '../kubernetes/wire/meta';

/** What a daemon is compared with others by. It is kept of each daemon of an app, so that it must be small. */
export interface Outline {
  /** Whether the API server can make sense of the manifest. */
  readonly isReadable: boolean;
  /** Name of the DaemonSet. */
  readonly name?: string;
  /** Its namespace; empty where the manifest names none. */
  readonly namespace: string;
  readonly selector: LabelSelector;
  readonly podLabels: Readonly<Record<string, string>>;
  /** The ports of the containers that run as long as the pod. */
  readonly ports: readonly ContainerPort[];
  /** The ports of the node that it declares. */
  readonly hostPorts: readonly HostPort[];
  readonly isOfHostNetwork: boolean;
  readonly placement: Placement;
}

/** The outline of a daemon that was read. */
export function outlineOf({ defaulted: { metadata, spec }, problems }: Reading): Outline {
  const pod = spec.template.spec!;
  const running = [...pod.containers, ...(pod.initContainers ?? []).filter(isSidecar)];
  return {
    isReadable: problems.length === 0,
    name: metadata?.name,
    namespace: metadata?.namespace ?? '',
    selector: spec.selector,
    podLabels: spec.template.metadata?.labels ?? {},
    ports: running.flatMap(({ ports = [] }) => ports),
    hostPorts: hostPorts(pod),
    isOfHostNetwork: pod.hostNetwork === true,
    placement: placementOf(pod),
  };
}
