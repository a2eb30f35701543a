import { hostPorts } from '../kubernetes/host-ports';
import type { Container } from '../kubernetes/wire/container';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** What a daemon touches of its node. */
export interface HostAccess {
  /** Namespaces of the node that its pods share: `network`, `PID`, `IPC`. */
  readonly namespaces: readonly string[];
  /** Ports of the node that it takes, such as `TCP 9100`. */
  readonly ports: readonly string[];
  /** Paths of the node that it reads. */
  readonly reads: readonly string[];
  /** Paths of the node that it may write. */
  readonly writes: readonly string[];
  /** Containers that may do all that root may do. */
  readonly privileged: readonly string[];
  /** Linux capabilities that some container gets. */
  readonly capabilities: readonly string[];
}

/** What the pods of a daemon touch of their nodes. */
export function hostAccess(pod: PodSpec): HostAccess {
  const containers = [...pod.initContainers ?? [], ...pod.containers ?? []];
  const namespaces = [...pod.hostNetwork ? ['network'] : [], ...pod.hostPID ? ['PID'] : [], ...pod.hostIPC ? ['IPC'] : []];
  const writes = pathsOf(pod, containers, false);
  return {
    namespaces,
    ports: sorted(hostPorts(pod).map(({ protocol, port }) => `${protocol} ${port}`)),
    reads: pathsOf(pod, containers, true).filter(path => !writes.includes(path)),
    writes,
    privileged: containers.filter(c => c.securityContext?.privileged === true).map(({ name }) => name),
    capabilities: sorted(containers.flatMap(c => c.securityContext?.capabilities?.add ?? [])),
  };
}

function pathsOf(pod: PodSpec, containers: readonly Container[], readOnly: boolean): string[] {
  const mounts = containers.flatMap(c => c.volumeMounts ?? []).filter(mount => (mount.readOnly === true) === readOnly);
  const names = new Set(mounts.map(({ name }) => name));
  return sorted((pod.volumes ?? []).flatMap(({ name, hostPath }) => hostPath !== undefined && names.has(name) ? [hostPath.path] : []));
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
