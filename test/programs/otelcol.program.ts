import { certificate } from './harness/certificate';
import { freePort, until, waitFor } from './harness/http';
import { kubelet } from './harness/kubelet';
import { scrape } from './harness/metrics';
import { checkOtelcol, startOtelcol } from './harness/otelcol';
import { otlpSink } from './harness/otlp-sink';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import { HostRoot, hostRoot } from './host/root';

let host: HostRoot;

beforeAll(() => { host = hostRoot({ 'var/log/pods/made-up.log': 'first line\nsecond line\n' }); });

const hostMetrics = (more: object = {}) => ({
  collection_interval: '1s',
  root_path: host.path,
  scrapers: { load: {}, memory: {}, network: {}, disk: {}, filesystem: {} },
  ...more,
});

const pipeline = (receiver: object, exporters: object) => ({
  receivers: { hostmetrics: receiver },
  processors: {
    memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
    resource: { attributes: [{ key: 'k8s.node.name', value: '${env:NODE_NAME}', action: 'upsert' }] },
    batch: { timeout: '100ms' },
  },
  exporters,
  service: { pipelines: { metrics: { receivers: ['hostmetrics'], processors: ['memory_limiter', 'resource', 'batch'], exporters: Object.keys(exporters) } } },
});

const env = { NODE_NAME: 'made-up-node' };

test('a right configuration is taken', async () => {
  expect(await checkOtelcol(pipeline(hostMetrics(), { debug: {} }), { env })).toEqual({ code: 0, output: '' });
});

test.each([
  ['a key that a scraper does not have', { scrapers: { disk: { devices: [] } } }, 'devices'],
  ['a scraper that there is none of', { scrapers: { disks: {} } }, 'disks'],
  ['a root that is not there', { root_path: '/nonexistent' }, '/nonexistent'],
])('%s is refused', async (_, more, reason) => {
  const { code, output } = await checkOtelcol(pipeline(hostMetrics(more), { debug: {} }), { env });
  expect(output).toContain(reason);
  expect(code).toBe(1);
});

test('a key that the receiver itself does not have is not noticed', async () => {
  expect(await checkOtelcol(pipeline(hostMetrics({ intervall: '1s' }), { debug: {} }), { env })).toMatchObject({ code: 0 });
});

test.each([
  ['an exporter', { debug: { verbose: true } }, 'verbose'],
  ['an exporter of contrib', { prometheus: { endpoint: '127.0.0.1:1', port: 1 } }, 'port'],
])('a key that %s does not have is refused', async (_, exporters, reason) => {
  const { code, output } = await checkOtelcol(pipeline(hostMetrics(), exporters), { env });
  expect(output).toContain(reason);
  expect(code).toBe(1);
});

test('an exporter that is not defined is refused', async () => {
  const configuration = pipeline(hostMetrics(), { debug: {} });
  configuration.service.pipelines.metrics.exporters.push('otlp');
  expect(await checkOtelcol(configuration, { env })).toMatchObject({ code: 1 });
});

test('the metrics of the host come by OTLP, with the name of the node', async () => {
  const sink = await otlpSink();
  const collector = startOtelcol(pipeline(hostMetrics(), { otlphttp: { endpoint: sink.url, encoding: 'json' } }), { env });
  const load = await until(collector, 'the load', () => sink.points.find(({ name }) => name === 'system.cpu.load_average.1m'));
  expect(load).toMatchObject({ value: 1.23, resource: { 'k8s.node.name': 'made-up-node' } });
  const received = sink.points.find(({ name, attributes }) => name === 'system.disk.operations' && attributes.device === 'sda' && attributes.direction === 'read');
  expect(received).toMatchObject({ value: 4242 });
  expect(await collector.stop()).toMatchObject({ code: 0 });
});

test('the metrics of the host can be scraped', async () => {
  const port = await freePort();
  const exporter = { endpoint: `127.0.0.1:${port}`, resource_to_telemetry_conversion: { enabled: true } };
  const collector = startOtelcol(pipeline(hostMetrics(), { prometheus: exporter }), { env });
  await waitFor(`http://127.0.0.1:${port}/metrics`, collector);
  const load = await until(collector, 'the load', async () =>
    (await scrape(`http://127.0.0.1:${port}/metrics`)).all('system_cpu_load_average_1m', { k8s_node_name: 'made-up-node' })[0]);
  expect(load.value).toBe(1.23);
});

test('the lines of a log come by OTLP', async () => {
  const sink = await otlpSink();
  const collector = startOtelcol({
    receivers: { filelog: { include: [`${host.path}/var/log/pods/*.log`], start_at: 'beginning' } },
    exporters: { otlphttp: { endpoint: sink.url, encoding: 'json' } },
    service: { pipelines: { logs: { receivers: ['filelog'], exporters: ['otlphttp'] } } },
  });
  await until(collector, 'the lines', () => sink.logs.length === 2 || undefined);
  expect(sink.logs.map(({ body }) => body)).toEqual(['first line', 'second line']);
});

test('the statistics of the kubelet come by OTLP, in a container with a service account', async () => {
  const [authority, sink] = [certificate(), await otlpSink()];
  const collector = startOtelcol({
    receivers: { kubeletstats: { auth_type: 'serviceAccount', endpoint: await kubelet(authority), collection_interval: '1s', metric_groups: ['node', 'pod'] } },
    exporters: { otlphttp: { endpoint: sink.url, encoding: 'json' } },
    service: { pipelines: { metrics: { receivers: ['kubeletstats'], exporters: ['otlphttp'] } } },
  }, { container: { user: 65534, mounts: { [SERVICE_ACCOUNT]: serviceAccount(authority) } } });
  const usage = await until(collector, 'the memory of the node', () => sink.points.find(({ name }) => name === 'k8s.node.memory.usage'));
  expect(usage).toMatchObject({ value: 4242000, resource: { 'k8s.node.name': 'made-up-node' } });
});

test('every component that is built in takes a right configuration', async () => {
  const tls = { insecure: true };
  const logs = { receivers: ['filelog', 'fluentforward', 'journald', 'otlp'], exporters: ['file', 'kafka', 'otlp', 'otlphttp'] };
  expect(await checkOtelcol({
    extensions: {
      basicauth: { client_auth: { username: 'somebody', password: '${env:PASSWORD}' } },
      bearertokenauth: { token: '${env:TOKEN}' },
      file_storage: { directory: '/tmp', create_directory: false },
      health_check: { endpoint: '127.0.0.1:13133' },
    },
    receivers: {
      filelog: { include: ['/var/log/pods/*/*/*.log'], storage: 'file_storage', operators: [{ type: 'container' }] },
      fluentforward: { endpoint: '127.0.0.1:24224' },
      hostmetrics: hostMetrics({ root_path: '/host' }),
      journald: { units: ['kubelet.service'], priority: 'debug', storage: 'file_storage' },
      kubeletstats: { auth_type: 'serviceAccount', endpoint: 'https://${env:NODE_NAME}:10250', insecure_skip_verify: true, metric_groups: ['node', 'pod'] },
      otlp: { protocols: { grpc: { endpoint: '127.0.0.1:4317' }, http: { endpoint: '127.0.0.1:4318' } } },
    },
    processors: {
      attributes: { actions: [{ key: 'a', action: 'delete' }] },
      batch: {},
      filter: { logs: { log_record: ['IsMatch(body, "DEBUG")'] } },
      k8sattributes: { auth_type: 'serviceAccount', filter: { node_from_env_var: 'NODE_NAME' }, extract: { metadata: ['k8s.pod.name'] } },
      memory_limiter: { check_interval: '1s', limit_mib: 100 },
      resource: { attributes: [{ key: 'a', value: 'b', action: 'upsert' }] },
      resourcedetection: { detectors: ['env', 'system'], system: { hostname_sources: ['os'] } },
      transform: { log_statements: ['set(log.attributes["a"], "b")'] },
    },
    exporters: {
      debug: {},
      file: { path: '/dev/null' },
      kafka: { brokers: ['127.0.0.1:9092'] },
      otlp: { endpoint: '127.0.0.1:4317', tls, auth: { authenticator: 'bearertokenauth' } },
      otlphttp: { endpoint: 'http://127.0.0.1:4318', auth: { authenticator: 'basicauth' } },
      prometheus: { endpoint: '127.0.0.1:8889' },
      prometheusremotewrite: { endpoint: 'http://127.0.0.1:9090/api/v1/write', resource_to_telemetry_conversion: { enabled: true } },
    },
    service: {
      extensions: ['basicauth', 'bearertokenauth', 'file_storage', 'health_check'],
      pipelines: {
        logs: { ...logs, processors: ['memory_limiter', 'k8sattributes', 'attributes', 'filter', 'transform', 'batch'] },
        metrics: {
          receivers: ['hostmetrics', 'kubeletstats'],
          processors: ['memory_limiter', 'resourcedetection', 'resource', 'batch'],
          exporters: ['debug', 'prometheus', 'prometheusremotewrite'],
        },
      },
    },
  }, {
    env: { ...env, PASSWORD: 'p', TOKEN: 't', KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '6443' },
    container: { mounts: { '/host': host.path, [SERVICE_ACCOUNT]: serviceAccount(certificate()) } },
  })).toEqual({ code: 0, output: '' });
});
