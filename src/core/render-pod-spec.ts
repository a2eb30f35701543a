import { DaemonState } from './daemon-state';
import { mountsOf } from './mounts';
import { renderContainer, renderResources } from './render-container';
import { renderPodSecurityContext } from './render-pod-security-context';
import { listOrNothing } from './tidy';
import { needsTmp, tmpMount, tmpVolume } from './writable-tmp';
import { DaemonContainer } from '../host/daemon-container';
import { NodePlacement } from '../host/node-placement';
import { DnsConfig, DnsPolicy } from '../host/pod-dns';
import type { Container } from '../kubernetes/wire/container';
import type { PodDNSConfig, PodSpec } from '../kubernetes/wire/pod-spec';

/** The pod of a DaemonSet. */
export function renderPodSpec(state: DaemonState): PodSpec {
  const { options, hardened, platform } = state;
  const { network, pid, ipc } = options.hostNamespaces ?? {};
  const volumes = state.volumes.toWire();
  const container = (c: DaemonContainer): Container => {
    const mounts = mountsOf(c, c === state.containers[0]);
    if (!hardened || !needsTmp(c, mounts)) {
      return renderContainer(c, mounts, state);
    }
    const tmp = tmpVolume(c, volumes);
    volumes.push(tmp);
    return renderContainer(c, { ...mounts, volumeMounts: [...mounts.volumeMounts, tmpMount(tmp)] }, state);
  };
  const containers = state.containers.map(container);
  const initContainers = state.initContainers.map(container);
  const placement = (options.placement ?? (hardened ? NodePlacement._default() : undefined))?._toWire(platform);
  return {
    affinity: placement?.affinity,
    automountServiceAccountToken: state.automountServiceAccountToken,
    containers,
    dnsConfig: options.dnsConfig && renderDnsConfig(options.dnsConfig),
    dnsPolicy: options.dnsPolicy ?? (hardened && network === true ? DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET : undefined),
    enableServiceLinks: options.enableServiceLinks,
    hostAliases: listOrNothing(options.hostAliases?.map(({ ip, hostnames }) => ({ ip, hostnames: [...hostnames] }))),
    hostIPC: ipc,
    hostNetwork: network,
    hostPID: pid,
    hostUsers: options.hostUsers,
    hostname: options.hostname,
    hostnameOverride: options.hostnameOverride,
    imagePullSecrets: listOrNothing(state.imagePullSecrets.map(name => ({ name }))),
    initContainers: listOrNothing(initContainers),
    nodeSelector: placement?.nodeSelector,
    os: options.os && { name: options.os },
    preemptionPolicy: options.preemptionPolicy,
    priorityClassName: options.priority?.className,
    readinessGates: listOrNothing(options.readinessGates?.map(conditionType => ({ conditionType }))),
    resourceClaims: listOrNothing(options.resourceClaims?.map(claim => ({ ...claim }))),
    resources: options.podResources && renderResources(options.podResources),
    runtimeClassName: options.runtimeClassName,
    schedulerName: options.schedulerName,
    securityContext: options.podSecurityContext && renderPodSecurityContext(options.podSecurityContext),
    serviceAccountName: state.serviceAccountName,
    setHostnameAsFQDN: options.setHostnameAsFqdn,
    shareProcessNamespace: options.shareProcessNamespace,
    subdomain: options.subdomain,
    terminationGracePeriodSeconds: options.terminationGracePeriodSeconds,
    tolerations: placement?.tolerations,
    volumes: listOrNothing(volumes),
  };
}

function renderDnsConfig({ nameservers, searches, options }: DnsConfig): PodDNSConfig {
  return {
    nameservers: listOrNothing(nameservers),
    searches: listOrNothing(searches),
    options: listOrNothing(options?.map(({ name, value }) => ({ name, value }))),
  };
}
