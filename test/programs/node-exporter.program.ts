import { freePort, waitFor } from './harness/http';
import { Metrics, scrape } from './harness/metrics';
import { program } from './harness/program';
import { start } from './harness/run';
import { HostRoot, hostRoot } from './host/root';
import FLAGS from './node-exporter-flags.json';

const EXPORTER = program('node_exporter');

/** Collectors that ask something other than files, so that their success hangs on the machine. */
const ELSEWHERE: { readonly [collector: string]: string } = {
  arp: 'netlink',
  ethtool: 'ioctl',
  logind: 'D-Bus at its usual path',
  network_route: 'netlink',
  ntp: 'a time server',
  perf: 'perf_event_open',
  qdisc: 'netlink',
  runit: '/etc/service',
  supervisord: 'port 9001',
  systemd: 'D-Bus at its usual path',
  tcpstat: 'netlink',
  wifi: 'netlink',
};

/** What a collector is idle without. */
const NEEDED: { readonly [collector: string]: string[] } = { sysctl: ['--collector.sysctl.include=vm.swappiness'] };

let host: HostRoot;

beforeAll(() => {
  host = hostRoot({ 'textfile/made-up.prom': '# TYPE made_up_metric gauge\nmade_up_metric{a="b"} 4242\n' });
});

async function metricsWith(args: readonly string[]): Promise<Metrics> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const exporter = start(EXPORTER, [`--web.listen-address=${url.slice('http://'.length)}`, `--path.procfs=${host.procfs}`,
    `--path.sysfs=${host.sysfs}`, `--path.rootfs=${host.path}`, `--path.udev.data=${host.udev}`, ...args]);
  await waitFor(url, exporter);
  const metrics = await scrape(`${url}/metrics`);
  await exporter.stop();
  return metrics;
}

const collectors = Object.keys(FLAGS.collectors).filter(name => !(name in ELSEWHERE));

test.each(collectors)('the collector %s finds what it reads on the made-up host', async collector => {
  const metrics = await metricsWith(['--collector.disable-defaults', `--collector.${collector}`, ...NEEDED[collector] ?? [],
    `--collector.textfile.directory=${host.path}/textfile`]);
  expect(metrics.labels('node_scrape_collector_success', 'collector')).toEqual([collector]);
  expect(metrics.value('node_scrape_collector_success', { collector })).toBe(1);
  expect(metrics.samples.filter(({ name }) => !/^(go|process|promhttp|node_scrape|node_exporter)_/.test(name))).not.toEqual([]);
});

test.each(Object.keys(ELSEWHERE))('the collector %s is turned on by its flag, whatever it finds', async collector => {
  const metrics = await metricsWith(['--collector.disable-defaults', `--collector.${collector}`]);
  expect(metrics.labels('node_scrape_collector_success', 'collector')).toEqual([collector]);
});

describe('with its defaults', () => {
  let metrics: Metrics;

  beforeAll(async () => { metrics = await metricsWith([`--collector.textfile.directory=${host.path}/textfile`]); });

  test('it runs the collectors of node-exporter-flags.json', () => {
    const byDefault = Object.entries(FLAGS.collectors).filter(([, isOn]) => isOn).map(([name]) => name);
    expect(metrics.labels('node_scrape_collector_success', 'collector')).toEqual(byDefault.sort());
  });

  test.each([
    ['node_load1', {}, 1.23],
    ['node_memory_MemTotal_bytes', {}, 8123456 * 1024],
    ['node_cpu_seconds_total', { cpu: '1', mode: 'user' }, 150],
    ['node_network_mtu_bytes', { device: 'veth1' }, 1450],
    ['node_filesystem_readonly', { mountpoint: '/var/lib/kubelet', device: '/dev/sda2' }, 0],
    ['node_disk_reads_completed_total', { device: 'sda' }, 4242],
    ['node_disk_info', { device: 'sda', model: 'Made-up_disk', serial: 'SERIAL4242' }, 1],
    ['node_filefd_allocated', {}, 1024],
    ['node_hwmon_temp_celsius', { sensor: 'temp1' }, 41.5],
    ['node_os_info', { id: 'madeup' }, 1],
    ['made_up_metric', { a: 'b' }, 4242],
  ])('%s %j is that of the made-up host', (name, labels, value) => {
    expect(metrics.value(name, labels)).toBe(value);
  });
});

test('in a container with the root of the host mounted, nobody reads the host', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const exporter = start(EXPORTER, [`--web.listen-address=${url.slice('http://'.length)}`, '--path.rootfs=/host', '--path.procfs=/host/proc',
    '--path.sysfs=/host/sys', '--path.udev.data=/host/run/udev/data'], { container: { user: 65534, mounts: { '/host': host.path } } });
  await waitFor(url, exporter);
  const metrics = await scrape(`${url}/metrics`);
  expect(metrics.value('node_load1')).toBe(1.23);
  expect(metrics.labels('node_filesystem_size_bytes', 'mountpoint')).toEqual(['/', '/run/lock', '/var/lib/kubelet']);
});
