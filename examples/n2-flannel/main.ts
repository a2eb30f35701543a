import { App, Chart } from 'cdk8s';
import { DaemonNamespace, FlannelBackend, NetworkAgent, NetworkProgram, NodePlatform } from 'cdk8s-node-daemons';

const app = new App();
const platform = NodePlatform.microk8s({ kubernetes: '1.35' });
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'kube-flannel', platform });

// Programs and configuration go where MicroK8s has them. With the address of the API server, flannel waits for no kube-proxy.
new NetworkAgent(new Chart(app, 'flannel', { namespace: namespace.name }), 'flannel', {
  name: 'kube-flannel',
  platform,
  agent: NetworkProgram.flannel({
    podNetwork: '10.42.0.0/16',
    podNetworkV6: '2001:db8:42::/56',
    backend: FlannelBackend.wireguard({ mtu: 1380 }),
    networkInterface: 'eth1',
    apiServer: { host: '10.0.0.1' },
  }),
});

app.synth();
