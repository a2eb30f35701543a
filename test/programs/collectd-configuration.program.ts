import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { checkCollectd, startCollectd } from './harness/collectd';
import { directory } from './harness/directory';
import { freePort, until } from './harness/http';
import { scrape } from './harness/metrics';
import { CollectdHttpFormat, CollectdOptions, CollectdOutput, CollectdPlugin, CollectdProtocol, CollectdSecurity, MetricsAgent, NodeExporter, SecretValue } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** The files of a collectd, and the configuration that its init container leaves on a node, by running that container's script. */
function filesOf(options: Omit<CollectdOptions, 'container'>, env: { [name: string]: string } = {}): { conf: string; node: string; script: string } {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', {
    agent: MetricsAgent.collectd({ ...options, container: { image: 'registry.example.com/collectd:5.12' } }),
  });
  const { data } = manifestsOf(chart, 'ConfigMap')[0];
  const script: string | undefined = data['node.sh'];
  if (script === undefined) {
    return { conf: data['collectd.conf'], node: '', script: '' };
  }
  const folder = directory();
  const { PATH = '' } = process.env;
  execFileSync('sh', ['-c', script.replaceAll('/etc/collectd-node', folder)], { env: { PATH, NODE_NAME: 'made-up-node', ...env }, stdio: 'pipe' });
  return { conf: data['collectd.conf'].replaceAll('/etc/collectd-node', folder), node: readFileSync(join(folder, 'node.conf'), 'utf8'), script };
}

const EVERY_PLUGIN = [
  CollectdPlugin.contextSwitches({ interval: 5 }),
  CollectdPlugin.cpu({ byCpu: false, byState: true, percentage: true, count: true }),
  CollectdPlugin.df({ include: { mountPoints: ['/', '/var', '/^\\/data/'], types: ['/^ext[234]$/', 'xfs'], devices: ['/dev/sda1'] }, percentage: true, absolute: false, byDevice: true, inodes: true }),
  CollectdPlugin.disk({ include: ['sda', '/^nvme[0-9]+n[0-9]+$/'] }),
  CollectdPlugin.entropy(),
  CollectdPlugin.interfaces({ exclude: ['lo', '/^veth/'], inactive: false }),
  CollectdPlugin.irq({ exclude: ['/[a-z]/'] }),
  CollectdPlugin.load({ relative: true }),
  CollectdPlugin.memory({ absolute: true, percentage: true }),
  CollectdPlugin.processes({ programs: ['kubelet'], matches: { java: '^java .*"-jar"\\.? $' }, contextSwitches: true }),
  CollectdPlugin.swap({ byDevice: true, io: false, percentage: true }),
  CollectdPlugin.tcpConnections({ listeningPorts: false, localPorts: [22], remotePorts: [443], summary: true }),
  CollectdPlugin.uptime(),
  CollectdPlugin.users(),
  CollectdPlugin.vmem({ verbose: true }),
  CollectdPlugin.custom('fhcount', { lines: ['ValuesPercentage true'], interval: 0.5 }),
];

test('collectd takes every plugin with every option', async () => {
  const outputs = [CollectdOutput.prometheus({ port: await freePort(), staleness: 60 })];
  const { conf } = filesOf({ plugins: EVERY_PLUGIN, outputs, interval: 1, timeout: 3, readThreads: 2, writeThreads: 2 });
  const { code, output } = await checkCollectd(conf);
  expect(output).not.toMatch(/unknown|not found|Ignoring|invalid|failed to|Parse error|regcomp/i);
  expect(code).toBe(0);
});

const username = SecretValue.key('metrics', 'username');
const password = SecretValue.key('metrics', 'password');

test('collectd takes every output with every option, credentials of any characters among them', async () => {
  const { conf, node } = filesOf({
    plugins: [CollectdPlugin.load()],
    outputs: [
      CollectdOutput.network({
        servers: [{ host: '127.0.0.1', username, password }, { host: '::1', port: 9, username, password, security: CollectdSecurity.SIGN, resolveInterval: 60 }, { host: '127.0.0.1', port: 10, security: CollectdSecurity.NONE }],
        timeToLive: 8,
        maxPacketSize: 1024,
      }),
      CollectdOutput.http({
        url: 'http://127.0.0.1:9/$(NODE_NAME)`?a="b"\\', username, password, format: CollectdHttpFormat.JSON, storeRates: true, bufferSize: 65536, timeout: 1, logErrors: true,
      }),
      CollectdOutput.http({ url: 'https://127.0.0.1:9/', name: 'second', insecureSkipVerify: true, ca: password, cert: username, key: password }),
      CollectdOutput.graphite({ host: '127.0.0.1', port: 9, protocol: CollectdProtocol.UDP, prefix: 'nodes.', storeRates: false, tags: true, reconnectInterval: 60 }),
      CollectdOutput.prometheus({ port: await freePort() }),
    ],
  }, { CREDENTIAL_1: 'user', CREDENTIAL_2: 'a"b\\c$(id)`id`&/|\'' });
  expect(node).toContain('Hostname "made-up-node"\n');
  expect(node).toContain('Password "a\\"b\\\\c$(id)`id`&/|\'"\n');
  expect(node).toContain('URL "http://127.0.0.1:9/$(NODE_NAME)`?a=\\"b\\"\\\\"\n');
  const { code, output } = await checkCollectd(conf);
  expect(output).not.toMatch(/unknown|not found|Ignoring|invalid option|Parse error/i);
  expect(code).toBe(0);
});

test('collectd tells Prometheus what is usual of the node, under the name that its init container wrote', async () => {
  const port = await freePort();
  const plugins = [CollectdPlugin.cpu(), CollectdPlugin.memory(), CollectdPlugin.load(), CollectdPlugin.uptime()];
  const { conf } = filesOf({ plugins, outputs: [CollectdOutput.prometheus({ port })], interval: 1 });
  const collectd = startCollectd(conf);
  const metrics = await until(collectd, 'the uptime', async () => {
    const found = await scrape(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
    return found?.all('collectd_uptime', { instance: 'made-up-node' }).length ? found : undefined;
  });
  expect(metrics.all('collectd_memory').length).toBeGreaterThan(0);
  expect(await collectd.stop()).toMatchObject({ code: 0 });
});

test('what is usual is read without an error', async () => {
  const { conf } = filesOf({ outputs: [CollectdOutput.prometheus({ port: await freePort() })] });
  const { code, output } = await checkCollectd(conf);
  expect(output).not.toMatch(/unknown|not found|Ignoring|invalid|failed/i);
  expect(code).toBe(0);
});

describe('in a container, as nobody', () => {
  const data = directory();
  // What the link /etc/mtab of an image shows; the file systems that it names are there.
  const mtab = ['overlay / overlay rw', '/dev/sda1 /host ext4 ro', '/dev/sdb1 /host/var/lib/data xfs rw', 'proc /host/proc proc rw', '/dev/sda1 /etc/hosts ext4 rw', '']
    .join(' 0 0\n');
  const mounts = { '/host': directory(), '/host/var/lib/data': data, '/host/proc': data };

  test('the node has the file systems at /host, and the container has none', async () => {
    const port = await freePort();
    const { conf } = filesOf({ plugins: [CollectdPlugin.df(), CollectdPlugin.interfaces()], outputs: [CollectdOutput.prometheus({ port })], interval: 1 });
    const collectd = startCollectd(conf, { container: { user: 65534, mounts: { ...mounts, '/etc/mtab': join(directory({ mtab }), 'mtab') } } });
    const metrics = await until(collectd, 'the file systems', async () => {
      const found = await scrape(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
      return found?.all('collectd_df_df_complex').length ? found : undefined;
    });
    expect(metrics.labels('collectd_df_df_complex', 'df')).toEqual(['host', 'host-var-lib-data']);
    expect(await collectd.stop()).toMatchObject({ code: 0 });
  });

  test('an image without the link /etc/mtab shows no file system, as the documentation says', async () => {
    const { conf } = filesOf({ plugins: [CollectdPlugin.df(), CollectdPlugin.interfaces()], outputs: [] });
    const { code, output } = await checkCollectd(conf, { container: { user: 65534, mounts } });
    expect(output).toContain('setmntent (/etc/mtab): No such file or directory');
    expect(code).toBe(1);
  });
});
