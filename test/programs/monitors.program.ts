import { refusalsOf } from './harness/monitors';

const endpoint = {
  port: 'metrics',
  interval: '30s',
  relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' }],
};

const monitor = (of: object, selector?: object) => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: 'node-exporter' },
  spec: { selector: selector ?? { matchLabels: { app: 'node-exporter' } }, endpoints: [{ ...endpoint, ...of }] },
});

test('a right ServiceMonitor is taken', async () => {
  expect(await refusalsOf(monitor({ scheme: 'https', tlsConfig: { insecureSkipVerify: true } }))).toEqual([]);
});

test('a right PodMonitor is taken', async () => {
  const { apiVersion, metadata, spec: { selector, endpoints } } = monitor({});
  expect(await refusalsOf({ apiVersion, kind: 'PodMonitor', metadata, spec: { selector, podMetricsEndpoints: endpoints } })).toEqual([]);
});

test.each([
  ['a misspelled field', { intervall: '30s' }, 'unknown field "spec.endpoints[0].intervall"'],
  ['an interval with a fraction', { interval: '1.5m' }, 'spec.endpoints[0].interval'],
  ['an unknown scheme', { scheme: 'ftp' }, 'spec.endpoints[0].scheme'],
  ['an unknown action', { relabelings: [{ action: 'rename' }] }, 'spec.endpoints[0].relabelings[0].action'],
  ['a number for the name of a port', { port: 9100 }, 'port'],
])('%s is refused', async (_, of, reason) => {
  expect((await refusalsOf(monitor(of))).join('\n')).toContain(reason);
});

test('a file on the disk of Prometheus is no field of a PodMonitor', async () => {
  const { apiVersion, metadata, spec: { selector, endpoints } } = monitor({ bearerTokenFile: '/var/run/token' });
  const refusals = await refusalsOf({ apiVersion, kind: 'PodMonitor', metadata, spec: { selector, podMetricsEndpoints: endpoints } });
  expect(refusals.join('\n')).toContain('bearerTokenFile');
});

test('a ServiceMonitor without a selector is refused', async () => {
  const { spec: { endpoints }, ...rest } = monitor({});
  expect(await refusalsOf({ ...rest, spec: { endpoints } })).toEqual(['spec.selector: Required value']);
});

test('a kind that the operator does not have is refused', async () => {
  expect(await refusalsOf({ ...monitor({}), kind: 'Service' })).not.toEqual([]);
});
