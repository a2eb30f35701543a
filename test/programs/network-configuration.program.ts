import { createServer } from 'https';
import { join } from 'path';
import { CniConfig, FlannelBackend, FlannelOptions, KubeProxyMode, KubeProxyOptions, NetworkProgram, NodeLocalDnsOptions } from '../../src';
import { certificate } from './harness/certificate';
import { directory } from './harness/directory';
import { freePort, get, until, waitFor } from './harness/http';
import { listen } from './harness/listen';
import { networkAgent } from './harness/network-agents';
import { program } from './harness/program';
import { run, start } from './harness/run';

const [LIBCNI, FLANNEL, KUBE_PROXY, COREDNS] = (['libcni', 'flannel', 'kube-proxy', 'coredns'] as const).map(program);

describe('the reference library of CNI reads', () => {
  const read = async (fileName: string, text: string) => run(LIBCNI, ['read', join(directory({ [fileName]: text }), fileName)]);
  const plugin = { type: 'bridge', ipam: { type: 'host-local', ranges: [[{ subnet: '10.1.0.0/16' }]] } };

  test('the configuration of flannel', async () => {
    const { output } = await read('10-flannel.conflist', networkAgent(NetworkProgram.flannel()).files['10-flannel.conflist']);
    expect(JSON.parse(output)).toEqual({ name: 'cbr0', cniVersion: '0.3.1', plugins: ['flannel', 'portmap'] });
  });

  test.each(['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0'])('a list of version %s', async cniVersion => {
    const { fileName, content } = CniConfig.conflist('10-pods.conflist', { name: 'pods.of_the-cluster', cniVersion, plugins: [plugin, { type: 'portmap' }] });
    expect(JSON.parse((await read(fileName, content)).output)).toEqual({ name: 'pods.of_the-cluster', cniVersion, plugins: ['bridge', 'host-local', 'portmap'] });
  });

  test.each([
    ['no JSON', '{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge"}'],
    ['no list', '{"cniVersion": "1.0.0", "name": "a", "plugins": {}}'],
    ['an empty list', '{"cniVersion": "1.0.0", "name": "a", "plugins": []}'],
    ['a plugin without a type', '{"cniVersion": "1.0.0", "name": "a", "plugins": [{}]}'],
    ['no name', '{"cniVersion": "1.0.0", "plugins": [{"type": "bridge"}]}'],
    ['a name with a blank', '{"cniVersion": "1.0.0", "name": "a b", "plugins": [{"type": "bridge"}]}'],
  ])('nothing that is refused here: %s', async (_, text) => {
    expect((await read('10-pods.conflist', text)).code).toBe(1);
    expect(() => CniConfig.text('10-pods.conflist', text)).toThrow("'10-pods.conflist'");
  });
});

test('what CniConfig takes, the reference library of CNI takes, whatever is changed in a right one', async () => {
  const right = { cniVersion: '1.0.0', name: 'pods', disableCheck: false, plugins: [{ type: 'bridge', ipam: { type: 'host-local' }, capabilities: { portMappings: true }, dns: {} }] };
  const values = [undefined, null, '', 'a', 'a b', '../a', '1.0.0', '9.9', 0, true, [], {}, [{}], [{ type: 'a' }], [{ type: 1 }], [null], { type: 'a' }];
  const paths = [['cniVersion'], ['name'], ['plugins'], ['plugins', 0], ['plugins', 0, 'type'], ['plugins', 0, 'ipam'], ['plugins', 0, 'ipam', 'type'], ['plugins', 0, 'capabilities'],
    ['plugins', 0, 'capabilities', 'ips'], ['plugins', 0, 'name'], ['plugins', 0, 'cniVersion'], ['plugins', 0, 'dns'], ['plugins', 0, 'dns', 'search'], ['plugins', 0, 'dns', 'domain'],
    ['plugins', 0, 'prevResult'], ['plugins', 0, 'args'], ['disableCheck']];
  const changed = paths.flatMap(path => values.map(value => {
    const copy: any = structuredClone(right);
    const last = path.slice(0, -1).reduce((object, key) => object[key], copy);
    last[path.at(-1)!] = value;
    return JSON.stringify(copy);
  }));
  const accepted = [...new Set(changed)].filter(text => {
    try {
      return CniConfig.text('10-a.conflist', text) !== undefined;
    } catch {
      return false;
    }
  });
  const folder = directory(Object.fromEntries(accepted.map((text, position) => [`${position}.conflist`, text])));
  const refused = await Promise.all(accepted.map(async (text, position) => (await run(LIBCNI, ['read', join(folder, `${position}.conflist`)])).code === 0 ? [] : [text]));
  process.stdout.write(`network configurations tried ${changed.length}, accepted here ${accepted.length}, refused by libcni ${refused.flat().length}\n`);
  expect(refused.flat()).toEqual([]);
  expect(accepted.length).toBeGreaterThan(5);
});

describe('flannel reads its network', () => {
  const networkOf = async (options: FlannelOptions) => run(FLANNEL, [], { input: networkAgent(NetworkProgram.flannel(options)).files['net-conf.json'] });

  test.each<[string, FlannelOptions, object]>([
    ['by default', {}, { backend: 'vxlan', network: '10.244.0.0/16', nftables: false }],
    ['with VXLAN', { podNetwork: '10.42.0.0/16', backend: FlannelBackend.vxlan({ vni: 4096, port: 4789, directRouting: true, mtu: 1400 }) },
      { backend: 'vxlan', network: '10.42.0.0/16', settings: { Type: 'vxlan', VNI: 4096, Port: 4789, DirectRouting: true, MTU: 1400 } }],
    ['with routes', { backend: FlannelBackend.hostGw() }, { backend: 'host-gw' }],
    ['encrypted', { backend: FlannelBackend.wireguard({ listenPort: 51900, mtu: 1380 }) }, { backend: 'wireguard', settings: { Type: 'wireguard', ListenPort: 51900, MTU: 1380 } }],
    ['in IP', { backend: FlannelBackend.ipip({ directRouting: true }) }, { backend: 'ipip' }],
    ['with another backend', { backend: FlannelBackend.of('alloc') }, { backend: 'alloc' }],
    ['of both families', { podNetwork: '10.42.0.0/16', podNetworkV6: '2001:db8:42::/56' }, { network: '10.42.0.0/16', networkV6: '2001:db8:42::/56' }],
    ['of IPv6 alone', { podNetworkV6: '2001:db8:42::/56', nftables: true }, { networkV6: '2001:db8:42::/56', nftables: true }],
  ])('%s', async (_, options, network) => {
    const { output, code } = await networkOf(options);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(JSON.parse(output)).toMatchObject(network);
    expect('network' in JSON.parse(output)).toBe(options.podNetworkV6 === undefined || options.podNetwork !== undefined);
  });
});

describe('kube-proxy reads its configuration', () => {
  const required = { apiServer: { host: '10.0.0.1' }, version: '1.37.1' };

  /** Reads and checks the file, and writes what it takes it for. */
  const accepted = async (options: Partial<KubeProxyOptions>) => {
    const { files } = networkAgent(NetworkProgram.kubeProxy({ ...required, ...options }));
    const folder = directory({ 'config.conf': files['config.conf'] });
    const { code, output } = await run(KUBE_PROXY, [`--config=${join(folder, 'config.conf')}`, '--hostname-override=node-1', `--write-config-to=${join(folder, 'out')}`]);
    return { code, output };
  };

  test.each<[string, Partial<KubeProxyOptions>]>([
    ['by default', {}],
    ['with iptables', { mode: KubeProxyMode.IPTABLES, clusterCidrs: ['10.244.0.0/16'], nodePortAddresses: ['192.168.0.0/16'] }],
    ['with nftables', { mode: KubeProxyMode.NFTABLES, clusterCidrs: ['10.244.0.0/16', '2001:db8:42::/56'] }],
    ['with IP virtual servers', { mode: KubeProxyMode.IPVS, settings: { ipvs: { scheduler: 'rr', strictARP: true } } }],
    ['with ports of its own', { healthPort: 11256, metricsAddress: '0.0.0.0:11249', clusterCidrs: ['2001:db8:42::/56'] }],
    ['with further fields', { settings: { conntrack: { maxPerCore: 0 }, featureGates: {}, oomScoreAdj: -998, clientConnection: { qps: 20, burst: 40 }, detectLocalMode: 'NodeCIDR' } }],
  ])('%s', async (_, options) => {
    const { code, output } = await accepted(options);
    expect({ code, output }).toMatchObject({ code: 0 });
    // What it does not know it says here, and goes on.
    expect(output).not.toMatch(/lenient|unknown field|strict decoding/);
  });

  const said = async (text: string) => (await run(KUBE_PROXY, [`--config=${join(directory({ c: text }), 'c')}`, '--write-config-to=/dev/null'])).output;

  test.each<[string, string, RegExp]>([
    ['a misspelled field, and goes on', 'clusterCIDRs: 10.244.0.0/16', /lenient decoding.*unknown field .*clusterCIDRs/],
    ['a mode that there is not', 'mode: ebpf', /Mode.*Invalid value: .*ebpf/],
    ['a negative period', 'iptables: { minSyncPeriod: -1s }', /MinSyncPeriod/],
  ])('and says what is wrong: %s', async (_, wrong, reason) => {
    const { files } = networkAgent(NetworkProgram.kubeProxy(required));
    expect(await said(`${files['config.conf']}${wrong}\n`)).toMatch(reason);
  });

  test('its kubeconfig leads to the API server with the token of the account', async () => {
    const { cert, key, path } = certificate();
    const asked: { url?: string; token?: string }[] = [];
    const port = await listen(createServer({ cert, key }, ({ url, headers }, answer) => {
      asked.push({ url, token: headers.authorization });
      answer.writeHead(404).end();
    }));
    const { files } = networkAgent(NetworkProgram.kubeProxy({ apiServer: { host: '127.0.0.1', port }, version: '1.37.1' }));
    const folder = directory({ token: 'secret' });
    const kubeconfig = files['kubeconfig.conf'].replace('/var/run/secrets/kubernetes.io/serviceaccount/ca.crt', join(path, 'tls.crt')).replace('/var/run/secrets/kubernetes.io/serviceaccount', folder);
    const config = files['config.conf'].replace('/var/lib/kube-proxy/kubeconfig.conf', join(directory({ kubeconfig }), 'kubeconfig'));
    const running = start(KUBE_PROXY, [`--config=${join(directory({ config }), 'config')}`, '--hostname-override=node-1']);
    const first = await until(running, 'a question to the API server', () => asked.find(({ url }) => url?.includes('node-1')));
    expect(first).toMatchObject({ url: expect.stringContaining('/api/v1/nodes'), token: 'Bearer secret' });
  });

  test('knows the flag for what takes all rights', async () => {
    expect((await run(KUBE_PROXY, ['--help'])).output).toMatch(/--init-only .*only the CAP_NET_ADMIN capability/);
  });
});

describe("CoreDNS with node-cache's plugins runs with the Corefile", () => {
  const required = { clusterDns: '127.0.53.2', localIp: '127.0.53.1' };

  test.each<[string, Partial<NodeLocalDnsOptions>]>([
    ['by default', {}],
    ['with IP virtual servers', { kubeProxyMode: KubeProxyMode.IPVS, clusterDns: undefined }],
    ['with domains and servers', { clusterDomain: 'example.internal', upstreamServers: ['127.0.0.1:5353', '::1'], stubDomains: { 'corp.example.com': ['127.0.0.1', '127.0.0.2:5353'] } }],
  ])('%s', async (_, options) => {
    const [dns, metrics, health] = [await freePort(), await freePort(), await freePort()];
    const { files } = networkAgent(NetworkProgram.nodeLocalDns({ ...required, metricsPort: metrics, healthPort: health, ...options }));
    // As node-cache completes it; 53 is for who is root.
    const text = files.Corefile.replaceAll('__PILLAR__CLUSTER__DNS__', '127.0.53.3').replaceAll('__PILLAR__UPSTREAM__SERVERS__', '/etc/resolv.conf').replaceAll(':53 {', `:${dns} {`);
    expect(text).not.toContain('__PILLAR__');
    const running = start(COREDNS, ['-conf', join(directory({ Corefile: text }), 'Corefile')]);
    expect((await waitFor(`http://127.0.53.1:${health}/health`, running)).status).toBe(200);
    expect((await get(`http://127.0.0.1:${metrics}/metrics`)).body).toContain('coredns_build_info');
  });

  test('and does not start where a second zone has health too', async () => {
    const text = 'a:5301 {\n  bind 127.0.53.1\n  health 127.0.53.1:5302\n}\nb:5301 {\n  bind 127.0.53.1\n  health 127.0.53.1\n  helth\n}\n';
    expect((await run(COREDNS, ['-conf', join(directory({ Corefile: text }), 'Corefile')], { seconds: 10 })).output).toContain("Unknown directive 'helth'");
  });
});
