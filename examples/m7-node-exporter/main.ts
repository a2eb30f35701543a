import { App, Chart } from 'cdk8s';
import { MetricsAgent, MetricsAuth, Monitor, NodeCollector, NodeExporter, NodePlatform, TextfileDirectory } from 'cdk8s-node-daemons';

const app = new App();
const chart = new Chart(app, 'metrics', { namespace: 'monitoring' });

// Read by Prometheus alone, with the state of two units and what cron jobs leave in files.
new NodeExporter(chart, 'node-exporter', {
  name: 'node-exporter',
  platform: NodePlatform.standard({ kubernetes: '1.35' }),
  monitor: Monitor.serviceMonitor({ labels: { release: 'prometheus' }, interval: '30s' }),
  agent: MetricsAgent.prometheus({
    auth: MetricsAuth.kubeRbacProxy({ tlsSecretName: 'node-exporter-tls' }),
    collectors: [NodeCollector.systemd({ unitInclude: '(containerd|kubelet)\\.service', restarts: true })],
    textfiles: [TextfileDirectory.host('/var/lib/node_exporter/textfile')],
  }),
});

app.synth();
