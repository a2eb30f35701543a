import { App, Chart } from 'cdk8s';
import { ConfigFile, ContainerPort, HostPath, MetricsAgent, MetricsAuth, Monitor, NodeCollector, NodeExporter, NodePlatform, TextfileDirectory } from 'cdk8s-node-daemons';

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

// A program that has no factory of its own: the processes of the node by their names.
new NodeExporter(chart, 'process-exporter', {
  name: 'process-exporter',
  service: { headless: true },
  monitor: Monitor.serviceMonitor({ labels: { release: 'prometheus' }, interval: '1m' }),
  agent: MetricsAgent.custom({
    container: {
      image: 'ncabatoff/process-exporter:0.8.7',
      args: ['--procfs=/host/proc', '--config.path=/config/processes.yaml'],
      ports: [ContainerPort.tcp(9256, { name: 'metrics' })],
      hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' })],
      resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '64Mi' } },
    },
    configFiles: [ConfigFile.text('/config/processes.yaml', 'process_names:\n  - comm: [containerd, kubelet]\n')],
  }),
});

app.synth();
