import { App, Chart } from 'cdk8s';
import { apiServer } from './harness/api-server';
import { certificate } from './harness/certificate';
import { freePort, get, waitFor } from './harness/http';
import { Metrics, scrape } from './harness/metrics';
import { Place, startContainer } from './harness/pod';
import { Running } from './harness/run';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import { HostRoot, hostRoot } from './host/root';
import { CollectorName, MetricsAgent, MetricsAuth, NodeCollector, NodeExporter, NodeExporterProps, PrometheusOptions, SecretValue, TextfileDirectory } from '../../src';
import { ON_BY_DEFAULT } from '../../src/analysis/node-exporter-flags';

let host: HostRoot;

beforeAll(() => {
  host = hostRoot({ 'var/lib/textfile/made-up.prom': 'made_up_metric 4242\n' });
});

function manifests(agent: PrometheusOptions, props: NodeExporterProps = {}): any[] {
  const chart = new Chart(new App(), 'platform', { namespace: 'monitoring' });
  new NodeExporter(chart, 'metrics', { ...props, agent: MetricsAgent.prometheus(agent) });
  return chart.toJson();
}

interface Exporter { readonly url: string; readonly running: Running }

/** Starts what our manifest says, on a port that is free. */
async function started(agent: PrometheusOptions, place: Partial<Place> = {}, props?: NodeExporterProps): Promise<Exporter> {
  const port = await freePort();
  const scheme = agent.auth === undefined ? 'http' : 'https';
  const running = startContainer(manifests({ ...agent, port }, props), 'node-exporter', 'node_exporter', { host, ...place });
  const url = `${scheme}://127.0.0.1:${port}`;
  await waitFor(`${url}/`, running);
  return { url, running };
}

async function metricsOf(agent: PrometheusOptions, props?: NodeExporterProps): Promise<Metrics> {
  const { url, running } = await started(agent, {}, props);
  const metrics = await scrape(`${url}/metrics`);
  await running.stop();
  return metrics;
}

const collectorsOf = (metrics: Metrics) => metrics.labels('node_scrape_collector_success', 'collector');

describe('by default', () => {
  let metrics: Metrics;

  beforeAll(async () => { metrics = await metricsOf({}); });

  test('it runs as nobody with our flags, and reports the node', () => {
    expect(metrics.value('node_load1')).toBe(1.23);
    expect(metrics.value('node_memory_MemTotal_bytes')).toBe(8123456 * 1024);
    expect(metrics.value('node_os_info', { id: 'madeup' })).toBe(1);
    expect(metrics.value('node_disk_info', { device: 'sda', model: 'Made-up_disk' })).toBe(1);
  });

  test('it runs the collectors of the program but btrfs and hwmon', () => {
    expect(collectorsOf(metrics)).toEqual(ON_BY_DEFAULT.filter(name => name !== 'btrfs' && name !== 'hwmon'));
  });

  test('it leaves out the interfaces of pods', () => {
    expect(metrics.labels('node_network_mtu_bytes', 'device')).toEqual(['eth0']);
  });

  test('it finds the file systems of the node below the mounted root', () => {
    expect(metrics.labels('node_filesystem_readonly', 'mountpoint')).toContain('/var/lib/kubelet');
  });
});

test.each(Object.values(CollectorName))('%s runs where it alone is asked for, with our mounts and user', async name => {
  const alone = name === CollectorName.SYSCTL ? NodeCollector.sysctl({ include: ['vm.swappiness'] }) : NodeCollector.named(name);
  // Their socket is no part of the made-up host; that they start is what counts.
  if (name === CollectorName.SYSTEMD || name === CollectorName.LOGIND) {
    host.write('run/dbus/system_bus_socket', '');
  }
  expect(collectorsOf(await metricsOf({ onlyTheseCollectors: true, collectors: [alone] }))).toEqual([name]);
});

test('every collector that is on by default can be switched off', async () => {
  const without = ON_BY_DEFAULT.filter(name => name !== 'time') as CollectorName[];
  expect(collectorsOf(await metricsOf({ without }))).toEqual(['time']);
});

test('every setting of every collector is taken', async () => {
  host.write('run/dbus/system_bus_socket', '');
  const metrics = await metricsOf({
    extraArgs: ['--web.max-requests=7', '--log.level=debug', '--web.disable-exporter-metrics'],
    collectors: [
      NodeCollector.arp({ include: '^eth' }),
      NodeCollector.cpu({ guest: false, info: true, infoFlagsInclude: '^(aes|avx.?)$', infoBugsInclude: '^(meltdown|spectre_.*)$' }),
      NodeCollector.diskstats({ include: '^sd[a-z]+$' }),
      NodeCollector.ethtool({ include: '^eth', metricsInclude: '^rx_' }),
      NodeCollector.filesystem({ mountPointsInclude: '^/$', fsTypesInclude: '^ext4$', mountTimeout: '2s' }),
      NodeCollector.hwmon({ chipInclude: '^coretemp', sensorExclude: '^in' }),
      NodeCollector.infiniband({ exclude: '^mlx' }),
      NodeCollector.interrupts({ include: '^0;', includeZeros: false }),
      NodeCollector.ipvs('local_address', 'proto'),
      NodeCollector.netclass({ ignoredDevices: '^lo$', ignoreInvalidSpeed: true, netlink: false }),
      NodeCollector.netdev({ include: '^eth0$', addressInfo: true, labelIfalias: true, detailedMetrics: true, netlink: false }),
      NodeCollector.netstat('^Tcp_'),
      // Trace points are looked for in the tracefs of the node, which the made-up host has none of.
      NodeCollector.perf({ cpus: '0', hardwareProfilers: ['CpuCycles'], softwareProfilers: ['PageFault'], cacheProfilers: ['L1DataReadHit'] }),
      NodeCollector.qdisc({ include: '^eth' }),
      NodeCollector.slabinfo({ include: '.*', exclude: '^kmalloc' }),
      NodeCollector.sysctl({ include: ['vm.swappiness'], includeInfo: ['kernel.seccomp.actions_avail'] }),
      NodeCollector.systemd({ unitInclude: 'ssh\\.service', unitExclude: '.+\\.mount', restarts: true, startTime: true, tasks: true }),
      NodeCollector.vmstat('^pg'),
    ],
  });
  expect(metrics.labels('node_disk_reads_completed_total', 'device')).toEqual(['sda']);
});

test('it reads what others leave in a directory of the node', async () => {
  expect((await metricsOf({ textfiles: [TextfileDirectory.host('/var/lib/textfile')] })).value('made_up_metric')).toBe(4242);
});

test('without the root directory it reads /proc and /sys alone', async () => {
  const metrics = await metricsOf({ nodeFiles: { root: false }, without: [CollectorName.FILESYSTEM, CollectorName.OS] });
  expect(metrics.value('node_load1')).toBe(1.23);
});

describe('TLS and passwords', () => {
  const tls = certificate();
  const TLS_SECRET = { 'tls.crt': tls.cert, 'tls.key': tls.key, 'ca.crt': tls.cert };

  test('it speaks TLS with the certificate of the Secret, and its probe is answered', async () => {
    const { url } = await started({ auth: MetricsAuth.tls('exporter-tls') }, { secrets: { 'exporter-tls': TLS_SECRET } });
    expect((await get(`${url}/`)).status).toBe(200);
  });

  test('a web configuration of a Secret asks for its password', async () => {
    // The hash of scrape-me.
    const file = "basic_auth_users: { prometheus: '$2b$04$khf48tYuVocbS2yJGLSMWea9zeamRDcrSVVCkoCgcCa8Sx1EPCFc.' }\n"
      + 'tls_server_config: { cert_file: /etc/node-exporter/tls/tls.crt, key_file: /etc/node-exporter/tls/tls.key }\n';
    const auth = MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml'), { tlsSecretName: 'exporter-tls' });
    const { url } = await started({ auth }, { secrets: { 'exporter-tls': TLS_SECRET, 'web': { 'web.yaml': file } } });
    expect((await get(`${url}/metrics`)).status).toBe(401);
    const authorization = `Basic ${Buffer.from('prometheus:scrape-me').toString('base64')}`;
    expect((await get(`${url}/metrics`, { headers: { authorization } })).status).toBe(200);
  });

  test.each([false, true])('kube-rbac-proxy with a resource: %p lets in who may, and nobody else', async hasResource => {
    const api = await apiServer({ good: { user: 'prometheus', may: () => true }, known: { user: 'somebody', may: () => false } });
    const [port, upstreamPort] = [await freePort(), await freePort()];
    const resource = hasResource ? { resource: 'nodes', subresource: 'metrics' } : undefined;
    const auth = MetricsAuth.kubeRbacProxy({ upstreamPort, resource, tlsSecretName: 'exporter-tls', allowPaths: ['/metrics'], tlsMinVersion: 'VersionTLS12' });
    const objects = manifests({ auth, port });
    const place = {
      host,
      secrets: { 'exporter-tls': TLS_SECRET },
      env: { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: new URL(api.url).port },
      mounts: { [SERVICE_ACCOUNT]: serviceAccount(api.authority) },
    };
    await waitFor(`http://127.0.0.1:${upstreamPort}/`, startContainer(objects, 'node-exporter', 'node_exporter', place));
    const url = `https://127.0.0.1:${port}/metrics`;
    await waitFor(url, startContainer(objects, 'kube-rbac-proxy', 'kube-rbac-proxy', place));
    const as = (token: string) => get(url, { headers: { authorization: `Bearer ${token}` } });
    expect([(await get(url)).status, (await as('wrong')).status, (await as('known')).status, (await as('good')).status]).toEqual([401, 401, 403, 200]);
    expect(api.asked.at(-1)).toMatchObject(hasResource ? { resourceAttributes: { resource: 'nodes', subresource: 'metrics', verb: 'get' } }
      : { nonResourceAttributes: { path: '/metrics', verb: 'get' } });
  });
});
