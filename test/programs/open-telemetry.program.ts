import { parse } from 'yaml';
import { certificate } from './harness/certificate';
import { freePort, get, until, waitFor } from './harness/http';
import { kubelet } from './harness/kubelet';
import { scrape } from './harness/metrics';
import { checkOtelcol, startOtelcol } from './harness/otelcol';
import { RunOptions } from './harness/run';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import { HostRoot, hostRoot } from './host/root';
import {
  ExporterCompression, HostScraper, KubeletMetricGroup, MetricsAgent, NodeExporter, OpenTelemetryExporter, OpenTelemetryMetricsOptions,
  OpenTelemetryReceiver, ProcessError, ScraperFilter, SecretValue,
} from '../../src';
import { HOST_METRICS, PROCESS_ATTRIBUTES } from '../../src/catalog/open-telemetry/metric-names';
import { chartOf, manifestsOf } from '../core/testing';

const POD = { MY_POD_IP: '127.0.0.1', OTEL_K8S_NODE_NAME: 'made-up-node', OTEL_K8S_NAMESPACE: 'monitoring', OTEL_K8S_POD_NAME: 'otel-1' };
const KEY = SecretValue.key('a-secret', 'a-key');

let host: HostRoot;
let inPod: RunOptions;

beforeAll(() => {
  host = hostRoot();
  inPod = { env: POD, container: { user: 10001, mounts: { '/hostfs': host.path } } };
});

/** The configuration as it stands in the ConfigMap. */
function configOf(options: Partial<OpenTelemetryMetricsOptions>): string {
  const chart = chartOf('monitoring');
  const agent = MetricsAgent.openTelemetry({ exporters: [OpenTelemetryExporter.debug()], ...options });
  new NodeExporter(chart, 'metrics', { name: 'otel', agent });
  return manifestsOf(chart, 'ConfigMap')[0].data.relay;
}

const on = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, true]));

test.each<[string, Partial<OpenTelemetryMetricsOptions>]>([
  ['its defaults', {}],
  ['every metric that can be switched on', {
    hostMetrics: {
      collectionInterval: '10s',
      initialDelay: '0s',
      scrapers: [
        HostScraper.cpu({ metrics: on(HOST_METRICS.cpu) }), HostScraper.disk({ metrics: on(HOST_METRICS.disk) }),
        HostScraper.filesystem({ metrics: on(HOST_METRICS.filesystem) }), HostScraper.load({ metrics: on(HOST_METRICS.load) }),
        HostScraper.memory({ metrics: on(HOST_METRICS.memory) }), HostScraper.network({ metrics: on(HOST_METRICS.network) }),
        HostScraper.nfs({ metrics: on(HOST_METRICS.nfs) }), HostScraper.paging({ metrics: on(HOST_METRICS.paging) }),
        HostScraper.processes({ metrics: on(HOST_METRICS.processes) }), HostScraper.system({ metrics: on(HOST_METRICS.system) }),
        HostScraper.process({ metrics: on(HOST_METRICS.process), resourceAttributes: on(PROCESS_ATTRIBUTES) }),
      ],
    },
  }],
  ['every setting of a scraper', {
    hostMetrics: {
      scrapers: [
        HostScraper.disk({ include: ScraperFilter.matching('^sd'), exclude: ScraperFilter.exactly('sdz') }),
        HostScraper.filesystem({
          includeVirtualFilesystems: true,
          includeDevices: ScraperFilter.matching('^/dev/'),
          excludeDevices: ScraperFilter.exactly('/dev/sdz'),
          includeFsTypes: ScraperFilter.exactly('ext4'),
          excludeFsTypes: ScraperFilter.exactly('xfs'),
          includeMountPoints: ScraperFilter.exactly('/'),
          excludeMountPoints: ScraperFilter.matching('^/(dev|proc)($|/)'),
        }),
        HostScraper.load({ cpuAverage: true }),
        HostScraper.network({ include: ScraperFilter.matching('(?i)^ETH'), exclude: ScraperFilter.exactly('eth9') }),
        HostScraper.process({ include: ScraperFilter.matching('.'), exclude: ScraperFilter.exactly('a'), muteErrors: Object.values(ProcessError), delay: '1s' }),
      ],
    },
  }],
  ['every setting of an exporter', {
    exporters: [
      OpenTelemetryExporter.otlp({
        endpoint: 'https://gateway:4317',
        headers: { tenant: 'a' },
        secretHeaders: { 'x-api-key': KEY },
        basicAuth: { username: KEY, password: KEY },
        tls: { insecureSkipVerify: true, serverName: 'gateway' },
        compression: ExporterCompression.ZSTD,
        timeout: '5s',
        queue: { size: 10, consumers: 2 },
        retry: { initialInterval: '1s', maxInterval: '5s', maxElapsedTime: '0s' },
      }),
      OpenTelemetryExporter.otlp({ id: 'bearer', endpoint: 'dns:///gateway:4317', bearerToken: KEY, tls: { ca: KEY, cert: KEY, key: KEY } }),
      OpenTelemetryExporter.otlpHttp({ endpoint: 'https://gateway:4318', compression: ExporterCompression.NONE, queue: { size: 10 } }),
      OpenTelemetryExporter.prometheusRemoteWrite({
        endpoint: 'https://prometheus/api/v1/write', namespace: 'node', externalLabels: { cluster: 'a' }, queue: { size: 5, consumers: 1 },
      }),
      OpenTelemetryExporter.prometheus({ namespace: 'node', constLabels: { cluster: 'a' }, metricExpiration: '1m', sendTimestamps: true }),
      OpenTelemetryExporter.debug(),
    ],
    receivers: [OpenTelemetryReceiver.otlp()],
    memoryLimiter: { checkInterval: '2s', limitMebibytes: 100, spikeLimitMebibytes: 10 },
    batch: { timeout: '1s', sendBatchSize: 100, sendBatchMaxSize: 200 },
    resourceAttributes: { cluster: 'a', version: '1.10' },
    healthCheck: { port: 13200, path: '/health' },
  }],
])('the collector takes %s', async (_what, options) => {
  const secrets = [...configOf(options).matchAll(/\$\{env:(\w+)\}/g)].map(([, name]) => [name, 'made-up']);
  expect(await checkOtelcol(configOf(options), { ...inPod, env: { ...Object.fromEntries(secrets), ...POD } })).toEqual({ code: 0, output: '' });
});

test('as the user of its image it measures the node, names it in each series, and says that it is well', async () => {
  const [port, health] = [await freePort(), await freePort()];
  const options = {
    exporters: [OpenTelemetryExporter.prometheus({ port })],
    hostMetrics: { collectionInterval: '1s', initialDelay: '0s' },
    healthCheck: { port: health },
    batch: { timeout: '100ms' },
  };
  const collector = startOtelcol(configOf(options), inPod);
  await waitFor(`http://127.0.0.1:${port}/metrics`, collector);
  const metrics = await until(collector, 'the load', async () => {
    const scraped = await scrape(`http://127.0.0.1:${port}/metrics`);
    return scraped.all('system_cpu_load_average_1m').length > 0 && scraped.all('system_filesystem_usage_bytes').length > 0 ? scraped : undefined;
  });
  expect(metrics.all('system_cpu_load_average_1m', { k8s_node_name: 'made-up-node', host_name: 'made-up-node' })[0].value).toBe(1.23);
  expect(metrics.labels('system_disk_operations_total', 'device')).toContain('sda');
  expect(metrics.labels('system_network_io_bytes_total', 'device')).not.toContain('veth1');
  expect(metrics.labels('system_filesystem_usage_bytes', 'mountpoint').filter(mount => /^\/(proc|sys|dev|var\/lib\/kubelet)/.test(mount))).toEqual([]);
  expect(await get(`http://127.0.0.1:${health}/`)).toMatchObject({ status: 200 });
  expect(collector.output()).not.toMatch(/\terror\t/);
  expect(await collector.stop()).toMatchObject({ code: 0 });
});

test('it asks the kubelet with the token of its account', async () => {
  const [authority, port, health] = [certificate(), await freePort(), await freePort()];
  const config = configOf({
    exporters: [OpenTelemetryExporter.prometheus({ port })],
    hostMetrics: { scrapers: [] },
    kubeletStats: { endpoint: await kubelet(authority), collectionInterval: '1s', metricGroups: [KubeletMetricGroup.NODE, KubeletMetricGroup.POD] },
    healthCheck: { port: health },
    batch: { timeout: '100ms' },
  });
  const collector = startOtelcol(config, { env: POD, container: { user: 10001, mounts: { [SERVICE_ACCOUNT]: serviceAccount(authority) } } });
  await waitFor(`http://127.0.0.1:${port}/metrics`, collector);
  const memory = await until(collector, 'the memory of the node', async () =>
    (await scrape(`http://127.0.0.1:${port}/metrics`)).all('k8s_node_memory_usage_bytes', { k8s_node_name: 'made-up-node' })[0]);
  expect(memory.value).toBe(4242000);
});

test('a second collector on the same network is kept off by the declared port alone', async () => {
  expect(parse(configOf({})).service.telemetry).toEqual({ metrics: { level: 'none' } });
  const health = await freePort();
  const options = { hostMetrics: { scrapers: [HostScraper.load()] }, healthCheck: { port: health } };
  const first = startOtelcol(configOf(options), inPod);
  await waitFor(`http://127.0.0.1:${health}/`, first);
  const { code, output } = await startOtelcol(configOf(options), inPod).ended;
  expect(code).toBe(1);
  expect(output).toContain(`127.0.0.1:${health}: bind: address already in use`);
});
