import { App, Chart } from 'cdk8s';
import { KubeProxyMode, Monitor, NetworkAgent, NetworkProgram, NodePlatform } from 'cdk8s-node-daemons';

const app = new App();

// It takes the address of the cluster's DNS on each node, so that no pod has to be told.
new NetworkAgent(new Chart(app, 'iptables', { namespace: 'kube-system' }), 'dns', {
  name: 'node-local-dns',
  platform: NodePlatform.standard({ cluster: 'east' }),
  monitor: Monitor.serviceMonitor({ labels: { release: 'prometheus' } }),
  agent: NetworkProgram.nodeLocalDns({ clusterDns: '10.96.0.10', stubDomains: { 'corp.example.com': ['10.0.0.53'] } }),
});

// In another cluster kube-proxy works with IP virtual servers, and the kubelets name 169.254.20.10 as clusterDNS.
new NetworkAgent(new Chart(app, 'ipvs', { namespace: 'kube-system' }), 'dns', {
  name: 'node-local-dns',
  platform: NodePlatform.standard({ cluster: 'west' }),
  agent: NetworkProgram.nodeLocalDns({ kubeProxyMode: KubeProxyMode.IPVS, clusterDomain: 'k8s.example.com', upstreamServers: ['10.0.0.53', '10.0.1.53'] }),
});

app.synth();
