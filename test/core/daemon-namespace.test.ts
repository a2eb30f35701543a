import { App, Chart, Testing } from 'cdk8s';
import { daemonIn } from './testing';
import { Checks, DaemonDefaults, DaemonNamespace, HostPath, NodePlatform, SecurityContext } from '../../src';

function appWith(platform?: NodePlatform): { app: App; namespaceChart: Chart; chart: Chart } {
  const app = new App();
  if (platform !== undefined) { DaemonDefaults.on(app, { platform }); }
  const namespaceChart = new Chart(app, 'namespace');
  new DaemonNamespace(namespaceChart, 'namespace', { name: 'agents', labels: { team: 'platform' } });
  return { app, namespaceChart, chart: new Chart(app, 'platform', { namespace: 'agents' }) };
}
const labelsOf = (chart: Chart) => Testing.synth(chart)[0].metadata.labels;

test('the labels are those that its daemons need', () => {
  const { namespaceChart, chart } = appWith();
  daemonIn(chart);
  expect(labelsOf(namespaceChart)).toEqual({
    'team': 'platform', 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/audit': 'baseline', 'pod-security.kubernetes.io/warn': 'baseline',
  });
});

test('a program that names its user may run where everything is restricted', () => {
  const { namespaceChart, chart } = appWith();
  daemonIn(chart, { securityContext: SecurityContext.restricted({ runAsUser: 1000 }) });
  expect(labelsOf(namespaceChart)['pod-security.kubernetes.io/enforce']).toBe('restricted');
});

test('one daemon of another chart that sees a path of the node makes it privileged', () => {
  const { app, namespaceChart, chart } = appWith();
  daemonIn(chart);
  daemonIn(new Chart(app, 'later', { namespace: 'agents' }), { hostPaths: [HostPath.readOnly('/var/log')] });
  expect(labelsOf(namespaceChart)['pod-security.kubernetes.io/enforce']).toBe('privileged');
});

test('daemons of other namespaces do not count', () => {
  const { app, namespaceChart } = appWith();
  daemonIn(new Chart(app, 'other', { namespace: 'other' }), { hostPaths: [HostPath.readOnly('/var/log')] });
  expect(labelsOf(namespaceChart)['pod-security.kubernetes.io/enforce']).toBe('restricted');
});

test('the version of the cluster pins the policy', () => {
  const { namespaceChart } = appWith(NodePlatform.eks({ kubernetes: '1.33' }));
  expect(labelsOf(namespaceChart)['pod-security.kubernetes.io/enforce-version']).toBe('v1.33');
});

test('a label that was given stands', () => {
  const chart = new Chart(new App(), 'namespace');
  new DaemonNamespace(chart, 'namespace', { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } });
  expect(labelsOf(chart)['pod-security.kubernetes.io/enforce']).toBe('privileged');
});

test('GKE lets critical pods in by a quota', () => {
  const { namespaceChart } = appWith(NodePlatform.gke());
  expect(Testing.synth(namespaceChart)[1]).toEqual({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'critical-pods', namespace: 'agents' },
    spec: {
      hard: { pods: '1G' },
      scopeSelector: { matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['system-node-critical', 'system-cluster-critical'] }] },
    },
  });
});

test('a wrong name leaves nothing behind', () => {
  const chart = new Chart(new App(), 'chart');
  expect(() => new DaemonNamespace(chart, 'namespace', { name: 'Agents' })).toThrow("chart/namespace: name of a namespace must be a DNS label such as 'node-daemons', got 'Agents'");
  expect(chart.node.children).toEqual([]);
});

describe('a Namespace of the app that is too strict', () => {
  const strict = () => {
    const app = new App();
    const chart = new Chart(app, 'platform', { namespace: 'agents' });
    new DaemonNamespace(chart, 'namespace', { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } });
    daemonIn(chart, { hostPaths: [HostPath.readOnly('/var/log')] });
    return { app, chart };
  };

  test('fails synthesis', () => {
    expect(() => strict().app.synthYaml()).toThrow("[platform/agent] ND801 namespace 'agents' enforces baseline:latest, which refuses every pod: "
      + 'hostPath volumes (volume "host-var-log"): label it pod-security.kubernetes.io/enforce: privileged, or change spec.template.spec.volumes[0].hostPath, '
      + "or acknowledge: [{ id: 'ND801', reason: '…' }]");
  });

  test('may be exempted by the cluster', () => {
    const { app, chart } = strict();
    Checks.of(chart).acknowledge({ id: 'ND801', reason: 'the API server exempts the namespace' });
    expect(() => app.synthYaml()).not.toThrow();
  });
});
