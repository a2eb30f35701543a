import { App, Chart } from 'cdk8s';
import { refusalsOf } from './harness/monitors';
import { MetricsAgent, MetricsAuth, Monitor, MonitorOptions, NodeExporter, PrometheusOptions, Relabeling, SecretValue } from '../../src';

const KEY = SecretValue.key('secret', 'key');

const RELABELINGS: Relabeling[] = [
  { sourceLabels: ['__meta_kubernetes_node_label_zone'], targetLabel: 'zone' },
  { action: 'hashmod', sourceLabels: ['__address__'], modulus: 4, targetLabel: '__tmp_hash' },
  { action: 'keep', sourceLabels: ['__tmp_hash'], regex: '1', separator: ';' },
  { action: 'labeldrop', regex: 'pod_.*' },
  { action: 'lowercase', sourceLabels: ['zone'], targetLabel: 'zone' },
  { action: 'replace', targetLabel: 'cluster', replacement: 'production' },
];

const EVERYTHING: MonitorOptions = {
  name: 'exporter',
  labels: { release: 'prometheus' },
  path: '/metrics',
  scheme: 'https',
  interval: '1m30s',
  scrapeTimeout: '10s',
  relabelings: RELABELINGS,
  metricRelabelings: [{ action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' }],
  jobLabel: 'app.kubernetes.io/name',
  podTargetLabels: ['zone'],
  sampleLimit: 5000,
  tls: { ca: KEY, cert: KEY, key: KEY, serverName: 'node', insecureSkipVerify: false },
  bearerToken: KEY,
};

function monitorOf(monitor: Monitor, agent: PrometheusOptions = {}): any {
  const chart = new Chart(new App(), 'platform', { namespace: 'monitoring' });
  new NodeExporter(chart, 'metrics', { monitor, agent: MetricsAgent.prometheus(agent) });
  return chart.toJson().find(({ apiVersion }: any) => apiVersion === 'monitoring.coreos.com/v1');
}

test.each<[string, Monitor, PrometheusOptions]>([
  ['a ServiceMonitor as it comes', Monitor.serviceMonitor(), {}],
  ['a PodMonitor as it comes', Monitor.podMonitor(), {}],
  ['every field of a ServiceMonitor', Monitor.serviceMonitor({ ...EVERYTHING, targetLabels: ['zone'] }), {}],
  ['every field of a PodMonitor', Monitor.podMonitor(EVERYTHING), {}],
  ['the ServiceMonitor of kube-rbac-proxy', Monitor.serviceMonitor(), { auth: MetricsAuth.kubeRbacProxy() }],
  ['the PodMonitor of kube-rbac-proxy', Monitor.podMonitor({ bearerToken: KEY }), { auth: MetricsAuth.kubeRbacProxy({ tlsSecretName: 'tls' }) }],
  ['a monitor with name and password', Monitor.podMonitor(), { auth: MetricsAuth.webConfig(KEY, { username: KEY, password: KEY }) }],
])('%s is taken by the operator', async (_, monitor, agent) => {
  expect(await refusalsOf(monitorOf(monitor, agent))).toEqual([]);
});
