import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chartOf, daemonIn } from './testing';
import { ContainerPort, DaemonNamespace, HostPath, NodePlacement } from '../../src';

const LABELS = { 'app.kubernetes.io/name': 'agent' };
const metricsService = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'metrics' }, spec: { selector: LABELS, ports: [{ port: 80, targetPort: 'metrics' }] } };
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'other' } };
const hostPort = { ports: [ContainerPort.tcp(9100, { hostPort: 9100 })] };

function podsOf(container: object, pod: object = {}): object {
  const labels = { app: 'other', ...LABELS };
  return { selector: { matchLabels: { app: 'other' } }, template: { metadata: { labels }, spec: { containers: [{ name: 'other', image: 'other:1', ...container }], ...pod } } };
}

describe('what others wrote in the app', () => {
  test('is compared with a daemon: a Service with a port that it has not', () => {
    const chart = chartOf();
    daemonIn(chart);
    new ApiObject(chart, 'service', metricsService);
    expect(() => chart.toJson()).toThrow(/\[platform\/agent\] ND305 Service 'metrics' sends its clients to the TCP port 'metrics', which no container has/);
  });

  test('is compared with a daemon: a Deployment whose pods have the port of the Service', () => {
    const chart = chartOf();
    daemonIn(chart);
    new ApiObject(chart, 'service', metricsService);
    new ApiObject(chart, 'deployment', { ...deployment, spec: podsOf({ ports: [{ name: 'metrics', containerPort: 80 }] }) });
    expect(() => chart.toJson()).not.toThrow();
  });

  test('is compared with a daemon: a NodePort of cdk8s-plus', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(30100, { hostPort: 30100 })] });
    const client = new kplus.Deployment(chart, 'client', { containers: [{ image: 'client:1', portNumber: 80 }] });
    new kplus.Service(chart, 'service', { selector: client, type: kplus.ServiceType.NODE_PORT, ports: [{ port: 80, nodePort: 30100 }] });
    expect(() => chart.toJson()).toThrow(/\[platform\/agent\] ND306 TCP 30100 of the node is the NodePort of Service/);
  });

  test('was there first: a DaemonSet that takes the port of the daemon', () => {
    const chart = chartOf();
    daemonIn(chart, hostPort);
    const spec = podsOf({ ports: [{ containerPort: 80, hostPort: 9100 }] }, { tolerations: [{ operator: 'Exists' }] });
    new ApiObject(chart, 'theirs', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'theirs' }, spec });
    expect(() => chart.toJson()).toThrow(/\[platform\/agent\] ND301 port TCP 9100 of the node is taken by 'platform\/theirs' on the same nodes/);
  });

  test('is rendered to be judged where a check asks for its kind, and else only to be written', () => {
    const chart = chartOf();
    daemonIn(chart);
    const rendered = ['Service', 'ConfigMap', 'Deployment'].map(kind =>
      jest.spyOn(new ApiObject(chart, kind, { apiVersion: 'v1', kind, metadata: { name: 'object' } }), 'toJson'));
    chart.toJson();
    expect(rendered.map(({ mock }) => mock.calls.length)).toEqual([2, 1, 2]);
  });

  test('fails with its own words where it cannot be rendered', () => {
    const chart = chartOf();
    daemonIn(chart);
    const service = new ApiObject(chart, 'service', metricsService);
    service.addJsonPatch(JsonPatch.replace('/nothing/there', 1));
    service.node.addValidation({ validate: () => ['the patch is wrong'] });
    expect(() => chart.toJson()).toThrow('[platform/service] the patch is wrong');
  });
});

describe('what changed between two syntheses is judged again', () => {
  const twoCharts = () => {
    const app = new App();
    const chart = new Chart(app, 'platform', { namespace: 'agents' });
    daemonIn(chart, { hostPaths: [HostPath.readOnly('/var/log')] });
    daemonIn(new Chart(app, 'others', { namespace: 'others' }));
    return { app, chart };
  };
  const ENFORCE = 'pod-security.kubernetes.io/enforce';
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents' } };
  const SYNTHESES: [string, (chart: Chart) => unknown][] = [['the app', chart => App.of(chart).synthYaml()], ['one of its charts', chart => chart.toJson()]];

  test.each(SYNTHESES)('a label of a Namespace, in %s', (_what, synth) => {
    const { chart } = twoCharts();
    const object = new ApiObject(chart, 'namespace', namespace);
    synth(chart);
    object.metadata.addLabel(ENFORCE, 'baseline');
    expect(() => synth(chart)).toThrow(/ND801 namespace 'agents' enforces baseline/);
    object.metadata.addLabel(ENFORCE, 'privileged');
    expect(() => synth(chart)).not.toThrow();
  });

  test.each(SYNTHESES)('a Namespace that was not there, in %s', (_what, synth) => {
    const { chart } = twoCharts();
    synth(chart);
    new DaemonNamespace(chart, 'namespace', { name: 'agents', labels: { [ENFORCE]: 'baseline' } });
    expect(() => synth(chart)).toThrow(/ND801/);
  });

  test.each(SYNTHESES)('a workload of a kind that was not there, which uses the daemon, in %s', (_what, synth) => {
    const { chart } = twoCharts();
    const daemon = daemonIn(chart, {}, { placement: NodePlacement.exactly({ nodeSelector: { pool: 'a' } }) }, 'used');
    synth(chart);
    new ApiObject(chart, 'client', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'client', annotations: { 'cdk8s-node-daemons/uses': `agents/${daemon.name}` } },
      spec: podsOf({}, { nodeSelector: { pool: 'b' } }),
    });
    expect(() => synth(chart)).toThrow(/\[platform\/used\] ND309 Rollout agents\/client uses it on its own node, and no node runs both/);
  });

  test('and an object that did not change is rendered once for all charts', () => {
    const { app, chart } = twoCharts();
    const render = jest.spyOn(new ApiObject(chart, 'namespace', namespace), 'toJson');
    for (let i = 0; i < 10; i++) {
      daemonIn(new Chart(app, `more-${i}`, { namespace: 'agents' }));
    }
    app.synthYaml();
    expect(render).toHaveBeenCalledTimes(2);
  });
});
