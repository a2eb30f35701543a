import { App, Chart } from 'cdk8s';
import { ContainerPort, HostPath, NodeDaemon } from 'cdk8s-node-daemons';

const app = new App();
const chart = new Chart(app, 'platform', { namespace: 'monitoring' });

new NodeDaemon(chart, 'disks', {
  name: 'disk-exporter',
  container: {
    image: 'registry.example.com/disk-exporter:1.4.0',
    hostPaths: [HostPath.readOnly('/sys/block')],
    ports: [ContainerPort.tcp(9101, { name: 'metrics', hostPort: 9101 })],
  },
});

app.synth();
