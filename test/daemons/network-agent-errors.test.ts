import { custom, networkAgent } from './network-agents';
import {
  CniBinary, CniConfig, FlannelBackend, FlannelOptions, KernelModules, KubeProxyMode, KubeProxyOptions, Lifecycle, LifecycleHook, Monitor, NetworkAgent,
  NetworkProgram, NodeLocalDnsOptions, NodePlatform, SecurityContext,
} from '../../src';
import { chartOf } from '../core/testing';

const IN_AGENT = 'platform/net: ';
const LIST = '{"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "bridge"}]}';

describe('a network configuration', () => {
  test.each([
    ['of another ending', '10-agent.conf', "two digits, '-', a name and '.conflist', got '10-agent.conf': write '10-agent.conflist'"],
    ['without a number', 'agent.conflist', "two digits, '-', a name and '.conflist', got 'agent.conflist': write '10-agent.conflist'"],
    ['with one digit', '5-agent.conflist', "two digits, '-', a name and '.conflist', got '5-agent.conflist': write '10-agent.conflist'"],
    ['with a directory', '/etc/cni/net.d/10-agent.conflist', "two digits, '-', a name and '.conflist', got '/etc/cni/net.d/10-agent.conflist': write '10-agent.conflist'"],
    ['without a name', '', "two digits, '-', a name and '.conflist', got '': write '10-agent.conflist'"],
  ])('fails in a file %s', (_, fileName, message) => {
    expect(() => CniConfig.text(fileName, LIST)).toThrow(new Error(`file name of a network configuration must be ${message}`));
  });

  test.each([
    ['that is a list', '[]', 'a JSON object with cniVersion, name and plugins, got []'],
    ['without a name', '{"cniVersion": "1.0.0", "plugins": [{"type": "a"}]}', "given a name of letters, digits, '_', '.' and '-', got undefined: add name: 'pods'"],
    ['without a version', '{"name": "a", "plugins": [{"type": "a"}]}',
      "of a cniVersion such as '1.0.0' (0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0), got undefined"],
    ['of a version that there is not', '{"cniVersion": "2.0.0", "name": "a", "plugins": [{"type": "a"}]}',
      "of a cniVersion such as '1.0.0' (0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0), got '2.0.0'"],
    ['without plugins', '{"cniVersion": "1.0.0", "name": "a", "type": "bridge"}', "a list with plugins, such as [{ type: 'bridge' }], got undefined: list at least one plugin"],
    ['with an empty list of them', '{"cniVersion": "1.0.0", "name": "a", "plugins": []}', "a list with plugins, such as [{ type: 'bridge' }], got []: list at least one plugin"],
  ])('fails %s', (_, text, message) => {
    expect(() => CniConfig.text('10-a.conflist', text)).toThrow(new Error(`network configuration '10-a.conflist' must be ${message}`));
  });

  test('fails where it is no JSON, and says why', () => {
    expect(() => CniConfig.text('10-a.conflist', '')).toThrow(/^network configuration '10-a\.conflist' must be JSON, got '': Unexpected end/);
    expect(() => CniConfig.text('10-a.conflist', '{"mtu": __CNI_MTU__}')).toThrow(/^network configuration '10-a\.conflist' must be JSON, got '\{"mtu": __CNI_MTU__\}': Unexpected token/);
  });

  test.each([
    ['nothing', undefined, 'undefined'], ['an empty text', '', "''"], ['a path', '../bridge', "'../bridge'"], ['a number', 1, '1'],
  ])('fails with a plugin whose type is %s', (_, type, shown) => {
    expect(() => CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge' }, { type }] }))
      .toThrow(new Error(`type of plugin 2 of '10-a.conflist' must be the name of a program, such as 'bridge', without a directory, got ${shown}`));
  });

  test('fails with an address manager without a name', () => {
    expect(() => CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge', ipam: { type: '' } }] })).toThrow("type of plugin 1 of '10-a.conflist'");
  });

  test.each<[string, object, string]>([
    ['capabilities', { capabilities: { portMappings: 'true' } }, 'an object of true and false, such as { portMappings: true }, got {"portMappings":"true"}'],
    ['ipam', { ipam: 'host-local' }, "an object, such as { type: 'host-local' }, got 'host-local'"],
    ['dns', { dns: { nameservers: '10.0.0.10' } }, 'an object with lists of texts, such as { nameservers: [] }, got {"nameservers":"10.0.0.10"}'],
  ])('fails with a plugin whose %s no runtime reads', (field, wrong, message) => {
    expect(() => CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge', ...wrong }] }))
      .toThrow(new Error(`${field} of plugin 1 of '10-a.conflist' must be ${message}`));
  });

  test.each(['10-a.conflist', '../10-b.conf', '/etc/passwd'])('fails where it replaces %s', old => {
    expect(() => CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge' }] }, { replaces: [old] }))
      .toThrow(new Error(`file that '10-a.conflist' replaces must be the name of another file of the same directory, got '${old}'`));
  });
});

describe('programs', () => {
  test.each([
    ['without an image', '', { paths: ['/a'] }, "image of CNI programs must be given, such as 'example.com/cni:1.2.3', got ''"],
    ['without paths', 'cni:1', { paths: [] }, "paths of CNI programs in 'cni:1' must be given, such as ['/opt/cni/bin/agent'], got []"],
    ['with a relative path', 'cni:1', { paths: ['opt/agent'] }, "path of a CNI program must be absolute, got 'opt/agent': write '/opt/agent'"],
    ['with the path of a directory', 'cni:1', { paths: ['/opt/cni/bin/'] },
      "name of a CNI program must be that of a file, which does not begin with '.', got '': give names: { path: name }"],
    ['with a name for what is not listed', 'cni:1', { paths: ['/a'], names: { '/b': 'c' } },
      "names of CNI programs must be given for paths that are listed, got '/b': add it to paths"],
  ])('fail %s', (_, image, options, message) => {
    expect(() => CniBinary.fromImage(image, options)).toThrow(new Error(message));
  });

  test('fail of two images with one name', () => {
    const cniBinaries = ['a:1', 'b:1'].map(image => CniBinary.fromImage(image, { paths: ['/agent'] }));
    expect(() => custom({ cniBinaries })).toThrow(new Error(`${IN_AGENT}cniBinaries must be programs of different names, got 'agent': install it from one image`));
  });

  test('fail where the configuration names one that nobody installs', () => {
    const cniConfig = CniConfig.conflist('10-agent.conflist', { name: 'pods', plugins: [{ type: 'bridge', ipam: { type: 'host-local' } }, { type: 'agent' }] });
    expect(() => custom({ cniConfig })).toThrow(new Error(`${IN_AGENT}plugins of '10-agent.conflist' must be reference plugins, or programs that are installed, got 'agent': `
      + "add it to cniBinaries, or say pluginsOnNode: ['agent'] where something else installs it"));
    expect(() => custom({ cniConfig, pluginsOnNode: ['agent'] })).not.toThrow();
    expect(() => custom({ cniConfig, cniBinaries: [CniBinary.fromImage('a:1', { paths: ['/agent'] })] })).not.toThrow();
  });
});

describe('a platform', () => {
  test('fails with a relative directory', () => {
    expect(() => NodePlatform.of({ cniConfigDirectory: 'etc/cni/net.d' })).toThrow(new Error("cniConfigDirectory must be absolute, got 'etc/cni/net.d': write '/etc/cni/net.d'"));
    expect(() => NodePlatform.of({ cniBinaryDirectory: '/opt/../bin' })).toThrow(new Error("cniBinaryDirectory must be without '..', got '/opt/../bin': write the path that it leads to"));
  });

  test('fails with a directory that its nodes cannot write', () => {
    const props = { platform: NodePlatform.gke({ cniBinaryDirectory: '/opt/cni/bin' }) };
    expect(() => custom({ cniBinaries: [CniBinary.fromImage('a:1', { paths: ['/agent'] })] }, props)).toThrow(new Error(
      `${IN_AGENT}cniBinaryDirectory of the platform 'gke' must be a directory that its nodes can write, got '/opt/cni/bin': `
      + "leave it out, or give NodePlatform.gke({ cniBinaryDirectory: '…' }) the one that the runtime is set up with"));
    expect(() => custom({}, props)).not.toThrow();
  });

  test('fails with a run directory that its nodes cannot write', () => {
    for (const platform of [NodePlatform.talos(), NodePlatform.flatcar()]) {
      expect(() => custom({ runDirectories: ['/run/agent', '/usr/lib/agent'] }, { platform })).toThrow(new Error(
        `${IN_AGENT}runDirectories must be directories that the nodes of the platform '${platform.name}' can write, got '/usr/lib/agent': write one below '/run' or '/var/lib'`));
    }
  });

  test('fails where it looks for networks only in the directory of its own', () => {
    const message = `${IN_AGENT}cniConfigDirectory of the platform 'k3s' must be another than that of its own network, got '/var/lib/rancher/k3s/agent/etc/cni/net.d': `
      + "start k3s with --flannel-backend=none, and give NodePlatform.k3s({ cniConfigDirectory: '/etc/cni/net.d', cniBinaryDirectory: '/opt/cni/bin' })";
    const platform = NodePlatform.k3s();
    expect(() => networkAgent(NetworkProgram.flannel(), { platform })).toThrow(new Error(message));
    expect(() => custom({ cniConfig: CniConfig.text('10-a.conflist', LIST) }, { platform })).toThrow(new Error(message));
    const other = NodePlatform.k3s({ cniConfigDirectory: '/etc/cni/net.d', cniBinaryDirectory: '/opt/cni/bin' });
    expect(() => [custom({}, { platform }), networkAgent(NetworkProgram.flannel(), { platform: other })]).not.toThrow();
  });

  test('fails where it lets nobody load modules', () => {
    expect(() => custom({ kernelModules: KernelModules.LOAD }, { platform: NodePlatform.talos() })).toThrow(new Error(
      `${IN_AGENT}kernelModules must be KernelModules.READ on Talos, which starts no container with SYS_MODULE, got 'LOAD': let the machine configuration load them: machine.kernel.modules`));
  });
});

describe('a network program', () => {
  test.each<[string, () => unknown, string]>([
    ['without the network of the node', () => custom({}, { hostNamespaces: { network: false } }),
      'hostNamespaces.network must be left out: a network program works on the network of the node, got false: use NodeDaemon for a program with its own'],
    ['with an unknown capability', () => custom({ capabilities: ['CAP_NET_ADMIN'] }),
      "capability must be the name of a Linux capability in capitals, without 'CAP_', got 'CAP_NET_ADMIN': write 'NET_ADMIN'"],
    ['with capabilities in two places', () => custom({ capabilities: ['NET_RAW'], container: { image: 'a:1', securityContext: SecurityContext.root() } }),
      'capabilities must be left out where the container has a securityContext, got ["NET_RAW"]: write them there'],
    ['that loads modules without the capability', () => custom({ kernelModules: KernelModules.LOAD, container: { image: 'a:1', securityContext: SecurityContext.root() } }),
      "kernelModules must be KernelModules.READ where the securityContext of the container has no SYS_MODULE, got 'LOAD': write the capability there"],
    ['that loads modules on Talos by its capabilities', () => custom({ capabilities: ['SYS_MODULE'] }, { platform: NodePlatform.talos() }),
      'capabilities must be without SYS_MODULE on Talos, which starts no container with it, got ["SYS_MODULE"]: let the machine configuration load modules: machine.kernel.modules'],
    ['with a healthPath without a port', () => custom({ healthPath: '/live' }), "healthPath must be left out where there is no healthPort, got '/live': give healthPort, the port that is asked"],
    ['with a readyPath without a port', () => custom({ readyPath: '/ready' }), "readyPath must be left out where there is no healthPort, got '/ready': give healthPort, the port that is asked"],
    ['with a relative run directory', () => custom({ runDirectories: ['run/agent'] }), "host path must be absolute, got 'run/agent': write '/run/agent'"],
    ['with a URL for the API server', () => custom({ apiServer: { host: 'https://10.0.0.1:6443' } }),
      "host of apiServer must be a name or an address, without scheme and port, such as 'metrics.example.com', got 'https://10.0.0.1:6443'"],
    ['with a port that there is not', () => custom({ apiServer: { host: '10.0.0.1', port: 70000 } }), 'port of apiServer must be a whole number from 1 to 65535, got 70000'],
    ['with an empty cleanup', () => custom({ cleanup: [] }), "cleanup must be a command, such as ['/agent', 'cleanup'], got []: leave it out where there is none"],
    ['with two hooks', () => custom({ cleanup: ['/a'], container: { image: 'a:1', lifecycle: { preStop: LifecycleHook.exec('/b') } as Lifecycle } }),
      'cleanup must be left out where the container has a lifecycle, got ["/a"]: write it as preStop there'],
  ])('fails %s', (_, define, message) => {
    expect(define).toThrow(new Error(`${IN_AGENT}${message}`));
  });

  test('fails where it is none', () => {
    expect(() => new NetworkAgent(chartOf(), 'net', { agent: undefined as never }))
      .toThrow(new Error(`${IN_AGENT}agent must be a program such as NetworkProgram.flannel(), got undefined`));
    expect(() => NetworkProgram.custom({} as never)).toThrow("container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined");
  });
});

describe('flannel', () => {
  test.each<[string, FlannelOptions | (() => unknown), string]>([
    ['with a network that is none', { podNetwork: '10.244.0.0' }, "podNetwork must be a range of IPv4 addresses such as '10.244.0.0/16', got '10.244.0.0'"],
    ['with a network of the other family', { podNetwork: '2001:db8::/56' }, "podNetwork must be a range of IPv4 addresses such as '10.244.0.0/16', got '2001:db8::/56'"],
    ['with IPv6 over what carries none', { podNetworkV6: '2001:db8::/56', backend: FlannelBackend.ipip() },
      "backend must be one that carries IPv6 (vxlan, wireguard, host-gw), got 'ipip': leave podNetworkV6 out, or choose another"],
    ['with a port that there is not', { healthPort: 0 }, 'healthPort must be a whole number from 1 to 65535, got 0'],
    ['with an interface of two lines', { networkInterface: 'eth0\n' }, 'networkInterface must be text in one line, got \'eth0\n\''],
  ])('fails %s', (_, options, message) => {
    expect(() => networkAgent(NetworkProgram.flannel(options as FlannelOptions))).toThrow(new Error(`${IN_AGENT}${message}`));
  });

  test.each<[string, () => unknown, string]>([
    ['a number', () => FlannelBackend.vxlan({ vni: 0 }), 'vni must be a whole number from 1 to 16777215, got 0'],
    ['a size', () => FlannelBackend.vxlan({ mtu: 100 }), 'mtu must be a whole number from 576 to 65535, got 100'],
    ['a name', () => FlannelBackend.of('Host GW'), "type of a backend of flannel must be a name such as 'alloc', got 'Host GW'"],
    ['a secret', () => FlannelBackend.of('wireguard', { PSK: 'secret' }), "settings of the backend 'wireguard' must be without PSK, which every reader of the ConfigMap would know, got 'PSK': "
      + 'use FlannelBackend.wireguard(), whose nodes make their own keys'],
  ])('fails with a backend of such %s', (_, define, message) => {
    expect(define).toThrow(new Error(message));
  });
});

describe('kube-proxy', () => {
  const options = { apiServer: { host: '10.0.0.1' }, version: '1.35.2' };
  const FIELDS = 'bindAddress, bindAddressHardFail, clientConnection, configSyncPeriod, conntrack, detectLocal, detectLocalMode, enableProfiling, featureGates, hostnameOverride, iptables, ipvs, '
    + 'logging, nftables, oomScoreAdj, showHiddenMetricsForVersion';

  test.each<[string, Partial<KubeProxyOptions>, string]>([
    ['without a version', { version: undefined }, "version of kube-proxy must be given, as it follows that of the cluster, got undefined: write version: '1.35.2'"],
    ['with half a version', { version: '1.35' }, "version of kube-proxy must be all of it, such as '1.35.2', got '1.35'"],
    ['of a version that cannot be set up apart', { version: '1.28.3' }, "version of kube-proxy must be 1.29 or later, which can be set up apart from its running, got '1.28.3'"],
    ['with nftables too early', { version: '1.30.1', mode: KubeProxyMode.NFTABLES }, "mode of kube-proxy must be iptables before version 1.31, got 'nftables': version is 1.30.1"],
    ['with two ranges of one family', { clusterCidrs: ['10.1.0.0/16', '10.2.0.0/16'] }, 'clusterCidrs must be one range for each family of addresses, got ["10.1.0.0/16","10.2.0.0/16"]'],
    ['with what is no range', { nodePortAddresses: ['10.1.0.0'] }, "nodePortAddresses must be ranges of addresses, such as '10.244.0.0/16', got '10.1.0.0'"],
    ['with an address without a port', { metricsAddress: '0.0.0.0' }, "metricsAddress must be an address and a port, such as '0.0.0.0:10249' or '[::]:10249', got '0.0.0.0'"],
    ['with a field that it would overlook', { settings: { clusterCIDRs: '10.1.0.0/16' } }, `settings of kube-proxy must be fields of its configuration (${FIELDS}), got 'clusterCIDRs'`],
    ['with a field that every object has', { settings: { toString: 1 } }, `settings of kube-proxy must be fields of its configuration (${FIELDS}), got 'toString'`],
    ['with a kubeconfig', { settings: { clientConnection: { kubeconfig: '/a' } } },
      "clientConnection of kube-proxy must be without a kubeconfig, got '/a': write apiServer, from which it is made"],
    ['with a field that has a prop', { settings: { clusterCIDR: '10.1.0.0/16' } }, "settings of kube-proxy must be without what has a prop, got 'clusterCIDR': write clusterCidrs"],
    ['with a URL for the API server', { apiServer: { host: 'https://10.0.0.1' } },
      "host of apiServer must be a name or an address, without scheme and port, such as 'metrics.example.com', got 'https://10.0.0.1'"],
  ])('fails %s', (_, wrong, message) => {
    expect(() => networkAgent(NetworkProgram.kubeProxy({ ...options, ...wrong }))).toThrow(new Error(`${IN_AGENT}${message}`));
  });

  test.each(['1.36.0', '1.31.9'])('fails in version %s beside an API server of 1.35', version => {
    expect(() => networkAgent(NetworkProgram.kubeProxy({ ...options, version }), { platform: NodePlatform.standard({ kubernetes: '1.35' }) }))
      .toThrow(new Error(`${IN_AGENT}version of kube-proxy must be 1.35, that of the cluster, or up to three minor versions older, got '${version}'`));
  });
});

describe('a program without types', () => {
  const kubeProxy = (wrong: object) => () => networkAgent(NetworkProgram.kubeProxy({ apiServer: { host: '10.0.0.1' }, version: '1.35.2', ...wrong }));
  const dns = (wrong: object) => () => networkAgent(NetworkProgram.nodeLocalDns({ clusterDns: '10.96.0.10', ...wrong }));
  const MODES = 'one of KubeProxyMode.IPTABLES, KubeProxyMode.IPVS, KubeProxyMode.NFTABLES';

  test.each<[string, () => unknown, string]>([
    ['mode', kubeProxy({ mode: 'nftable' }), `${MODES}, got 'nftable'`],
    ['kubeProxyMode', dns({ kubeProxyMode: 'IPVS' }), `${MODES}, got 'IPVS'`],
    ['kernelModules', () => custom({ kernelModules: 'load' as never }), "one of KernelModules.NONE, KernelModules.READ, KernelModules.LOAD, got 'load'"],
    ['bpf', () => custom({ bpf: 'mount' as never }), "one of BpfMode.NONE, BpfMode.MOUNTED, BpfMode.MOUNT, got 'mount'"],
    ['clusterCidrs', kubeProxy({ clusterCidrs: '10.244.0.0/16' }), "a list, such as ['10.244.0.0/16'], got '10.244.0.0/16'"],
    ['upstreamServers', dns({ upstreamServers: '10.0.0.53' }), "a list, such as ['10.0.0.53'], got '10.0.0.53'"],
    ['cleanup', () => custom({ cleanup: '/agent cleanup' as never }), "a list, such as ['/agent', 'cleanup'], got '/agent cleanup'"],
    ['runDirectories', () => custom({ runDirectories: '/run/agent' as never }), "a list, such as ['/run/agent'], got '/run/agent'"],
    ['capabilities', () => custom({ capabilities: 1 as never }), "a list, such as ['NET_ADMIN'], got 1"],
  ])('is told what %s is', (what, define, message) => {
    expect(define).toThrow(new Error(`${IN_AGENT}${what} must be ${message}`));
  });
});

describe('a monitor', () => {
  const monitor = Monitor.podMonitor();
  const kubeProxy = (metricsAddress?: string, healthPort?: number, props: object = { monitor }) => () =>
    networkAgent(NetworkProgram.kubeProxy({ apiServer: { host: '10.0.0.1' }, version: '1.35.2', metricsAddress, healthPort }), props);

  test.each<[string, () => unknown, string]>([
    ['of flannel', () => networkAgent(NetworkProgram.flannel(), { monitor }),
      "monitor must be left out: flannel has no metrics, got 'PodMonitor': scrape the NodeExporter for the traffic of its interface"],
    ['of kube-proxy as it comes', kubeProxy(), "metricsAddress must be one that Prometheus reaches where there is a monitor, got undefined: write metricsAddress: '0.0.0.0:10249'"],
    ['of an address of the node alone', kubeProxy('127.0.0.1:10249'),
      "metricsAddress must be one that Prometheus reaches where there is a monitor, got '127.0.0.1:10249': write metricsAddress: '0.0.0.0:10249'"],
    ['of the port of its health', kubeProxy('0.0.0.0:10256', undefined, {}),
      "metricsAddress must be of another port than healthPort, got '0.0.0.0:10256': write metricsAddress: '0.0.0.0:10249'"],
    ['of an address that is none', kubeProxy('10.0.0:10249', undefined, {}), "metricsAddress must be an address and a port, such as '0.0.0.0:10249' or '[::]:10249', got '10.0.0:10249'"],
    ['of a port that there is not', kubeProxy('0.0.0.0:99999', undefined, {}), "metricsAddress must be an address and a port, such as '0.0.0.0:10249' or '[::]:10249', got '0.0.0.0:99999'"],
  ])('fails: %s', (_, define, message) => {
    expect(define).toThrow(new Error(`${IN_AGENT}${message}`));
  });

  test('asks the port of metricsAddress', () => {
    const { manifests, main } = kubeProxy('0.0.0.0:11249')();
    expect(manifests.find(({ kind }) => kind === 'PodMonitor').spec.podMetricsEndpoints).toMatchObject([{ port: 'metrics' }]);
    expect(main.ports).toContainEqual({ name: 'metrics', containerPort: 11249 });
  });
});

describe('the image of kube-proxy', () => {
  const of = (image: string, version?: string, kubernetes = '1.35') => () =>
    networkAgent(NetworkProgram.kubeProxy({ apiServer: { host: '10.0.0.1' }, version, container: { image } }), { platform: NodePlatform.standard({ kubernetes }) });

  test.each<[string, () => unknown, string]>([
    ['is too old for the API server', of('mirror:5000/kube-proxy:v1.28.0'), "1.35, that of the cluster, or up to three minor versions older, got 'v1.28.0'"],
    ['cannot be set up apart', of('mirror/kube-proxy:v1.28.0', undefined, '1.30'), "1.29 or later, which can be set up apart from its running, got 'v1.28.0'"],
    ['contradicts the version', of('mirror/kube-proxy:v1.34.1@sha256:00', '1.35.2'), "that of its image, 'v1.34.1', got '1.35.2': leave one of them out"],
  ])('fails where it %s', (_, define, message) => {
    expect(define).toThrow(new Error(`${IN_AGENT}version of kube-proxy must be ${message}`));
  });

  test('may say the same, or nothing', () => {
    expect(of('mirror/kube-proxy:v1.35.2-mirror.1', '1.35.2')).not.toThrow();
    expect(of('mirror:5000/kube-proxy', '1.35.2')).not.toThrow();
  });
});

describe('node-local DNS', () => {
  const options = { clusterDns: '10.96.0.10' };
  const of = (wrong: Partial<NodeLocalDnsOptions>, props = {}, namespace?: string) => () =>
    networkAgent(NetworkProgram.nodeLocalDns({ ...options, ...wrong }), props, namespace);

  test.each<[string, () => unknown, string]>([
    ['without the address that it takes', of({ clusterDns: undefined }), "clusterDns must be given: the address of the Service of the cluster's DNS, got undefined: "
      + "read it with kubectl -n kube-system get service kube-dns and write clusterDns: '10.96.0.10', or kubeProxyMode: KubeProxyMode.IPVS"],
    ['with an address that kube-proxy has', of({ kubeProxyMode: KubeProxyMode.IPVS }),
      "clusterDns must be left out with KubeProxyMode.IPVS, where kube-proxy has that address, got '10.96.0.10': let the kubelets name localIp as clusterDNS"],
    ['with a name for an address', of({ localIp: 'localhost' }), "localIp must be one address, such as '169.254.20.10', got 'localhost'"],
    ['with addresses of two families', of({ clusterDns: 'fd00::a' }), "localIp must be of the family of clusterDns, got '169.254.20.10': write localIp: 'fd00::10'"],
    ['with a domain that is none', of({ clusterDomain: 'cluster_local' }), "domain must be a lower-case DNS name such as 'cluster.local', got 'cluster_local'"],
    ['with a zone twice', of({ stubDomains: { 'cluster.local': ['10.0.0.1'] } }), "stubDomains must be other domains than those of the cluster, got 'cluster.local'"],
    ['with a zone without servers', of({ stubDomains: { 'example.com': [] } }), "servers of 'example.com' must be given, such as ['10.0.0.53'], got []"],
    ['with a server by its name', of({ upstreamServers: ['dns.example.com'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got 'dns.example.com': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with the server 10.0.0:53', of({ upstreamServers: ['10.0.0:53'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got '10.0.0:53': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with the server 10.0.0.53:99999', of({ upstreamServers: ['10.0.0.53:99999'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got '10.0.0.53:99999': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with the server 10.0.0.53:0', of({ upstreamServers: ['10.0.0.53:0'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got '10.0.0.53:0': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with the server [zz]:53', of({ upstreamServers: ['[zz]:53'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got '[zz]:53': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with the server :99999', of({ upstreamServers: [':99999'] }), "upstreamServers must be addresses such as '10.0.0.53' or '10.0.0.53:5353', got ':99999': "
      + 'a name would have to be looked up where this cache is the DNS'],
    ['with itself as the upstreamServers, 10.96.0.10', of({ upstreamServers: ['10.96.0.10'] }), "upstreamServers must be other servers than this cache, which would ask itself, got '10.96.0.10': "
      + "write those of the network, such as '10.0.0.53'"],
    ['with itself as the upstreamServers, 169.254.20.10:53', of({ upstreamServers: ['169.254.20.10:53'] }), "upstreamServers must be other servers than this cache, which would ask itself, got '169.254.20.10:53': "
      + "write those of the network, such as '10.0.0.53'"],
    ["with itself as the servers of 'example.com', 169.254.20.10", of({ stubDomains: { 'example.com': ['169.254.20.10'] } }), "servers of 'example.com' must be other servers than this cache, which would ask itself, got '169.254.20.10': "
      + "write those of the network, such as '10.0.0.53'"],
    ['with no server at all', of({ upstreamServers: [] }), "upstreamServers must be given, such as ['10.0.0.53'], got []: leave it out for those of the node"],
    ['with 10.96.0.10 for the address that it makes', of({ localIp: '10.96.0.10' }), "localIp must be an address that nothing else has, got '10.96.0.10': leave it out: 169.254.20.10"],
    ['with 0.0.0.0 for the address that it makes', of({ localIp: '0.0.0.0' }), "localIp must be an address that nothing else has, got '0.0.0.0': leave it out: 169.254.20.10"],
    ['without a label of the pods', of({ dnsPods: {} }), "dnsPods must be labels of the pods of the cluster's DNS, such as { 'k8s-app': 'kube-dns' }, got {}: leave it out for these"],
    ["away from the pods of the cluster's DNS", of({}, {}, 'dns'), "namespace of node-local DNS must be 'kube-system', where the pods of the cluster's DNS are, got 'dns': "
      + "write new Chart(app, 'id', { namespace: 'kube-system' }), or give dnsPods where they are elsewhere"],
    ['without the variable that it needs', of({}, { enableServiceLinks: false }),
      "enableServiceLinks must be left out, as the cache finds the cluster's DNS by the variable KUBE_DNS_UPSTREAM_SERVICE_HOST, got false"],
  ])('fails %s', (_, define, message) => {
    expect(define).toThrow(new Error(`${IN_AGENT}${message}`));
  });
});
