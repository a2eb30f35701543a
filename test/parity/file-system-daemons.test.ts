import { daemonSetDifferences, ofKind, plain, upstream } from './upstream';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonProfile, DnsPolicy, EnvValue, FileSystemDaemon, FileSystemDaemonProps, HostPathType, ImagePullPolicy,
  NodePlacement, NodePriority, Probe, ProjectedSource, SecurityContext, SharedDirectory, TaintEffect, Toleration, VolumeSource,
} from '../../src';
import { chartOf } from '../core/testing';

/** A daemon of an upstream project, written with our own words. */
function ours(namespace: string, props: FileSystemDaemonProps): any[] {
  const chart = chartOf(namespace);
  new FileSystemDaemon(chart, 'files', { profile: DaemonProfile.BARE, ...props });
  return chart.toJson();
}

/**
 * What is compared. The namespace of a pod template means nothing, and a volume with every file of its ConfigMap is that of the whole: the one
 * ConfigMap of ours has one file.
 */
function comparable(daemonSet: any): any {
  const copy = structuredClone(daemonSet);
  const { metadata, spec } = copy.spec.template;
  delete metadata.namespace;
  for (const { configMap } of (spec.volumes ?? []).filter((volume: any) => volume.configMap?.items?.every(({ key, path }: any) => key === path))) {
    delete configMap.items;
  }
  return copy;
}

/** Restarts nodes that ask for it with a file in a directory of others. */
const kured = () => ours('kube-system', {
  name: 'kured',
  podMetadata: { labels: { name: 'kured' } },
  serviceAccountName: 'kured',
  hostNamespaces: { pid: true },
  acknowledge: [{ id: 'ND401', reason: 'it restarts the node' }],
  placement: NodePlacement.exactly({ tolerations: ['control-plane', 'master'].map(role => Toleration.of({ key: `node-role.kubernetes.io/${role}`, effect: TaintEffect.NO_SCHEDULE })) }),
  apiAccess: [
    ApiAccess.rule({ resources: ['nodes'], verbs: ['get', 'patch'] }),
    ApiAccess.rule({ resources: ['pods'], verbs: ['list', 'delete', 'get'] }),
    ApiAccess.rule({ apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get'] }),
    ApiAccess.rule({ resources: ['pods/eviction'], verbs: ['create'] }),
    ApiAccess.rule({ apiGroups: ['apps'], resources: ['daemonsets'], resourceNames: ['kured'], verbs: ['update'], namespaced: true }),
  ],
  directory: SharedDirectory.foreign('/var/run', { mountPath: '/sentinel', type: HostPathType.DIRECTORY }),
  container: {
    name: 'kured',
    image: 'ghcr.io/kubereboot/kured:1.23.0',
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    command: ['/usr/bin/kured', '--reboot-sentinel=/sentinel/reboot-required'],
    env: { KURED_NODE_ID: EnvValue.NODE_NAME },
    ports: [ContainerPort.tcp(8080, { name: 'metrics' })],
    securityContext: SecurityContext.of({ privileged: true, readOnlyRootFilesystem: true }),
  },
});

/** Tells the kubelet of GPUs through the directory of its sockets. */
const nvidia = () => ours('kube-system', {
  name: 'nvidia-device-plugin-daemonset',
  podMetadata: { labels: { name: 'nvidia-device-plugin-ds' } },
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  placement: NodePlacement.exactly({ tolerations: [Toleration.exists('nvidia.com/gpu', { effect: TaintEffect.NO_SCHEDULE })] }),
  directory: SharedDirectory.foreign('/var/lib/kubelet/device-plugins', { readOnly: false, type: HostPathType.DIRECTORY }),
  container: {
    name: 'nvidia-device-plugin-ctr',
    image: 'nvcr.io/nvidia/k8s-device-plugin:v0.20.0',
    securityContext: SecurityContext.of({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }),
  },
});

/** A section of the language of HashiCorp; its own settings come first. */
function section(title: string, settings: { [name: string]: string | boolean }, inner: string[] = []): string {
  return `${title} {\n${[...Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`), ...inner].join('\n')}\n}\n`;
}

const plugin = (kind: string, name: string, data: { [name: string]: string | boolean } = {}) => section(`${kind} "${name}"`, {}, [section('plugin_data', data)]);

const AGENT_CONF = [
  section('agent', {
    data_dir: '/run/spire',
    log_level: 'DEBUG',
    server_address: 'spire-server',
    server_port: '8081',
    socket_path: '/run/spire/sockets/agent.sock',
    trust_bundle_path: '/run/spire/bundle/bundle.crt',
    trust_domain: 'example.org',
  }),
  section('plugins', {}, [
    plugin('NodeAttestor', 'k8s_psat', { cluster: 'demo-cluster' }),
    plugin('KeyManager', 'memory'),
    plugin('WorkloadAttestor', 'k8s', { skip_kubelet_verification: true, node_name_env: 'MY_NODE_NAME' }),
    plugin('WorkloadAttestor', 'unix'),
  ]),
  section('health_checks', { listener_enabled: true, bind_address: '0.0.0.0', bind_port: '8080', live_path: '/live', ready_path: '/ready' }),
].join('');

/** Tells pods who they are, through a socket. */
const spire = () => ours('spire', {
  name: 'spire-agent',
  labels: { app: 'spire-agent' },
  podMetadata: { labels: { app: 'spire-agent' } },
  serviceAccountName: 'spire-agent',
  configMapName: 'spire-agent',
  hostNamespaces: { pid: true, network: true },
  dnsPolicy: DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET,
  acknowledge: [{ id: 'ND405', reason: 'it asks the kubelet which pods are whose' }],
  apiAccess: [ApiAccess.rule({ resources: ['pods', 'nodes', 'nodes/proxy'], verbs: ['get'] })],
  configFiles: [ConfigFile.text('/run/spire/config/agent.conf', AGENT_CONF)],
  directory: SharedDirectory.socket('/run/spire/sockets', 'agent.sock', { type: HostPathType.DIRECTORY_OR_CREATE }),
  initContainers: [{ name: 'init', image: 'cgr.dev/chainguard/wait-for-it', args: ['-t', '30', 'spire-server:8081'] }],
  container: {
    name: 'spire-agent',
    image: 'ghcr.io/spiffe/spire-agent:1.11.2',
    args: ['-config', '/run/spire/config/agent.conf'],
    env: { MY_NODE_NAME: EnvValue.POD_IP },
    volumes: [
      { mountPath: '/run/spire/bundle', source: VolumeSource.configMap('spire-bundle') },
      {
        mountPath: '/var/run/secrets/tokens',
        source: VolumeSource.projected([ProjectedSource.serviceAccountToken('spire-agent', { audience: 'spire-server', expirationSeconds: 7200 })]),
      },
    ],
    livenessProbe: Probe.httpGet('/live', { port: 8080, failureThreshold: 2, initialDelaySeconds: 15, periodSeconds: 60, timeoutSeconds: 3 }),
    readinessProbe: Probe.httpGet('/ready', { port: 8080, initialDelaySeconds: 5, periodSeconds: 5 }),
  },
});

describe.each<[string, string, () => any[]]>([
  ['kured', 'kured', kured],
  ['the device plugin of NVIDIA', 'nvidia-device-plugin', nvidia],
  ["SPIRE's agent", 'spire-agent-quickstart', spire],
])('%s', (_, file, define) => {
  const theirs = upstream(`FileSystemDaemon/${file}.yaml`);
  const comparison = theirs === undefined ? test.skip : test;
  const mine = define();

  comparison('the DaemonSet does the same', () => {
    expect(daemonSetDifferences(comparable(ofKind(mine, 'DaemonSet')), comparable(ofKind(theirs!, 'DaemonSet')))).toEqual([]);
    expect(ofKind(mine, 'DaemonSet').metadata).toMatchObject(ofKind(theirs!, 'DaemonSet').metadata);
  });

  comparison('it has the same account, with the same rights', () => {
    const accounts = (objects: any[]) => objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name);
    const rules = (objects: any[], role: string) => objects.filter(({ kind }) => kind === role).flatMap(object => object.rules).map(rule => plain(rule));
    expect(accounts(mine)).toEqual(accounts(theirs!));
    expect(rules(mine, 'ClusterRole')).toEqual(rules(theirs!, 'ClusterRole'));
    expect(rules(mine, 'Role')).toEqual(rules(theirs!, 'Role'));
  });

  comparison('its configuration says the same', () => {
    const configs = (objects: any[]) => objects.filter(({ kind }) => kind === 'ConfigMap')
      .map(({ metadata, data }) => [metadata.name, Object.entries<string>(data).map(([key, text]) => [key, lines(text)])]);
    expect(configs(mine)).toEqual(configs(theirs!));
  });
});

/** The lines of a text that a program reads. */
function lines(text: string): string[] {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
}

test("the program finds SPIRE's socket where clients do", () => {
  const { containers: [{ volumeMounts }] } = ofKind(spire(), 'DaemonSet').spec.template.spec;
  expect(volumeMounts).toContainEqual({ name: 'host-run-spire-sockets', mountPath: '/run/spire/sockets' });
});
