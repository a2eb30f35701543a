import { daemonSetDifferences, ofKind, plain, upstream } from './upstream';
import {
  ContainerPort, DaemonProfile, EnvValue, HostPath, ListenOn, MetricsAgent, NodeCollector, NodeExporter, NodeExpression, NodePlacement, NodeTerm, Probe,
  SecurityContext, TaintEffect, Toleration,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const LABELS = {
  'helm.sh/chart': 'node-exporter-4.56.1',
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/component': 'metrics',
  'app.kubernetes.io/part-of': 'node-exporter',
  'app.kubernetes.io/name': 'node-exporter',
  'app.kubernetes.io/instance': 'k8smon',
  'app.kubernetes.io/version': '1.12.1',
  'release': 'k8smon',
};
const ROOT = Probe.httpGet('/', { portName: 'metrics' });

/** The node exporter of Grafana's k8s-monitoring, written with our own words. */
function ours(kind: string): any[] {
  const chart = chartOf('default');
  new NodeExporter(chart, 'node-exporter', {
    profile: DaemonProfile.BARE,
    name: 'k8smon-node-exporter',
    labels: LABELS,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'node-exporter', 'app.kubernetes.io/instance': 'k8smon' } },
    podMetadata: {
      labels: LABELS,
      annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true', 'k8s.grafana.com/logs.job': 'integrations/node_exporter' },
    },
    serviceAccountName: 'k8smon-node-exporter',
    serviceAccountAnnotations: {},
    automountServiceAccountToken: false,
    hostNamespaces: { network: true, pid: true },
    podSecurityContext: { fsGroup: 65534, runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true },
    placement: NodePlacement.exactly({
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      required: [NodeTerm.all(NodeExpression.notIn('eks.amazonaws.com/compute-type', 'fargate'))],
      tolerations: [Toleration.effect(TaintEffect.NO_SCHEDULE)],
    }),
    service: { annotations: { 'prometheus.io/scrape': 'false' } },
    agent: MetricsAgent.prometheus({
      port: 9100,
      listenOn: ListenOn.NODE_IP,
      nodeFiles: { procfs: '/host/proc', sysfs: '/host/sys' },
      collectors: [NodeCollector.filesystem({
        fsTypesExclude: `^(${['autofs', 'binfmt_misc', 'bpf', 'cgroup2?', 'configfs', 'debugfs', 'devpts', 'devtmpfs', 'fusectl', 'hugetlbfs', 'iso9660', 'mqueue', 'nsfs',
          'overlay', 'proc', 'procfs', 'pstore', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'squashfs', 'erofs', 'sysfs', 'tracefs', 'tmpfs', 'ramfs'].join('|')})$`,
      })],
      container: {
        env: { HOST_IP: EnvValue.text('0.0.0.0') },
        ports: [ContainerPort.tcp(9100, { name: 'metrics' })],
        hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' })],
        livenessProbe: ROOT,
        readinessProbe: ROOT,
        securityContext: SecurityContext.of({ readOnlyRootFilesystem: true }),
      },
    }),
  });
  return manifestsOf(chart, kind);
}

test('it listens where its variable says, and reads what is mounted apart', () => {
  const [{ args, env, volumeMounts }] = ours('DaemonSet')[0].spec.template.spec.containers;
  expect(args).toHaveLength(6);
  expect(args).toContain('--web.listen-address=[$(HOST_IP)]:9100');
  expect(env).toEqual([{ name: 'HOST_IP', value: '0.0.0.0' }]);
  expect(volumeMounts.map(({ mountPath }: any) => mountPath).sort()).toEqual(['/host/proc', '/host/root', '/host/sys']);
});

const theirs = upstream('NodeExporter/k8s-monitoring-node-exporter.yaml');
const comparison = theirs === undefined ? test.skip : test;

comparison('the DaemonSet of k8s-monitoring does the same', () => {
  expect(daemonSetDifferences(withSortedFlags(ours('DaemonSet')[0]), withSortedFlags(ofKind(theirs!, 'DaemonSet')))).toEqual([]);
});

comparison('its account is the same to the pod, which says itself that it wants no token', () => {
  const { automountServiceAccountToken, ...account } = ofKind(theirs!, 'ServiceAccount');
  expect(automountServiceAccountToken).toBe(false);
  expect(ours('ServiceAccount')[0]).toEqual(account);
});

comparison('its DaemonSet has the same name and labels', () => {
  expect(ours('DaemonSet')[0].metadata).toEqual(ofKind(theirs!, 'DaemonSet').metadata);
});

comparison('the Service of k8s-monitoring says the same', () => {
  const { spec: { ports, selector }, metadata } = ofKind(theirs!, 'Service');
  const [service] = ours('Service');
  expect(plain(service.metadata)).toEqual(plain(metadata));
  // The number is what Kubernetes takes where no target is said, and ClusterIP is the type.
  expect(service.spec).toEqual({ selector, ports: [{ name: ports[0].name, port: ports[0].targetPort }] });
});

/** The order of flags has no meaning to node_exporter. */
function withSortedFlags(daemonSet: any): any {
  const copy = structuredClone(daemonSet);
  copy.spec.template.spec.containers[0].args.sort();
  return copy;
}
