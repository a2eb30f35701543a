import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  CollectorName, ContainerPort, DaemonProfile, HostPath, MetricsAgent, MetricsAuth, Monitor, MountPropagation, NetworkEgress, NetworkPeer,
  NetworkPort, NodeCollector, NodeExporter, NodePlacement, NodePriority, SeccompProfile, SecurityContext, ServiceTargetPort, Toleration, UpdateStrategy,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const OF_PODS = '^(veth.*|[a-f0-9]{15})$';
const SELECTED = { 'app.kubernetes.io/component': 'exporter', 'app.kubernetes.io/name': 'node-exporter', 'app.kubernetes.io/part-of': 'kube-prometheus' };
const LABELS = { ...SELECTED, 'app.kubernetes.io/version': '1.12.1' };
const NO_RIGHTS = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true };

/** The node exporter of kube-prometheus, written with our own words. */
function ours(kind: string): any[] {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'node-exporter', {
    profile: DaemonProfile.BARE,
    name: 'node-exporter',
    labels: LABELS,
    selector: { matchLabels: SELECTED },
    podMetadata: { labels: LABELS, annotations: { 'kubectl.kubernetes.io/default-container': 'node-exporter' } },
    hostNamespaces: { network: true, pid: true },
    placement: NodePlacement.exactly({ nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations: [Toleration.everything()] }),
    priority: NodePriority.SYSTEM_CLUSTER_CRITICAL,
    updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
    podSecurityContext: { runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true },
    automountServiceAccountToken: true,
    service: { headless: true, ports: [ContainerPort.tcp(9100, { name: 'https' })], targetPort: ServiceTargetPort.NAME },
    networkPolicy: {
      ingress: [{ from: [NetworkPeer.pods({ matchLabels: { 'app.kubernetes.io/name': 'prometheus' } })], ports: [NetworkPort.tcp(9100)] }],
      egress: NetworkEgress.ANYWHERE,
    },
    monitor: Monitor.serviceMonitor({
      interval: '15s',
      jobLabel: 'app.kubernetes.io/name',
      instanceIsNode: false,
      relabelings: [{ action: 'replace', regex: '(.*)', replacement: '$1', sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' }],
    }),
    agent: MetricsAgent.prometheus({
      auth: MetricsAuth.kubeRbacProxy({
        tlsCipherSuites: ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305'].flatMap(suite => ['RSA', 'ECDSA'].map(key => `TLS_ECDHE_${key}_WITH_${suite}`)),
        container: {
          resources: { requests: { cpu: '10m', memory: '20Mi' }, limits: { cpu: '20m', memory: '40Mi' } },
          ports: [ContainerPort.tcp(9100, { name: 'https', hostPort: 9100 })],
          securityContext: SecurityContext.of({
            ...NO_RIGHTS, capabilities: { drop: ['ALL'] }, runAsUser: 65532, runAsGroup: 65532, runAsNonRoot: true, seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
          }),
        },
      }),
      nodeFiles: { sysfs: '/host/sys' },
      without: [CollectorName.WIFI, CollectorName.HWMON, CollectorName.BTRFS],
      collectors: [
        NodeCollector.filesystem({ mountPointsExclude: '^/(dev|proc|sys|run/k3s/containerd/.+|var/lib/docker/.+|var/lib/kubelet/pods/.+)($|/)' }),
        NodeCollector.netclass({ ignoredDevices: OF_PODS }),
        NodeCollector.netdev({ exclude: OF_PODS }),
      ],
      container: {
        hostPaths: [HostPath.readOnly('/sys', { mountPath: '/host/sys', propagation: MountPropagation.HOST_TO_CONTAINER })],
        resources: { requests: { cpu: '102m', memory: '180Mi' }, limits: { cpu: '250m', memory: '180Mi' } },
        securityContext: SecurityContext.of({ ...NO_RIGHTS, capabilities: { drop: ['ALL'], add: ['SYS_TIME'] } }),
      },
    }),
  });
  return manifestsOf(chart, kind);
}

test('the pod shares network and processes of the node, and only the proxy is reachable', () => {
  const { hostNetwork, hostPID, containers: [exporter, proxy] } = ours('DaemonSet')[0].spec.template.spec;
  expect({ hostNetwork, hostPID }).toEqual({ hostNetwork: true, hostPID: true });
  expect(exporter.args).toHaveLength(11);
  expect(exporter.args).toContain('--web.listen-address=127.0.0.1:9101');
  expect(exporter.ports).toBeUndefined();
  expect(proxy.args).toContain('--secure-listen-address=[$(IP)]:9100');
});

const theirs = upstream('NodeExporter/kube-prometheus-node-exporter.yaml');
const comparison = theirs === undefined ? test.skip : test;

comparison('the DaemonSet of kube-prometheus does the same', () => {
  expect(daemonSetDifferences(withSortedFlags(ours('DaemonSet')[0]), withSortedFlags(ofKind(theirs!, 'DaemonSet')))).toEqual([]);
});

comparison('the DaemonSet of kube-prometheus has the same name and labels', () => {
  expect(ours('DaemonSet')[0].metadata).toEqual(ofKind(theirs!, 'DaemonSet').metadata);
});

comparison.each(['ServiceMonitor', 'Service', 'NetworkPolicy'])('the %s of kube-prometheus says the same', kind => {
  expect(withSortedLists(ours(kind)[0])).toEqual(withSortedLists(ofKind(theirs!, kind)));
});

comparison('the account of kube-prometheus is the same to the pod, which says itself that it wants a token', () => {
  const { automountServiceAccountToken, ...account } = ofKind(theirs!, 'ServiceAccount');
  expect(automountServiceAccountToken).toBe(false);
  expect(ours('ServiceAccount')[0]).toEqual(account);
});

comparison('the rights of kube-prometheus are the same', () => {
  expect(ours('ClusterRole')[0].rules).toEqual(ofKind(theirs!, 'ClusterRole').rules);
  // Its name carries the namespace, so that two namespaces never share it.
  expect(ours('ClusterRole')[0].metadata.name).toBe('monitoring.node-exporter');
  expect(ours('ClusterRole')[0].metadata.labels).toEqual(ofKind(theirs!, 'ClusterRole').metadata.labels);
  expect(ours('ClusterRoleBinding')[0].subjects).toEqual(ofKind(theirs!, 'ClusterRoleBinding').subjects);
});

/** Of lists of words and of what Kubernetes defaults, the order and the presence have no meaning. */
function withSortedLists(object: any): any {
  if (Array.isArray(object)) {
    return object.map(withSortedLists).sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  }
  return object === null || typeof object !== 'object' ? object
    : Object.fromEntries(Object.entries(object).filter(([key, value]) => key !== 'protocol' || value !== 'TCP').map(([key, value]) => [key, withSortedLists(value)]));
}

/** The order of flags has no meaning to node_exporter. */
function withSortedFlags(daemonSet: any): any {
  const copy = structuredClone(daemonSet);
  copy.spec.template.spec.containers[0].args.sort();
  return copy;
}
