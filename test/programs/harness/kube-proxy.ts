import { dirname, join } from 'path';
import { directory } from './directory';
import { networkAgent } from './network-agents';
import type { ClusterNode } from './nodes';
import type { Objects } from './objects';
import { program } from './program';
import { Running, start } from './run';
import { KubeProxyMode, NetworkProgram } from '../../../src';

const KUBE_PROXY = program('kube-proxy');
const COMMANDS = [program('nft'), program('iptables')].map(dirname);

/** Starts kube-proxy on a node, with the configuration that the library writes. */
export async function startKubeProxy(node: ClusterNode, objects: Objects, mode = KubeProxyMode.NFTABLES): Promise<Running> {
  const { files } = networkAgent(NetworkProgram.kubeProxy({
    apiServer: { host: '127.0.0.1' },
    version: '1.37.1',
    mode,
    clusterCidrs: ['10.244.0.0/16'],
    // A network that is not the machine's own cannot set how many connections it follows.
    settings: { conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' } },
  }));
  const kubeconfig = JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'current-context': 'made-up',
    'clusters': [{ name: 'made-up', cluster: { server: await objects.serve(node.network) } }],
    'contexts': [{ name: 'made-up', context: { cluster: 'made-up' } }],
  });
  const config = files['config.conf'].replace('/var/lib/kube-proxy/kubeconfig.conf', join(directory({ kubeconfig }), 'kubeconfig'));
  const [path, ...args] = node.network.inside(KUBE_PROXY, `--config=${join(directory({ config }), 'config')}`, `--hostname-override=${node.name}`);
  return start(path, args, { env: { PATH: [...COMMANDS, process.env.PATH].join(':') }, seconds: 600 });
}
