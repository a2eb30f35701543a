import { Specimen } from './specimen';
import {
  AppArmorProfile, DnsPolicy, FsGroupChangePolicy, LabelExpression, NodeOs, NodePriority, PreemptionPolicy, SeccompProfile,
  SeLinuxChangePolicy, SupplementalGroupsPolicy, UpdateStrategy, VolumeSource,
} from '../../src';

/** Uses of the props of the daemon and of the pod. */
export const DAEMON_SPECIMENS: readonly Specimen[] = [
  { api: 'NodeDaemonProps.container' },
  {
    api: 'NodeDaemonOptions.selector',
    props: {
      selector: { matchLabels: { app: 'agent' }, matchExpressions: [LabelExpression.in('tier', 'node')] },
      podMetadata: { labels: { tier: 'node' } },
    },
  },
  { api: 'PodMetadata.name', props: { podMetadata: { name: 'agent' } } },
  { api: 'PodMetadata.labels', props: { podMetadata: { labels: { team: 'nodes' } } } },
  { api: 'PodMetadata.annotations', props: { podMetadata: { annotations: { 'example.com/note': 'text' } } } },
  { api: 'PodMetadata.finalizers', props: { podMetadata: { finalizers: ['example.com/drain'] } } },
  { api: 'NodeDaemonOptions.minReadySeconds', props: { minReadySeconds: 5 } },
  { api: 'NodeDaemonOptions.revisionHistoryLimit', props: { revisionHistoryLimit: 3 } },
  { api: 'UpdateStrategy.onDelete', props: { updateStrategy: UpdateStrategy.onDelete() } },
  { api: 'UpdateStrategy.rollingUpdate', props: { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '10%' }) } },
  { api: 'NodeDaemonOptions.priority', props: { priority: NodePriority.SYSTEM_NODE_CRITICAL } },
  { api: 'PodOptions.preemptionPolicy', props: { preemptionPolicy: PreemptionPolicy.NEVER } },
  { api: 'NodeDaemonOptions.imagePullSecrets', props: { imagePullSecrets: ['registry'] } },
  { api: 'NodeDaemonOptions.serviceAccountName', props: { serviceAccountName: 'agent' } },
  { api: 'NodeDaemonOptions.automountServiceAccountToken', props: { automountServiceAccountToken: false } },
  { api: 'HostNamespaces.network', props: { hostNamespaces: { network: true } } },
  { api: 'HostNamespaces.pid', props: { hostNamespaces: { pid: true } } },
  { api: 'HostNamespaces.ipc', props: { hostNamespaces: { ipc: true } } },
  { api: 'PodOptions.hostUsers', props: { hostUsers: false } },
  { api: 'PodOptions.shareProcessNamespace', props: { shareProcessNamespace: true } },
  {
    api: 'PodOptions.podResources',
    props: { podResources: { requests: { cpu: '1', memory: '64Mi' }, limits: { cpu: '2' } } },
  },
  { api: 'PodOptions.resourceClaims', props: { resourceClaims: [{ name: 'device', resourceClaimName: 'shared' }] } },
  { api: 'PodOptions.resourceClaims', props: { resourceClaims: [{ name: 'device', resourceClaimTemplateName: 'gpu' }] } },
  { api: 'PodOptions.dnsPolicy', props: { dnsPolicy: DnsPolicy.DEFAULT } },
  {
    api: 'PodOptions.dnsConfig',
    props: { dnsConfig: { nameservers: ['192.0.2.53'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] } },
  },
  { api: 'PodOptions.hostAliases', props: { hostAliases: [{ ip: '192.0.2.1', hostnames: ['sink.example.com'] }] } },
  { api: 'PodOptions.hostname', props: { hostname: 'agent' } },
  { api: 'PodOptions.hostnameOverride', props: { hostnameOverride: 'agent.example.com' } },
  { api: 'PodOptions.subdomain', props: { subdomain: 'agents' } },
  { api: 'PodOptions.setHostnameAsFqdn', props: { setHostnameAsFqdn: true } },
  { api: 'PodOptions.enableServiceLinks', props: { enableServiceLinks: false } },
  { api: 'PodOptions.terminationGracePeriodSeconds', props: { terminationGracePeriodSeconds: 60 } },
  { api: 'PodOptions.runtimeClassName', props: { runtimeClassName: 'gvisor' } },
  { api: 'PodOptions.schedulerName', props: { schedulerName: 'node-scheduler' } },
  { api: 'PodOptions.readinessGates', props: { readinessGates: ['example.com/registered'] } },
  { api: 'PodOptions.os', props: { os: NodeOs.LINUX } },
  { api: 'NodeDaemonOptions.volumes', props: { volumes: { scratch: VolumeSource.emptyDir() } } },
  {
    api: 'PodOptions.podSecurityContext',
    props: {
      podSecurityContext: {
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
        fsGroup: 1000,
        fsGroupChangePolicy: FsGroupChangePolicy.ON_ROOT_MISMATCH,
        supplementalGroups: [2000],
        supplementalGroupsPolicy: SupplementalGroupsPolicy.STRICT,
        seccompProfile: SeccompProfile.localhost('agent.json'),
        appArmorProfile: AppArmorProfile.localhost('agent'),
        seLinuxOptions: { user: 'system_u', role: 'system_r', type: 'spc_t', level: 's0' },
        seLinuxChangePolicy: SeLinuxChangePolicy.RECURSIVE,
        sysctls: { 'net.ipv4.tcp_keepalive_time': '600' },
      },
    },
  },
  {
    api: 'WindowsOptions',
    props: {
      os: NodeOs.WINDOWS,
      hostNamespaces: { network: true },
      podSecurityContext: {
        windowsOptions: {
          hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM', gmsaCredentialSpecName: 'agent', gmsaCredentialSpec: '{}',
        },
      },
    },
  },
];
