import { App, Chart } from 'cdk8s';
import { KubeProxyMode, NetworkAgent, NetworkProgram, NodePlatform } from 'cdk8s-node-daemons';

const app = new App();

// A privileged init container sets the parameters of the kernel and ends; kube-proxy itself has two capabilities.
new NetworkAgent(new Chart(app, 'kube-proxy', { namespace: 'kube-system' }), 'kube-proxy', {
  name: 'kube-proxy',
  platform: NodePlatform.standard({ kubernetes: '1.35' }),
  agent: NetworkProgram.kubeProxy({
    version: '1.35.2',
    apiServer: { host: 'api.example.com' },
    mode: KubeProxyMode.NFTABLES,
    clusterCidrs: ['10.244.0.0/16'],
    settings: { conntrack: { maxPerCore: 65536 } },
  }),
});

app.synth();
