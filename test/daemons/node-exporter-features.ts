import {
  CollectorName, DaemonNamespace, MetricsAgent, MetricsAuth, Monitor, MountPropagation, NodeCollector, NodeExporter, NodeExporterProps, PrometheusOptions,
  TextfileDirectory, VerticalAutoscaler,
} from '../../src';
import { chartOf } from '../core/testing';

/** Something that a node exporter of Kubernetes must be able to do, how it is said, and what shows it in the manifests. */
export interface Feature {
  readonly feature: string;
  /** The prop, or that it is a default. */
  readonly how: string;
  shows(): boolean;
}

/** The manifests of an exporter, by kind; those of cdk8s as they are, without asking the judge once more. */
function of(kind: string, agent: PrometheusOptions = {}, props: NodeExporterProps = {}): any {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { name: 'node-exporter', ...props, agent: MetricsAgent.prometheus(agent) });
  return chart.toJson().find((manifest: any) => manifest.kind === kind);
}

const pod = (agent?: PrometheusOptions, props?: NodeExporterProps): any => of('DaemonSet', agent, props).spec.template.spec;
const args = (agent?: PrometheusOptions): string[] => pod(agent).containers[0].args;

function refuses(agent: PrometheusOptions): boolean {
  try {
    return of('DaemonSet', agent) === undefined;
  } catch {
    return true;
  }
}

export const FEATURES: readonly Feature[] = [
  {
    feature: 'Collectors on and off, typed',
    how: '`collectors`, `without`, `onlyTheseCollectors`',
    shows: () => ['--collector.systemd', '--no-collector.zfs']
      .every(arg => args({ collectors: [NodeCollector.systemd()], without: [CollectorName.ZFS] }).includes(arg)),
  },
  { feature: 'An unknown, renamed or doubled flag is refused', how: 'always', shows: () => refuses({ extraArgs: ['--collector.cpus'] }) },
  {
    feature: 'Mounts and file systems of pods left out',
    how: 'default, by the kubelet root of the platform; `NodeCollector.filesystem`',
    shows: () => args().some(arg => arg.includes('var/lib/kubelet/(pods|plugins)')),
  },
  {
    feature: 'Network interfaces of pods left out',
    how: 'default; `NodeCollector.netdev`, `.netclass`',
    shows: () => args().filter(arg => arg.includes('veth')).length === 2,
  },
  {
    feature: 'The root directory optional, with its propagation',
    how: '`nodeFiles`',
    shows: () => pod({ nodeFiles: { propagation: MountPropagation.NONE } }).containers[0].volumeMounts[0].mountPropagation === 'None',
  },
  {
    feature: 'Text files of the node or of a sidecar',
    how: '`textfiles`',
    shows: () => pod({ textfiles: [TextfileDirectory.host('/a'), TextfileDirectory.sidecar({ image: 'writer:1' })] }).containers.length === 2,
  },
  {
    feature: 'A collector brings its privileges',
    how: 'always',
    shows: () => pod({ collectors: [NodeCollector.slabinfo({})] }).containers[0].securityContext.runAsUser === 0,
  },
  {
    feature: 'An authenticating proxy',
    how: '`MetricsAuth.kubeRbacProxy()`',
    shows: () => pod({ auth: MetricsAuth.kubeRbacProxy() }).containers[1].name === 'kube-rbac-proxy',
  },
  {
    feature: 'Behind it, the exporter on loopback alone',
    how: 'always',
    shows: () => args({ auth: MetricsAuth.kubeRbacProxy() })[0] === '--web.listen-address=127.0.0.1:9101',
  },
  {
    feature: 'TLS and passwords of the exporter itself, and its probes with them',
    how: '`MetricsAuth.tls()`, `.webConfig()`',
    shows: () => pod({ auth: MetricsAuth.tls('tls') }).containers[0].livenessProbe.httpGet.scheme === 'HTTPS',
  },
  { feature: 'Bound to the address of the node, also of IPv6', how: 'default; `listenOn`', shows: () => args()[0] === '--web.listen-address=[$(HOST_IP)]:9100' },
  {
    feature: 'ServiceMonitor and PodMonitor',
    how: '`monitor`',
    shows: () => of('ServiceMonitor', {}, { monitor: Monitor.serviceMonitor() }) && of('PodMonitor', {}, { monitor: Monitor.podMonitor() }),
  },
  {
    feature: 'The instance is the node',
    how: 'default of `monitor`',
    shows: () => of('PodMonitor', {}, { monitor: Monitor.podMonitor() }).spec.podMetricsEndpoints[0].relabelings[0].targetLabel === 'instance',
  },
  {
    feature: 'Annotations prometheus.io/…',
    how: '`Monitor.serviceAnnotations()`, `.podAnnotations()`',
    shows: () => of('Service', {}, { monitor: Monitor.serviceAnnotations() }).metadata.annotations['prometheus.io/port'] === '9100',
  },
  {
    feature: 'Off virtual nodes and Windows',
    how: 'default; `placement`',
    shows: () => ['fargate', 'virtual-kubelet', 'linux'].every(word => JSON.stringify(pod().affinity).includes(word)),
  },
  { feature: 'On nodes with any taint', how: 'default; `placement`', shows: () => pod().tolerations[0].operator === 'Exists' },
  {
    feature: 'A rollout by a share of the nodes',
    how: 'default; `updateStrategy`',
    shows: () => of('DaemonSet').spec.updateStrategy.rollingUpdate.maxUnavailable === '10%',
  },
  { feature: 'Least privilege', how: 'default; `container.securityContext`', shows: () => pod().containers[0].securityContext.capabilities.drop[0] === 'ALL' },
  {
    feature: 'VerticalPodAutoscaler',
    how: '`verticalAutoscaler`',
    shows: () => of('VerticalPodAutoscaler', {}, { verticalAutoscaler: VerticalAutoscaler.off() }).spec.targetRef.name === 'node-exporter',
  },
  {
    feature: 'The Pod Security level of the namespace',
    how: '`DaemonNamespace`; `node-daemons check`',
    shows: () => {
      const chart = chartOf();
      new NodeExporter(chart, 'metrics', {});
      new DaemonNamespace(chart, 'namespace', { name: 'agents' });
      return chart.toJson().find((manifest: any) => manifest.kind === 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce'] === 'privileged';
    },
  },
];
