import { checkCollectd, startCollectd } from './harness/collectd';
import { freePort, until, waitFor } from './harness/http';
import { scrape } from './harness/metrics';
import { hostRoot } from './host/root';

const conf = (port: number, cpu = 'ReportByCpu false') => `Hostname "made-up"
FQDNLookup false
Interval 1
LoadPlugin logfile
<Plugin logfile>
  File STDOUT
</Plugin>
LoadPlugin cpu
LoadPlugin memory
LoadPlugin load
LoadPlugin df
LoadPlugin disk
LoadPlugin interface
LoadPlugin write_prometheus
<Plugin cpu>
  ${cpu}
</Plugin>
<Plugin write_prometheus>
  Host "127.0.0.1"
  Port "${port}"
</Plugin>
`;

test('collectd takes a right configuration', async () => {
  expect(await checkCollectd(conf(await freePort()))).toMatchObject({ code: 0 });
});

test('collectd refuses an option that a plugin does not know', async () => {
  const { code, output } = await checkCollectd(conf(await freePort(), 'ReportByCore false'));
  expect(output).toContain('ReportByCore');
  expect(code).toBe(1);
});

test.each(['LoadPlugin there_is_none\n', 'LoadPlugin "cpu\n', '<Plugin cpu>\n'])('collectd refuses %j', async line => {
  expect(await checkCollectd(line + conf(await freePort()))).toMatchObject({ code: 1 });
});

test('collectd gives the metrics of the /proc that it sees to Prometheus, as nobody', async () => {
  const port = await freePort();
  const collectd = startCollectd(conf(port), { container: { user: 65534, mounts: { '/proc': hostRoot().procfs } } });
  await waitFor(`http://127.0.0.1:${port}/metrics`, collectd);
  // The load is no file to it: that comes from the machine.
  const free = await until(collectd, 'the memory', async () =>
    (await scrape(`http://127.0.0.1:${port}/metrics`)).all('collectd_memory', { instance: 'made-up', memory: 'free' })[0]);
  expect(free.value).toBe(1234567 * 1024);
  expect(await collectd.stop()).toMatchObject({ code: 0 });
});
