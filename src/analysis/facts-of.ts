import type { Daemon } from './daemon';
import { DaemonFacts, HostPathFact } from './daemon-facts';
import { nodesInWords } from './nodes-in-words';
import { podSecurityNeeds } from './pod-security';
import { daemonPod } from '../kubernetes/daemon-pod';
import { hostPorts } from '../kubernetes/host-ports';
import { aggregateContainers, namedResources, podRequest } from '../kubernetes/requests';
import { isPodLevelResource } from '../kubernetes/resource-names';
import type { DaemonSetUpdateStrategy } from '../kubernetes/wire/daemon-set';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** What is true of a daemon that can be read. */
export function factsOf(daemon: Daemon, position: number): DaemonFacts {
  const { pod, defaulted, containers } = daemon;
  const { spec } = daemonPod(defaulted);
  return {
    name: defaulted.metadata?.name ?? '',
    namespace: defaulted.metadata?.namespace,
    position,
    images: containers.map(({ container }) => container.image ?? ''),
    hostNamespaces: [...pod.hostNetwork ? ['network'] : [], ...pod.hostPID ? ['PID'] : [], ...pod.hostIPC ? ['IPC'] : []],
    hostPorts: hostPortsOf(daemon),
    hostPaths: hostPathsOf(daemon),
    privileged: containers.filter(({ container }) => container.securityContext?.privileged === true).map(({ container }) => container.name),
    capabilities: sorted(containers.flatMap(({ container }) => container.securityContext?.capabilities?.add ?? [])),
    requests: requestsOf(spec),
    limits: limitsOf(spec),
    serviceAccount: spec.serviceAccountName ?? 'default',
    updateStrategy: strategyInWords(defaulted.spec.updateStrategy ?? {}),
    nodes: nodesInWords(pod),
    podSecurity: podSecurityNeeds(daemon),
  };
}

function hostPortsOf({ pod, containers }: Daemon) {
  const said = new Set(containers.flatMap(({ container }) => (container.ports ?? []).filter(({ hostPort }) => hostPort).map(({ hostPort }) => `${container.name} ${hostPort}`)));
  return hostPorts(pod).map(({ ip, port, protocol, container }) => ({ port, protocol, address: ip, container, isImplied: !said.has(`${container} ${port}`) }));
}

function hostPathsOf({ pod, containers }: Daemon): HostPathFact[] {
  return (pod.volumes ?? []).flatMap(({ name, hostPath }) => {
    const users = (canWrite: boolean) => containers.filter(({ container }) => (container.volumeMounts ?? [])
      .some(mount => mount.name === name && (mount.readOnly !== true) === canWrite)).map(({ container }) => container.name);
    const writers = users(true);
    return hostPath === undefined ? [] : [{
      path: hostPath.path, type: hostPath.type ?? '', readers: users(false).filter(reader => !writers.includes(reader)), writers,
    }];
  });
}

function requestsOf(spec: PodSpec): { [resource: string]: string } {
  const names = new Set([...namedResources(spec, 'requests'), ...Object.keys(spec.resources?.requests ?? {}), ...Object.keys(spec.overhead ?? {})]);
  return Object.fromEntries(sorted([...names]).map(name => [name, podRequest(spec, name).toString()]));
}

function limitsOf(spec: PodSpec): { [resource: string]: string } {
  const names = new Set([...namedResources(spec, 'limits'), ...Object.keys(spec.resources?.limits ?? {})]);
  return Object.fromEntries(sorted([...names]).flatMap(name => {
    const ofPod = isPodLevelResource(name) ? spec.resources?.limits?.[name] : undefined;
    const isWhole = (spec.containers ?? []).every(({ resources }) => resources?.limits?.[name] !== undefined);
    const limit = ofPod ?? (isWhole ? aggregateContainers(spec, 'limits', name)?.toString() : undefined);
    return limit === undefined ? [] : [[name, String(limit)]];
  }));
}

function strategyInWords({ type = '', rollingUpdate = {} }: DaemonSetUpdateStrategy): string {
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate;
  return type !== 'RollingUpdate' ? type : maxSurge === 0 || maxSurge === '0%' ? `${type}, maxUnavailable ${maxUnavailable}` : `${type}, maxSurge ${maxSurge}`;
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
