import { spawnSync } from 'child_process';
import { checkGmond, readAll, startGmond } from './harness/gmond';
import { freePort, until } from './harness/http';
import { program } from './harness/program';
import { GmondOptions, GmondReceiveChannel, GmondSendChannel, IpFamily, MetricsAgent, NodeExporter, NodePlatform } from '../../src';
import { MODULES } from '../../src/catalog/gmond/metrics';
import { chartOf, manifestsOf } from '../core/testing';

function confOf(options: Partial<GmondOptions>, platform?: NodePlatform): string {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', {
    agent: MetricsAgent.gmond({ cluster: { name: 'made-up' }, send: [], ...options, container: { image: 'registry.example.com/gmond:3.7.2' } }),
    platform,
  });
  return manifestsOf(chart, 'ConfigMap')[0].data['gmond.conf'];
}

const env = { NODE_NAME: 'made-up-node', HOST_IP: '192.0.2.7' };
const UNICAST = [GmondSendChannel.unicast('127.0.0.1')];

/** Options and sections, one a line, without comments and without what a value is quoted or padded with. */
function groupsIn(conf: string): string[] {
  const text = conf.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/^collection_group \{[^]*?^\}/gm)].map(([group]) => group.replace(/\s+/g, ' ').replace(/"?\b([0-9]+)(\.0)?\b"?/g, '$1'));
}

test('the usual groups are those that gmond has built in', () => {
  const builtIn = spawnSync(program('gmond'), ['-t'], { encoding: 'utf8' }).stdout;
  expect(groupsIn(builtIn)).toHaveLength(10);
  expect(groupsIn(confOf({ send: UNICAST }))).toEqual(groupsIn(builtIn));
});

test('every metric that the catalogue knows is one of gmond, and the other way round', async () => {
  const all = MODULES.flatMap(({ metrics }) => metrics);
  const { metrics, output } = await checkGmond(confOf({ send: UNICAST, groups: [{ metrics: all.map(name => ({ name })) }] }), { env });
  expect(output).not.toMatch(/Cannot|Unable/);
  expect([...metrics].sort()).toEqual([...all].sort());
});

test.each<[string, Partial<GmondOptions>]>([
  ['multicast', { send: [GmondSendChannel.multicast()] }],
  ['multicast with every option', { send: [GmondSendChannel.multicast({ group: '239.1.2.3', port: 9000, timeToLive: 3, networkInterface: 'lo' })] }],
  ['unicast with texts of every kind', {
    send: [GmondSendChannel.unicast('127.0.0.1', { port: 9, timeToLive: 4 })],
    cluster: { name: 'a ${NODE_NAME} $HOME \\n b\\', owner: "it's # 1 // {x} = (y) /* z */", latLong: 'N32.87 W117.22', url: 'https://example.com/#a' },
    location: '1,2,3',
    metadataInterval: 30,
    hostDmax: 3600,
    hostTmax: 60,
    cleanupThreshold: 60,
    maxUdpMessageLength: 1400,
  }],
  ['an aggregator', {
    mute: true,
    receive: [
      GmondReceiveChannel.unicast({ bind: '127.0.0.1', buffer: 1048576, acl: { allow: ['10.0.0.0/8', '127.0.0.1'], deny: ['10.1.0.0/16'] } }),
      GmondReceiveChannel.unicast({ port: 9, family: IpFamily.IPV6, acl: { allow: ['2001:db8::/32', '::1'] } }),
      GmondReceiveChannel.multicast({ group: '239.1.2.3', networkInterface: 'lo', acl: { deny: ['192.0.2.1'] } }),
    ],
    tcpAccept: [{ acl: { allow: ['127.0.0.1'] }, timeout: 1000000, gzip: true }, { port: 8650, bind: '::1' }],
  }],
  ['a deaf one', { send: UNICAST, deaf: true }],
  ['a module of its own', {
    send: UNICAST,
    modules: [{ name: 'multicpu_module', path: 'modmulticpu.so', params: 'x', parameters: { 'a "b"': 'c' } }],
    groups: [{ collectOnce: true, metrics: [{ name: 'location' }] }, { collectEvery: 5, timeThreshold: 10, metrics: [{ name: 'multicpu_user0', title: 'CPU 0', valueThreshold: 0.5 }] }],
  }],
])('gmond takes %s', async (_what, options) => {
  const { code, output } = await checkGmond(confOf(options), { env });
  expect(output).not.toMatch(/Cannot|Unable|no such option|Parse error|unexpected/i);
  expect(code).toBe(0);
});

test('gmond takes the configuration of nodes with IPv6 alone', async () => {
  const conf = confOf({ send: UNICAST }, NodePlatform.of({ ipFamily: IpFamily.IPV6 }));
  expect(conf).toContain('family = "inet6"');
  expect(conf).not.toContain('override_ip');
  expect(await checkGmond(conf, { env })).toMatchObject({ code: 0 });
});

test('gmond hands out the metrics of the node under its name and address, and the texts as they were written', async () => {
  const [udp, tcp] = [await freePort(), await freePort()];
  const gmond = startGmond(confOf({
    cluster: { name: 'a ${NODE_NAME} \\b' },
    send: [GmondSendChannel.unicast('127.0.0.1', { port: udp })],
    receive: [GmondReceiveChannel.unicast({ port: udp, bind: '127.0.0.1' })],
    tcpAccept: [{ port: tcp, bind: '127.0.0.1', acl: { allow: ['127.0.0.0/8'] } }],
    location: 'rack 1',
  }), { env });
  const xml = await until(gmond, 'the load', async () => {
    const text = await readAll(tcp).catch(() => '');
    return text.includes('NAME="load_one"') && text.includes('NAME="cpu_num"') ? text : undefined;
  });
  expect(xml).toContain('<HOST NAME="made-up-node" IP="192.0.2.7"');
  expect(xml).toContain('<CLUSTER NAME="a ${NODE_NAME} \\b"');
  expect(xml).toContain('<EXTRA_ELEMENT NAME="TITLE" VAL="One Minute Load Average"/>');
  await gmond.stop();
});

test('an access list is kept to: who is not in it is told nothing', async () => {
  const tcp = await freePort();
  const gmond = startGmond(confOf({ send: UNICAST, tcpAccept: [{ port: tcp, acl: { allow: ['192.0.2.0/24'] } }] }), { env: { ...env, HOST_IP: '127.0.0.1' } });
  expect(await until(gmond, 'an answer', () => readAll(tcp).catch(error => error.code === 'ECONNRESET' ? '' : undefined))).toBe('');
  await gmond.stop();
});
