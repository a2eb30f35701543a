import { parse } from 'yaml';
import { daemonSetDifferences, ofKind, plain, upstream } from './upstream';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonNamespace, DaemonProfile, DnsPolicy, EnvValue, HostPath, HostPathType, ImagePullPolicy, KernelModules,
  Monitor, NetworkAgent, NetworkAgentProps, NetworkProgram, NodeExpression, NodePlacement, NodePriority, NodeTerm, Probe, SecurityContext, TaintEffect,
  Toleration, UpdateStrategy, VolumeSource,
} from '../../src';
import { equivalentCompanions } from '../../src/kubernetes/equality';
import { chartOf } from '../core/testing';

type Kinds = (kind: string) => any[];

/** A daemon of an upstream project, written with our own words. */
function ours(namespace: string, props: NetworkAgentProps): Kinds {
  const chart = chartOf(namespace);
  new NetworkAgent(chart, 'net', { profile: DaemonProfile.BARE, hostNamespaces: { network: true }, ...props });
  return kind => (chart.toJson() as any[]).filter(manifest => manifest.kind === kind);
}

const UNTYPED = { type: HostPathType.UNCHECKED };

const FLANNEL_IMAGE = 'ghcr.io/flannel-io/flannel:v0.28.9';
const CNI_CONF = JSON.stringify({
  name: 'cbr0',
  cniVersion: '0.3.1',
  plugins: [{ type: 'flannel', delegate: { hairpinMode: true, isDefaultGateway: true } }, { type: 'portmap', capabilities: { portMappings: true } }],
});

const flannel = () => ours('kube-flannel', {
  name: 'kube-flannel-ds',
  labels: { 'tier': 'node', 'app': 'flannel', 'k8s-app': 'flannel' },
  selector: { matchLabels: { app: 'flannel' } },
  podMetadata: { labels: { tier: 'node', app: 'flannel' } },
  configMapName: 'kube-flannel-cfg',
  serviceAccountName: 'flannel',
  apiAccess: [ApiAccess.rule({ resources: ['pods'], verbs: ['get'] }), ApiAccess.read('', 'nodes'), ApiAccess.rule({ resources: ['nodes/status'], verbs: ['patch'] })],
  placement: NodePlacement.exactly({ required: [NodeTerm.all(NodeExpression.in('kubernetes.io/os', 'linux'))], tolerations: [Toleration.effect(TaintEffect.NO_SCHEDULE)] }),
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  initContainers: [
    {
      name: 'install-cni-plugin',
      image: 'ghcr.io/flannel-io/flannel-cni-plugin:v1.9.1-flannel3',
      command: ['cp'],
      args: ['-f', '/flannel', '/opt/cni/bin/flannel'],
      hostPaths: [HostPath.readWrite('/opt/cni/bin', UNTYPED)],
    },
    {
      name: 'install-cni',
      image: FLANNEL_IMAGE,
      command: ['/opt/bin/install-conf'],
      args: ['/etc/kube-flannel/cni-conf.json', '/etc/cni/net.d/10-flannel.conflist'],
      hostPaths: [HostPath.readWrite('/etc/cni/net.d', UNTYPED)],
    },
  ],
  configFiles: [ConfigFile.text('/etc/kube-flannel/cni-conf.json', CNI_CONF, { containers: ['kube-flannel', 'install-cni'] })],
  agent: NetworkProgram.flannel({
    podNetwork: '10.244.0.0/16',
    nftables: false,
    healthPort: 8081,
    container: {
      image: FLANNEL_IMAGE,
      command: ['/opt/bin/flanneld'],
      args: ['--ip-masq', '--kube-subnet-mgr', '--healthz-port=8081'],
      env: {
        POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE, EVENT_QUEUE_DEPTH: EnvValue.text('5000'), CONT_WHEN_CACHE_NOT_READY: EnvValue.text('false'),
      },
      hostPaths: [HostPath.readWrite('/run/flannel', UNTYPED), HostPath.readWrite('/run/xtables.lock', { type: HostPathType.FILE_OR_CREATE })],
      livenessProbe: Probe.httpGet('/healthz', { portName: 'healthz', initialDelaySeconds: 10, periodSeconds: 30 }),
      readinessProbe: Probe.httpGet('/readyz', { portName: 'healthz', initialDelaySeconds: 5, periodSeconds: 10 }),
      resources: { requests: { cpu: '100m', memory: '50Mi' } },
      securityContext: SecurityContext.of({ privileged: false, capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } }),
    },
  }),
});

const kubeProxy = () => ours('kube-system', {
  name: 'kube-proxy',
  labels: { 'k8s-app': 'kube-proxy' },
  selector: { matchLabels: { 'k8s-app': 'kube-proxy' } },
  podMetadata: { labels: { 'k8s-app': 'kube-proxy' } },
  configMapName: 'kube-proxy',
  serviceAccountName: 'kube-proxy',
  placement: NodePlacement.exactly({ nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations: [Toleration.everything()] }),
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  updateStrategy: UpdateStrategy.rollingUpdate(),
  acknowledge: [{ id: 'ND401', reason: 'as kubeadm has it' }],
  agent: NetworkProgram.kubeProxy({
    apiServer: { host: '10.0.0.1' },
    version: '1.35.0',
    container: {
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      securityContext: SecurityContext.privileged(),
      hostPaths: [HostPath.readWrite('/run/xtables.lock', { type: HostPathType.FILE_OR_CREATE }), HostPath.readOnly('/lib/modules', UNTYPED)],
    },
  }),
});

const EXCLUDED = ['docker.*', 'cbr.*', 'dummy.*', 'virbr.*', 'lxcbr.*', 'veth.*', 'lo$', 'cali.*', 'tunl.*', 'flannel.*', 'kube-ipvs.*', 'cni.*', 'nodelocaldns.*', 'lxc.*'];
const METALLB = { app: 'metallb', component: 'speaker' };
const NO_MORE = { initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 3, successThreshold: 1, timeoutSeconds: 1 };
const every = (verb: string[], apiGroup: string, ...resources: string[]) => ApiAccess.rule({ apiGroups: [apiGroup], resources, verbs: verb });

const metallb = () => ours('metallb-system', {
  name: 'speaker',
  labels: METALLB,
  selector: { matchLabels: METALLB },
  podMetadata: { labels: METALLB, annotations: { 'prometheus.io/port': '9120', 'prometheus.io/scrape': 'true' } },
  serviceAccountName: 'speaker',
  terminationGracePeriodSeconds: 2,
  placement: NodePlacement.exactly({
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: ['master', 'control-plane'].map(role => Toleration.exists(`node-role.kubernetes.io/${role}`, { effect: TaintEffect.NO_SCHEDULE })),
  }),
  apiAccess: [
    every(['*'], 'metallb.io', 'servicel2statuses', 'servicel2statuses/status', 'configurationstates', 'configurationstates/status'),
    ApiAccess.read('', 'services', 'endpoints', 'nodes', 'namespaces'),
    ApiAccess.read('discovery.k8s.io', 'endpointslices'),
    every(['create', 'patch'], '', 'events'),
    ApiAccess.rule({ apiGroups: ['policy'], resources: ['podsecuritypolicies'], resourceNames: ['speaker'], verbs: ['use'] }),
    ApiAccess.rule({ resources: ['pods'], verbs: ['list', 'get'], namespaced: true }),
    ApiAccess.readNamespaced('', 'secrets'),
    ApiAccess.readNamespaced('', 'configmaps'),
    ...['bfdprofiles', 'bgppeers', 'l2advertisements', 'bgpadvertisements', 'ipaddresspools', 'communities'].map(resource => ApiAccess.readNamespaced('metallb.io', resource)),
    ApiAccess.rule({ apiGroups: ['metallb.io'], resources: ['servicebgpstatuses', 'servicebgpstatuses/status'], verbs: ['*'], namespaced: true }),
  ],
  configMapName: 'metallb-excludel2',
  agent: NetworkProgram.custom({
    configFiles: [ConfigFile.text('/etc/metallb/excludel2.yaml', `announcedInterfacesToExclude: ${JSON.stringify(EXCLUDED.map(name => `^${name}`))}\n`, { mode: 0o400 })],
    container: {
      name: 'speaker',
      image: 'quay.io/metallb/speaker:main',
      args: ['--port=9120', '--log-level=info'],
      env: {
        METALLB_NODE_NAME: EnvValue.NODE_NAME,
        METALLB_POD_NAME: EnvValue.POD_NAME,
        METALLB_HOST: EnvValue.HOST_IP,
        METALLB_ML_BIND_ADDR: EnvValue.POD_IP,
        METALLB_ML_LABELS: EnvValue.text('app=metallb,component=speaker'),
        METALLB_ML_SECRET_KEY_PATH: EnvValue.text('/etc/ml_secret_key'),
      },
      ports: [ContainerPort.tcp(9120, { name: 'metricshttps' }), ContainerPort.tcp(7946, { name: 'memberlist-tcp' }), ContainerPort.udp(7946, { name: 'memberlist-udp' })],
      livenessProbe: Probe.httpGet('/healthz', { host: '127.0.0.1', port: 17472, ...NO_MORE }),
      readinessProbe: Probe.httpGet('/readyz', { host: '127.0.0.1', port: 17472, ...NO_MORE }),
      securityContext: SecurityContext.of({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }),
      volumes: [
        { mountPath: '/etc/ml_secret_key', readOnly: true, source: VolumeSource.secret('memberlist') },
        { mountPath: '/etc/metallb/memberlist', readOnly: true, source: VolumeSource.configMap('metallb-memberlist-config', { optional: true }) },
      ],
    },
  }),
});

const ADDON = { 'k8s-app': 'node-local-dns', 'kubernetes.io/cluster-service': 'true', 'addonmanager.kubernetes.io/mode': 'Reconcile' };

/** The placeholders that upstream leaves to whoever applies it, with what they stand for in ours. */
const PILLARS: { readonly [placeholder: string]: string } = {
  __PILLAR__DNS__DOMAIN__: 'cluster.local', __PILLAR__LOCAL__DNS__: '169.254.20.10', __PILLAR__DNS__SERVER__: '10.96.0.10',
};

const nodeLocalDns = () => ours('kube-system', {
  name: 'node-local-dns',
  labels: ADDON,
  selector: { matchLabels: { 'k8s-app': 'node-local-dns' } },
  podMetadata: { labels: { 'k8s-app': 'node-local-dns' }, annotations: { 'prometheus.io/port': '9253', 'prometheus.io/scrape': 'true' } },
  configMapName: 'node-local-dns',
  createServiceAccount: true,
  dnsPolicy: DnsPolicy.DEFAULT,
  placement: NodePlacement.exactly({ tolerations: [Toleration.exists('CriticalAddonsOnly'), Toleration.effect(TaintEffect.NO_EXECUTE), Toleration.effect(TaintEffect.NO_SCHEDULE)] }),
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
  service: { headless: true, ports: [ContainerPort.tcp(9253, { name: 'metrics' })] },
  monitor: Monitor.serviceAnnotations(),
  agent: NetworkProgram.nodeLocalDns({
    clusterDns: '10.96.0.10',
    dnsPods: { 'k8s-app': 'kube-dns' },
    container: {
      resources: { requests: { cpu: '25m', memory: '5Mi' } },
      securityContext: SecurityContext.of({ capabilities: { add: ['NET_ADMIN'] } }),
      hostPaths: [HostPath.readWrite('/run/xtables.lock', { type: HostPathType.FILE_OR_CREATE })],
    },
  }),
});

/** What is compared: without the placeholders, and with the paths and volumes of whole ConfigMaps written as ours are. */
function comparable(daemonSet: any, configMap: any): any {
  const filled = JSON.parse(Object.entries(PILLARS).reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), JSON.stringify(daemonSet)));
  const pod = filled.spec.template.spec;
  // A volume that lists every key under its own name is that of the whole ConfigMap.
  const keys = Object.keys(configMap?.data ?? {}).sort();
  for (const { configMap: source } of (pod.volumes ?? []).filter((volume: any) => volume.configMap?.name === configMap?.metadata.name)) {
    if (JSON.stringify((source.items ?? []).map(({ key, path }: any) => key === path ? key : '').sort()) === JSON.stringify(keys)) {
      source.defaultMode ??= source.items[0].mode;
      delete source.items;
    }
  }
  for (const mount of [...pod.containers, ...pod.initContainers ?? []].flatMap(({ volumeMounts = [] }: any) => volumeMounts)) {
    mount.mountPath = mount.mountPath.replace(/(.)\/$/, '$1');
  }
  return filled;
}

const DAEMONS = { 'flannel': flannel, 'kube-proxy': kubeProxy, 'metallb-speaker': metallb, 'nodelocaldns': nodeLocalDns };

describe.each(Object.entries(DAEMONS))('%s', (name, define) => {
  const theirs = upstream(`NetworkAgent/${name}.yaml`);
  const comparison = theirs === undefined ? test.skip : test;
  const mine = define();
  const ofOurs = (kind: string) => mine(kind)[0];

  comparison('the DaemonSet does the same', () => {
    const configMap = ofKind(theirs!, 'ConfigMap');
    expect(daemonSetDifferences(comparable(ofOurs('DaemonSet'), ofOurs('ConfigMap')), comparable(ofKind(theirs!, 'DaemonSet'), configMap))).toEqual([]);
  });

  comparison('it has the same name', () => {
    expect(ofOurs('DaemonSet').metadata).toMatchObject({ ...ofKind(theirs!, 'DaemonSet').metadata });
  });

  comparison('its configuration says the same', () => {
    const configMap = ofKind(theirs!, 'ConfigMap');
    expect(ofOurs('ConfigMap').metadata.name).toBe(configMap.metadata.name);
    expect(Object.keys(ofOurs('ConfigMap').data).sort()).toEqual(Object.keys(configMap.data).sort());
    for (const [key, text] of Object.entries<string>(configMap.data)) {
      expect(readable(ofOurs('ConfigMap').data[key])).toMatchObject(readable(text) as any);
    }
  });

  comparison('its rights are the same', () => {
    for (const kind of ['ClusterRole', 'Role'] as const) {
      expect(rulesOf(mine(kind))).toEqual(rulesOf(theirs!.filter(manifest => manifest.kind === kind)));
    }
  });

  comparison('its Services do the same', () => {
    const their = theirs!.filter(({ kind }) => kind === 'Service');
    const own = mine('Service');
    expect(own.map(({ metadata }) => metadata.name).sort()).toEqual(their.map(({ metadata }) => metadata.name).sort());
    for (const service of their) {
      expect(equivalentCompanions('Service', own.find(({ metadata }) => metadata.name === service.metadata.name), service)).toEqual([]);
    }
  });
});

/** YAML and JSON as what they say; a Corefile by its lines. */
function readable(text: string): unknown {
  if (!/^\S+:53 \{/m.test(text)) {
    return parse(text);
  }
  const filled = Object.entries(PILLARS).reduce((all, [placeholder, value]) => all.replaceAll(placeholder, value), text);
  return filled.split('\n').map(line => line.trim()).filter(line => line !== '');
}

function rulesOf(roles: readonly any[]): unknown[] {
  return roles.flatMap(({ rules }) => rules).map(rule => plain(rule)).sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}

describe('what is known of them', () => {
  test('flannel has two capabilities and is not privileged', () => {
    expect(flannel()('DaemonSet')[0].spec.template.spec.containers[0].securityContext).toEqual({ privileged: false, capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } });
  });

  test('the speaker of MetalLB may open raw sockets and nothing else', () => {
    expect(metallb()('DaemonSet')[0].spec.template.spec.containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_RAW'] });
  });

  test('kube-proxy is privileged, and reaches every node', () => {
    const pod = kubeProxy()('DaemonSet')[0].spec.template.spec;
    expect([pod.containers[0].securityContext, pod.tolerations]).toEqual([{ privileged: true }, [{ operator: 'Exists' }]]);
  });

  test('the namespace of flannel has the level that it needs', () => {
    const chart = chartOf('kube-flannel');
    const { apiObject } = new DaemonNamespace(chart, 'namespace', { name: 'kube-flannel', labels: { 'k8s-app': 'flannel' } });
    new NetworkAgent(chart, 'net', { agent: NetworkProgram.custom({ container: { image: 'a:1' }, kernelModules: KernelModules.READ }) });
    expect(apiObject.toJson().metadata.labels).toMatchObject({ 'k8s-app': 'flannel', 'pod-security.kubernetes.io/enforce': 'privileged' });
  });
});
