import { Testing } from 'cdk8s';
import { errorsOf, networkAgent } from './network-agents';
import { CniBinary, CniConfig, DaemonProfile, FlannelBackend, FlannelOptions, NetworkAgent, NetworkAgentProps, NetworkProgram } from '../../src';
import { chartOf } from '../core/testing';

const flannel = (options: FlannelOptions = {}, props: Omit<NetworkAgentProps, 'agent'> = {}) => networkAgent(NetworkProgram.flannel(options), props, 'kube-flannel');
const netConf = (options: FlannelOptions = {}) => JSON.parse(flannel(options).files['net-conf.json']);

test('defaults', () => {
  const chart = chartOf('kube-flannel');
  new NetworkAgent(chart, 'net', { agent: NetworkProgram.flannel() });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('no check finds an error', () => {
  expect(errorsOf(NetworkProgram.flannel({ podNetworkV6: '2001:db8::/56', backend: FlannelBackend.wireguard() }), {}, 'kube-flannel')).toEqual([]);
});

describe('its network', () => {
  test('is that of kubeadm by default, in VXLAN', () => {
    expect(netConf()).toEqual({ Network: '10.244.0.0/16', Backend: { Type: 'vxlan' } });
  });

  test.each<[string, FlannelOptions, object]>([
    ['of both families', { podNetwork: '10.42.0.0/16', podNetworkV6: '2001:db8::/56' }, { Network: '10.42.0.0/16', EnableIPv6: true, IPv6Network: '2001:db8::/56' }],
    ['of IPv6 alone', { podNetworkV6: '2001:db8::/56' }, { EnableIPv4: false, EnableIPv6: true, IPv6Network: '2001:db8::/56' }],
    ['with rules of nftables', { nftables: true }, { Network: '10.244.0.0/16', EnableNFTables: true }],
    ['by routes', { backend: FlannelBackend.hostGw() }, { Network: '10.244.0.0/16', Backend: { Type: 'host-gw' } }],
    ['with the port of Windows', { backend: FlannelBackend.vxlan({ vni: 4096, port: 4789 }) }, { Network: '10.244.0.0/16', Backend: { Type: 'vxlan', VNI: 4096, Port: 4789 } }],
    ['encrypted', { backend: FlannelBackend.wireguard({ listenPort: 51900, listenPortV6: 51901 }) },
      { Network: '10.244.0.0/16', Backend: { Type: 'wireguard', ListenPort: 51900, ListenPortV6: 51901 } }],
  ])('%s', (_, options, expected) => {
    expect(netConf(options)).toEqual({ Backend: { Type: 'vxlan' }, ...expected });
  });

  test('is read where flannel looks for it', () => {
    expect(flannel().main.volumeMounts).toContainEqual({ name: 'config', mountPath: '/etc/kube-flannel', readOnly: true });
  });
});

describe('its plugin', () => {
  test('is installed before the configuration that hands pods to it and to portmap', () => {
    const { init, files } = flannel();
    expect(Object.keys(init)).toEqual(['install-cni-binaries', 'install-cni-config']);
    expect(JSON.parse(files['10-flannel.conflist'])).toEqual({
      cniVersion: '0.3.1',
      name: 'cbr0',
      plugins: [{ type: 'flannel', delegate: { hairpinMode: true, isDefaultGateway: true } }, { type: 'portmap', capabilities: { portMappings: true } }],
    });
  });

  test('and the configuration may be others', () => {
    const { init, files } = flannel({
      cniPlugin: CniBinary.fromImage('registry.example.com/flannel-cni:1', { paths: ['/flannel'] }),
      cniConfig: CniConfig.conflist('20-flannel.conflist', { name: 'pods', plugins: [{ type: 'flannel', delegate: { mtu: 1400 } }, { type: 'bandwidth' }] }),
    });
    expect(init['install-cni-config'].image).toBe('registry.example.com/flannel-cni:1');
    expect(Object.keys(files)).toEqual(['20-flannel.conflist', 'net-conf.json']);
  });
});

describe('the program', () => {
  test('asks for what it needs: nodes, and the mark that a node has a network', () => {
    expect(flannel().rules).toEqual([
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] }, { apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] },
    ]);
    // With the name of its node it need not read pods.
    expect(flannel().env).toEqual({ NODE_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } } });
  });

  test('has two capabilities and the lock of iptables, which nftables does without', () => {
    const agent = flannel();
    expect(agent.main.securityContext).toMatchObject({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW'] }, allowPrivilegeEscalation: false });
    expect(agent.hostPathsOf(agent.main)).toEqual(['/run/flannel -> /run/flannel rw', '/run/xtables.lock -> /run/xtables.lock rw']);
    const other = flannel({ nftables: true });
    expect(other.hostPathsOf(other.main)).toEqual(['/run/flannel -> /run/flannel rw']);
  });

  test('writes to its image, where it notes which iptables the node has', () => {
    expect(flannel().main.securityContext.readOnlyRootFilesystem).toBe(false);
  });

  test('takes another interface, port and API server', () => {
    const { main, env } = flannel({ networkInterface: 'eth1', healthPort: 18081, apiServer: { host: '10.0.0.1', port: 443 } });
    expect(main.args).toEqual(['--ip-masq', '--kube-subnet-mgr', '--iface=eth1', '--healthz-port=18081']);
    expect(main.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 18081 });
    expect(env).toMatchObject({ KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' });
  });
});

describe('with BARE', () => {
  const bare = { profile: DaemonProfile.BARE };

  test('it is the container as it is written', () => {
    const { spec, manifests } = flannel({ container: { image: 'flannel:1', command: ['/opt/bin/flanneld'] } }, bare);
    expect(spec.template.spec).toEqual({ containers: [{ name: 'kube-flannel', image: 'flannel:1', command: ['/opt/bin/flanneld'] }] });
    expect(manifests).toHaveLength(1);
  });

  test('it has the network that is written', () => {
    const { main, files } = flannel({ podNetwork: '10.42.0.0/16', healthPort: 8081 }, bare);
    expect(JSON.parse(files['net-conf.json'])).toEqual({ Network: '10.42.0.0/16', Backend: { Type: 'vxlan' } });
    expect(main).toMatchObject({ args: ['--healthz-port=8081'], ports: [{ name: 'healthz', containerPort: 8081 }] });
    expect(main.livenessProbe).toBeUndefined();
  });
});
