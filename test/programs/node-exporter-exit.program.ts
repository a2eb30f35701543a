import { freePort, get, waitFor } from './harness/http';
import { program } from './harness/program';
import { run, start } from './harness/run';

const EXPORTER = program('node_exporter');
const exporter = (...args: string[]) => run(EXPORTER, ['--web.listen-address=127.0.0.1:0', ...args], { seconds: 10 });

test.each([
  ['an unknown flag', '--collector.no-such'],
  ['a word that is no flag', 'word'],
  ['one dash', '-collector.cpu'],
  ['a value for a boolean', '--collector.cpu=true'],
  ['a flag twice', '--path.procfs=/proc', '--path.procfs=/proc'],
  ['on and off', '--collector.cpu', '--no-collector.cpu'],
  ['a word for a number', '--web.max-requests=many'],
  ['a duration without a unit', '--collector.filesystem.mount-timeout=5'],
  ['an unknown log level', '--log.level=loud'],
  ['a missing web configuration', '--web.config.file=/nonexistent'],
])('%s ends it with 1', async (_, ...args) => {
  expect(await exporter(...args)).toMatchObject({ code: 1 });
});

test.each([
  ['a broken regular expression', '--collector.netdev.device-include=('],
  ['including and excluding devices', '--collector.netdev.device-include=a', '--collector.netdev.device-exclude=b'],
  ['including and excluding mount points', '--collector.filesystem.mount-points-include=a', '--collector.filesystem.mount-points-exclude=b'],
  ['an old name beside the new one', '--collector.netdev.device-blacklist=a', '--collector.netdev.device-exclude=b'],
  ['a missing /proc', '--path.procfs=/nonexistent'],
  ['a missing /sys', '--path.sysfs=/nonexistent'],
])('%s is a panic, 2', async (_, ...args) => {
  const { code, output } = await exporter(...args);
  expect(output).toContain('panic: ');
  expect(code).toBe(2);
});

test.each([
  ['a missing root', '--path.rootfs=/nonexistent'],
  ['a missing directory of text files', '--collector.textfile.directory=/nonexistent'],
  ['including devices alone', '--collector.diskstats.device-include=sda'],
  ['including and excluding units', '--collector.systemd', '--collector.systemd.unit-include=a', '--collector.systemd.unit-exclude=b'],
  ['many text directories', '--collector.textfile.directory=/a', '--collector.textfile.directory=/b'],
])('%s is no reason to end', async (_, ...args) => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const running = start(EXPORTER, [`--web.listen-address=${url.slice('http://'.length)}`, ...args]);
  expect(await waitFor(url, running)).toMatchObject({ status: 200 });
  expect(await running.stop()).toMatchObject({ code: undefined });
});

test('a filter by a collector that is off is a bad request', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const running = start(EXPORTER, [`--web.listen-address=${url.slice('http://'.length)}`, '--no-collector.cpu']);
  await waitFor(url, running);
  expect(await get(`${url}/metrics?collect[]=cpu`)).toMatchObject({ status: 400 });
  expect(await get(`${url}/metrics?collect[]=loadavg`)).toMatchObject({ status: 200 });
});
